package io.github.hubgenealogy.explorer.query;

import io.github.hubgenealogy.explorer.store.IndexDatabase;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.settings.Durations;
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
  private final QueryLimits limits;

  public LockedQueries(Path index, QueryLimits limits) {
    this.index = index;
    this.limits = limits;
  }

  /**
   * Hands the rows of a SELECT on.
   *
   * @return what was cut off and by which limit, or null: the rows are all there are
   */
  String run(String sql, Rows rows) throws IOException {
    try (IndexDatabase database = IndexDatabase.open(index, limits.database());
        Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      String text = Selection.of(connection, sql).text();
      try (Deadline deadline = new Deadline(statement, limits.time())) {
        return run(statement, text, rows, deadline);
      }
    } catch (SQLException refused) {
      throw Selection.refused(refused.getMessage());
    }
  }

  private String run(Statement statement, String text, Rows rows, Deadline deadline)
      throws IOException {
    try (ResultSet result = statement.executeQuery(text)) {
      ResultSetMetaData shape = result.getMetaData();
      List<String> columns = new ArrayList<>();
      for (int i = 1; i <= shape.getColumnCount(); i++) {
        columns.add(shape.getColumnLabel(i));
      }
      rows.begin(columns);
      String cut = null;
      long given = 0;
      while (result.next()) {
        if (limits.rows() != null && given == limits.rows()) {
          cut = "cut after " + given + " rows, as --rows says; there are more";
          break;
        }
        if (deadline.passed()) {
          cut = "cut after " + given + " rows: the time that --time gives is over";
          break;
        }
        given++;
        List<Object> values = new ArrayList<>(columns.size());
        for (int i = 1; i <= columns.size(); i++) {
          values.add(Values.plain(result.getObject(i)));
        }
        rows.row(values);
      }
      rows.end();
      return cut;
    } catch (SQLException refused) {
      throw stopped(refused, deadline);
    }
  }

  private Fault stopped(SQLException refused, Deadline deadline) {
    if (deadline.passed()) {
      return Fault.badInput(
          "the query was stopped, it took longer than " + Durations.format(limits.time()),
          "--time",
          "Ask for less, or give it longer.");
    }
    String message = String.valueOf(refused.getMessage());
    return message.startsWith("Out of Memory")
        ? Fault.badInput(
            "the query needs more memory than it has, " + limits.memory(),
            "--memory",
            "Ask for less, or give it more.")
        : Selection.refused(message);
  }

  /**
   * Writes the rows of a SELECT to a Parquet file. This needs a database that may write one file:
   * an empty one in memory, to which the index is attached read-only, and which can reach nothing
   * outside but that file. What it runs is what the parser understood, written anew.
   */
  long write(String sql, Path file) throws IOException {
    Selection selection;
    try (IndexDatabase database = IndexDatabase.open(index, limits.database());
        Connection connection = database.connection()) {
      selection = Selection.of(connection, sql);
    } catch (SQLException refused) {
      throw Selection.refused(refused.getMessage());
    }
    Properties settings = new Properties();
    settings.setProperty("threads", Integer.toString(limits.database().threads()));
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
      String rows =
          limits.rows() == null
              ? selection.plain()
              : "from (" + selection.plain() + ") limit " + limits.rows();
      try (Deadline deadline = new Deadline(statement, limits.time())) {
        return copied(statement, rows, target, deadline);
      }
    } catch (SQLException refused) {
      throw Selection.refused(refused.getMessage());
    }
  }

  private long copied(Statement statement, String rows, String target, Deadline deadline) {
    try {
      return statement.executeUpdate(
          "copy (" + rows + ") to " + target + " (format parquet, compression zstd)");
    } catch (SQLException refused) {
      throw stopped(refused, deadline);
    }
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
