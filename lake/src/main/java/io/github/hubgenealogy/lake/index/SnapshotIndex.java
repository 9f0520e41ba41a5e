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
 * Makes the index of a snapshot: one DuckDB file with what the explorer answers from, in schema
 * {@code explorer}, by number: a vertex's number is its place in table {@code models}, a repeated
 * text's is its place in a list of such texts, so that a reader fills its arrays by plain reading
 * and finds a model's sheet by an integer. What only a user's own SELECT reads is not in it: {@link
 * #makeTables} makes a database of the tables themselves.
 */
public final class SnapshotIndex {
  /**
   * The form of schema {@code explorer}; part of the file's name, so that a newer reader makes its
   * own.
   */
  public static final int VERSION = 3;

  /** Where a snapshot has an index of its own, made by its build. */
  public static final String FOLDER = "explore";

  /** The index's name there. */
  public static final String FILE = "index.v" + VERSION + ".duckdb";

  private SnapshotIndex() {}

  /**
   * Makes the file, which must not exist.
   *
   * @param threads how many DuckDB uses
   */
  public static void make(Snapshot snapshot, Path file, int threads) throws IOException {
    write(
        snapshot,
        file,
        threads,
        connection -> {
          TableCopy tables = new TableCopy(connection, snapshot);
          for (TableContract table : TableContracts.ofSnapshots()) {
            tables.view(table);
          }
          try (Statement statement = connection.createStatement()) {
            for (String sql : statements()) {
              statement.execute(sql);
            }
          }
        });
  }

  /** Makes a database of all tables of a snapshot under their own names; it must not exist. */
  public static void makeTables(Snapshot snapshot, Path file, int threads) throws IOException {
    write(
        snapshot,
        file,
        threads,
        connection -> {
          TableCopy tables = new TableCopy(connection, snapshot);
          for (TableContract table : TableContracts.ofSnapshots()) {
            tables.copy(table);
          }
        });
  }

  /** Fills a database. */
  @FunctionalInterface
  private interface Filling {
    void fill(Connection connection) throws IOException, SQLException;
  }

  private static void write(Snapshot snapshot, Path file, int threads, Filling filling)
      throws IOException {
    Properties settings = new Properties();
    settings.setProperty("threads", Integer.toString(threads));
    settings.setProperty("preserve_insertion_order", "true");
    settings.setProperty("memory_limit", "3GB");
    settings.setProperty("temp_directory", file + ".spill");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, settings);
        Statement statement = connection.createStatement()) {
      statement.execute("set timezone = 'UTC'");
      filling.fill(connection);
      statement.execute("checkpoint");
    } catch (SQLException refused) {
      throw Sql.failed("database of snapshot " + snapshot.id() + " at " + file, refused);
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
