package io.github.hubgenealogy.lake.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/**
 * What an index says, as one checksum. DuckDB gives other bytes at each run, so the file's own
 * checksum tells whether it is still as it was written, and this one whether two builds made the
 * same: SHA-256 over every table's name, columns and, row by row in their order, DuckDB's own hash
 * of what a row holds, which costs a tenth of SHA-256 over the rows' text and is the same wherever
 * the driver is of the same version.
 */
public final class IndexContent {
  private static final String TABLES =
      "select table_name, string_agg(column_name || ' ' || data_type, ', ' order by column_index)"
          + " from duckdb_columns() where schema_name = 'explorer' group by 1 order by 1";

  /** Rows a block: their hashes are in memory together. */
  private static final int BLOCK = 8192;

  private IndexContent() {}

  /** The checksum of an index in a file, in hexadecimal. */
  public static String of(Path file) throws IOException {
    Properties settings = new Properties();
    settings.setProperty("access_mode", "READ_ONLY");
    settings.setProperty("enable_external_access", "false");
    settings.setProperty("memory_limit", "2GB");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, settings)) {
      return of(connection);
    } catch (SQLException refused) {
      throw Sql.failed("content of the index " + file, refused);
    }
  }

  static String of(Connection connection) throws SQLException {
    MessageDigest digest = sha256();
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.execute("set timezone = 'UTC'");
      try (ResultSet table = statement.executeQuery(TABLES)) {
        while (table.next()) {
          names.add(table.getString(1));
          add(digest, table.getString(1) + " " + table.getString(2));
        }
      }
      for (String name : names) {
        String from = "explorer." + Sql.name(name);
        try (ResultSet block =
            statement.executeQuery(
                "select sha256(string_agg(hash(row)::varchar, ' ' order by rowid)) from "
                    + "(select rowid, row from "
                    + from
                    + " row) group by rowid // "
                    + BLOCK
                    + " order by min(rowid)")) {
          while (block.next()) {
            add(digest, block.getString(1));
          }
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
