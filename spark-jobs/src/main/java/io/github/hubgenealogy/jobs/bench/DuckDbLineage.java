package io.github.hubgenealogy.jobs.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What SQL can do of lineage, in DuckDB on the same two tables: components by label propagation
 * with pointer jumping, the closure level by level with distances and the cap, degrees and counts,
 * for one policy. No cycles, no longest path, no roots, no next hop. Like the engine memory it
 * takes the ids' order from the sorted files. The SQL is in {@code lineage.sql} beside this class.
 */
final class DuckDbLineage {
  private static final String SQL = "lineage.sql";

  private DuckDbLineage() {}

  /** Reads the tables, computes and writes two Parquet files. */
  static void run(Path models, Path edges, Path target, int threads, String policy)
      throws SQLException, IOException {
    String[] parts = script().split("-- then\n", 5);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads = " + threads);
      statement.execute(
          parts[0]
              .replace("$models", models + "/*.parquet")
              .replace("$edges", edges + "/*.parquet")
              .replace("$policy", policy));
      do {
        statement.execute(parts[1]);
      } while (changed(statement));
      statement.execute(parts[2]);
      do {
        statement.execute(parts[3]);
      } while (changed(statement));
      statement.execute(parts[4].replace("$target", target.toString()));
    }
  }

  private static boolean changed(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT n FROM changed")) {
      rows.next();
      return rows.getLong(1) > 0;
    }
  }

  private static String script() throws IOException {
    try (InputStream file = DuckDbLineage.class.getResourceAsStream(SQL)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
