package io.github.hubgenealogy.crawler.asking;

import io.github.hubgenealogy.lake.contract.Column;
import io.github.hubgenealogy.lake.contract.ColumnType;
import io.github.hubgenealogy.lake.contract.Privacy;
import io.github.hubgenealogy.lake.contract.TableContract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The form of a work list: ordered by its first column, a text. It never leaves the journal. */
public final class WorkContract {
  private WorkContract() {}

  /** A form; each column but the first can be null. */
  public static TableContract of(String name, String order, Column... others) {
    List<Column> columns = new ArrayList<>();
    columns.add(column(order, ColumnType.Scalar.STRING, false));
    columns.addAll(Arrays.asList(others));
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

  public static Column text(String name) {
    return column(name, ColumnType.Scalar.STRING);
  }

  public static Column column(String name, ColumnType type) {
    return column(name, type, true);
  }

  private static Column column(String name, ColumnType type, boolean nullable) {
    return new Column(
        name,
        type,
        nullable,
        "see the class that names it",
        "-",
        nullable ? "unknown" : "never",
        Privacy.IDENTIFIER,
        true);
  }
}
