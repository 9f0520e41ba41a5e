package io.github.hubgenealogy.lake.index;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * Makes the index of a snapshot: one DuckDB file with all its tables, and beside them, in schema
 * {@code explorer}, the graph by number: a vertex's number is its place in table {@code models}, a
 * repeated text's is its place in a list of such texts, so that a reader fills its arrays by plain
 * reading.
 */
public final class SnapshotIndex {
  /**
   * The form of schema {@code explorer}; part of the file's name, so that a newer reader makes its
   * own.
   */
  public static final int VERSION = 1;

  /** Where a snapshot has an index of its own, made by its build. */
  public static final String FOLDER = "explore";

  /** The index's name there. */
  public static final String FILE = "index.v" + VERSION + ".duckdb";

  private SnapshotIndex() {}

  /**
   * Makes the file, which must not exist.
   *
   * @param threads how many DuckDB uses; with one the same snapshot gives the same bytes
   */
  public static void make(Snapshot snapshot, Path file, int threads) throws IOException {
    Properties settings = new Properties();
    settings.setProperty("threads", Integer.toString(threads));
    settings.setProperty("preserve_insertion_order", "true");
    settings.setProperty("memory_limit", "3GB");
    settings.setProperty("temp_directory", file + ".spill");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, settings);
        Statement statement = connection.createStatement()) {
      statement.execute("set timezone = 'UTC'");
      TableCopy tables = new TableCopy(connection, snapshot);
      for (TableContract table : TableContracts.ofSnapshots()) {
        tables.copy(table);
      }
      for (String sql : statements()) {
        statement.execute(sql);
      }
      statement.execute("checkpoint");
    } catch (SQLException refused) {
      throw new IOException("index of snapshot " + snapshot.id() + " at " + file, refused);
    }
  }

  /** The statements of the resource, which are separated by a semicolon at a line's end. */
  private static String[] statements() {
    try (InputStream file = SnapshotIndex.class.getResourceAsStream("index.sql")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip().split(";\\s*(\n|$)");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
