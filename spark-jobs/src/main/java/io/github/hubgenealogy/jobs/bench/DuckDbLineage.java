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
import java.util.List;

/**
 * What SQL can do of lineage, in DuckDB on the same two tables and for the same policies:
 * components by label propagation with pointer jumping, the closure level by level with distances
 * and the cap, degrees and counts; the pairs of the first policy are written as table ancestry is.
 * No cycles, no longest path, no roots, no next hop. Like the engine memory it takes the ids' order
 * from the sorted files. The SQL is in {@code lineage.sql} beside this class.
 */
final class DuckDbLineage {
  private static final String SQL = "lineage.sql";

  private DuckDbLineage() {}

  /** Reads the tables, computes and writes Parquet files. */
  static void run(Path models, Path edges, Path target, int threads, List<String> policies)
      throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads = " + threads);
      boolean first = true;
      for (String policy : policies) {
        String[] parts =
            script()
                .replace("$models", models + "/*.parquet")
                .replace("$edges", edges + "/*.parquet")
                .replace("$target", target.toString())
                .replace("$policy", policy)
                .split("-- then\n", 8);
        if (first) {
          statement.execute(parts[0]);
        }
        statement.execute(parts[1]);
        do {
          statement.execute(parts[2]);
        } while (changed(statement));
        statement.execute(parts[3]);
        do {
          statement.execute(parts[4]);
        } while (changed(statement));
        statement.execute(parts[5]);
        if (first) {
          statement.execute(parts[6]);
        }
        statement.execute(parts[7]);
        first = false;
      }
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
