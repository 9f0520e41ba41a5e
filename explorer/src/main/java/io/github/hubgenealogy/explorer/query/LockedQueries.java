package io.github.hubgenealogy.explorer.query;

import io.github.hubgenealogy.explorer.store.IndexDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Runs one SELECT over a snapshot's index, behind two walls; see {@link Selection}. */
public final class LockedQueries {
  private static final String TABLES = "snapshot";

  private final Path index;
  private final IndexDatabase.Limits limits;

  public LockedQueries(Path index, IndexDatabase.Limits limits) {
    this.index = index;
    this.limits = limits;
  }

  /** Hands the rows of a SELECT on. */
  void run(String sql, Rows rows) throws IOException {
    try (IndexDatabase database = IndexDatabase.open(index, limits);
        Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(Selection.of(connection, sql).text())) {
      ResultSetMetaData shape = result.getMetaData();
      List<String> columns = new ArrayList<>();
      for (int i = 1; i <= shape.getColumnCount(); i++) {
        columns.add(shape.getColumnLabel(i));
      }
      rows.begin(columns);
      while (result.next()) {
        List<Object> values = new ArrayList<>(columns.size());
        for (int i = 1; i <= columns.size(); i++) {
          values.add(Values.plain(result.getObject(i)));
        }
        rows.row(values);
      }
      rows.end();
    } catch (SQLException refused) {
      throw Selection.refused(refused.getMessage());
    }
  }

  /**
   * Writes the rows of a SELECT to a Parquet file. This needs a database that may write one file:
   * an empty one in memory, to which the index is attached read-only, and which can reach nothing
   * outside but that file. What it runs is what the parser understood, written anew.
   */
  long write(String sql, Path file) throws IOException {
    Selection selection;
    try (IndexDatabase database = IndexDatabase.open(index, limits);
        Connection connection = database.connection()) {
      selection = Selection.of(connection, sql);
    } catch (SQLException refused) {
      throw Selection.refused(refused.getMessage());
    }
    Properties settings = new Properties();
    settings.setProperty("threads", Integer.toString(limits.threads()));
    settings.setProperty("memory_limit", limits.memory());
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
        Statement statement = connection.createStatement()) {
      String target = quoted(file.toAbsolutePath().toString());
      statement.execute("attach " + quoted(index.toString()) + " as " + TABLES + " (read_only)");
      statement.execute("use " + TABLES);
      statement.execute("set timezone = 'UTC'");
      statement.execute("set allowed_paths = [" + target + "]");
      statement.execute("set enable_external_access = false");
      statement.execute("set lock_configuration = true");
      return statement.executeUpdate(
          "copy (" + selection.plain() + ") to " + target + " (format parquet, compression zstd)");
    } catch (SQLException refused) {
      throw Selection.refused(refused.getMessage());
    }
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
