package io.github.hubgenealogy.crawler.asking;

import io.github.hubgenealogy.lake.contract.Column;
import io.github.hubgenealogy.lake.contract.ColumnType;
import io.github.hubgenealogy.lake.contract.Privacy;
import io.github.hubgenealogy.lake.contract.TableContract;
import java.util.ArrayList;
import java.util.List;

/** The form of a work list: text columns, ordered by the first. It never leaves the journal. */
public final class WorkContract {
  private WorkContract() {}

  public static TableContract of(String name, String order, String... others) {
    List<Column> columns = new ArrayList<>();
    columns.add(column(order, false));
    for (String other : others) {
      columns.add(column(other, true));
    }
    return new TableContract(
        name,
        "raw/journal",
        "crawl",
        "What is to be asked, in order.",
        List.of(order),
        List.of(order),
        1,
        1,
        columns,
        "{}");
  }

  private static Column column(String name, boolean nullable) {
    return new Column(
        name,
        ColumnType.Scalar.STRING,
        nullable,
        "see the class that names it",
        "-",
        nullable ? "unknown" : "never",
        Privacy.IDENTIFIER,
        true);
  }
}
