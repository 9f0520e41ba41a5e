package io.github.hubgenealogy.system;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.rows.TableFileReader;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The rows of a raw table as texts, without the times of asking. */
final class RawRows {
  private static final Set<String> TIMES = Set.of("observedAt", "fetchedAt");

  private RawRows() {}

  static List<String> of(Snapshot snapshot, TableContract table) throws IOException {
    List<String> columns =
        table.columns().stream()
            .map(column -> column.name())
            .filter(name -> !TIMES.contains(name))
            .toList();
    List<String> rows = new ArrayList<>();
    for (String path : snapshot.dataPaths(table)) {
      try (TableFileReader reader = new TableFileReader(snapshot.files(), path, table, columns)) {
        for (Object[] row = reader.next(); row != null; row = reader.next()) {
          rows.add(Arrays.deepToString(printable(row)));
        }
      }
    }
    return rows;
  }

  /** Lists and structs as arrays all the way down, which print by their values. */
  private static Object[] printable(Object[] row) {
    return Arrays.stream(row)
        .map(
            value ->
                value instanceof List<?> list
                    ? printable(list.toArray())
                    : value instanceof Object[] struct ? printable(struct) : value)
        .toArray();
  }
}
