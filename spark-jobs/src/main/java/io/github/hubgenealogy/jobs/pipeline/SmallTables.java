package io.github.hubgenealogy.jobs.pipeline;

import io.github.hubgenealogy.jobs.tables.SortedFiles;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.id.ModelId;
import io.github.hubgenealogy.lake.rows.ObjectCells;
import io.github.hubgenealogy.lake.store.DataFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Writes tables whose few rows the driver already holds, sorted as their contract says, without a
 * Spark job.
 */
public final class SmallTables {
  private final StageRun run;

  public SmallTables(StageRun run) {
    this.run = run;
  }

  /**
   * Writes and seals.
   *
   * @param rows values by the contract's columns, in their order
   */
  public void write(TableContract table, List<Object[]> rows) throws IOException {
    run.requireDeclared(table);
    List<Object[]> sorted = new ArrayList<>(rows);
    sorted.sort(order(table));
    run.tables().snapshot().drop(table);
    List<DataFile> files =
        SortedFiles.write(
            run.tables().snapshot(),
            table,
            null,
            sorted.size(),
            () -> place -> new ObjectCells(sorted.get((int) place)));
    run.tables().seal(table, files, run.fingerprint(), run.facts());
  }

  private static Comparator<Object[]> order(TableContract table) {
    int[] columns = table.sort().stream().mapToInt(table::indexOf).toArray();
    return (a, b) -> {
      for (int column : columns) {
        int order = compare(a[column], b[column]);
        if (order != 0) {
          return order;
        }
      }
      return 0;
    };
  }

  private static int compare(Object a, Object b) {
    if (a instanceof String text) {
      return ModelId.UTF8_ORDER.compare(text, (String) b);
    }
    return Long.compare(((Number) a).longValue(), ((Number) b).longValue());
  }
}
