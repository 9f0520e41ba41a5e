package io.github.hubgenealogy.lake.rows;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.LocalFiles;
import java.nio.file.Path;
import java.util.List;

/** A program that writes some rows of table claims and prints their file's sha256. */
final class WritesOneFile {
  private WritesOneFile() {}

  /** Argument: the folder to write into. */
  public static void main(String... arguments) throws Exception {
    TableContract table = TableContracts.EDGES;
    try (TableFileWriter writer =
        new TableFileWriter(
            new LocalFiles(Path.of(arguments[0])), "t", "part-00000.parquet", table)) {
      for (int i = 0; i < 2_000; i++) {
        writer.write(new ObjectCells(row(table, i)));
      }
      System.out.println(writer.finish().sha256());
    }
  }

  private static Object[] row(TableContract table, int i) {
    return table.columns().stream()
        .map(
            column ->
                switch (column.type().spelling()) {
                  case "string" -> column.distinct() || i % 3 == 0 ? "o/" + i : "o/x";
                  case "boolean" -> i % 2 == 0;
                  case "array<string>" -> List.of("card", "s" + i % 5);
                  default -> column.nullable() && i % 7 == 0 ? null : 1_700_000_000_000_000L + i;
                })
        .toArray();
  }
}
