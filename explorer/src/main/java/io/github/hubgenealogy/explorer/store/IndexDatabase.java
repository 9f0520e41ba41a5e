package io.github.hubgenealogy.explorer.store;

import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.duckdb.DuckDBConnection;

/**
 * An index opened for reading and locked: the database is read-only, nothing outside of it can be
 * reached, and no setting can be changed. Statements are files of this package, their parameters
 * bound. Safe for many threads: each statement has a connection of its own while it runs.
 */
public final class IndexDatabase implements AutoCloseable {
  private final Path file;
  private final DuckDBConnection first;
  private final ConcurrentLinkedQueue<Session> idle = new ConcurrentLinkedQueue<>();

  /** Reads one row; the columns are counted from 1. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Takes one row; the columns are counted from 1. */
  @FunctionalInterface
  public interface RowVisitor {
    void visit(ResultSet row) throws SQLException;
  }

  private IndexDatabase(Path file, DuckDBConnection first) {
    this.file = file;
    this.first = first;
  }

  /** Opens. */
  public static IndexDatabase open(Path file, Limits limits) throws IOException {
    Properties settings = new Properties();
    settings.setProperty("access_mode", "READ_ONLY");
    settings.setProperty("threads", Integer.toString(limits.threads()));
    settings.setProperty("memory_limit", limits.memory());
    settings.setProperty("preserve_insertion_order", "true");
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("enable_external_access", "false");
    DuckDBConnection connection = null;
    try {
      connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file, settings);
      lock(connection);
      return new IndexDatabase(file, connection);
    } catch (SQLException refused) {
      close(connection);
      throw new Fault(
          ExitCode.BAD_INPUT,
          "the snapshot's index cannot be opened",
          file.toString(),
          "Delete the file; the next command makes it again.",
          refused);
    }
  }

  /** In one process a file is one database, which another connection may have locked already. */
  private static void lock(Connection connection) throws SQLException {
    if (isLocked(connection)) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("set global timezone = 'UTC'");
      // Last: from now on nothing can be set.
      statement.execute("set lock_configuration = true");
    } catch (SQLException another) {
      if (!isLocked(connection)) {
        throw another;
      }
    }
  }

  private static boolean isLocked(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select current_setting('lock_configuration')")) {
      return row.next() && row.getBoolean(1);
    }
  }

  /**
   * What statements may use.
   *
   * @param threads of DuckDB, for all statements together
   * @param memory as DuckDB writes it, such as 512MB
   */
  public record Limits(int threads, String memory) {
    /** For commands of the terminal and for a server alike. */
    public static Limits usual() {
      return new Limits(Math.max(1, Runtime.getRuntime().availableProcessors()), "512MB");
    }
  }

  /** The rows of a statement in a file of this package, without the ending. */
  public <T> List<T> rows(String statementName, RowReader<T> reader, Object... parameters) {
    List<T> rows = new ArrayList<>();
    each(statementName, row -> rows.add(reader.read(row)), parameters);
    return rows;
  }

  /** The same, one row after another, in memory of one block. */
  public void each(String statementName, RowVisitor visitor, Object... parameters) {
    Session session = borrow();
    try (ResultSet row = session.run(statementName, parameters)) {
      while (row.next()) {
        visitor.visit(row);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(statementName + " on " + file, failed);
    } finally {
      idle.add(session);
    }
  }

  /** A connection with the statements that it has run, each prepared once. */
  private record Session(Connection connection, Map<String, PreparedStatement> prepared) {
    ResultSet run(String statementName, Object... parameters) throws SQLException {
      PreparedStatement statement = prepared.get(statementName);
      if (statement == null) {
        statement = connection.prepareStatement(text(statementName));
        prepared.put(statementName, statement);
      }
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement.executeQuery();
    }

    void end() throws SQLException {
      for (PreparedStatement statement : prepared.values()) {
        statement.close();
      }
      connection.close();
    }
  }

  /** A connection of the same locked database, for the caller to close. */
  public Connection connection() throws SQLException {
    return first.duplicate();
  }

  private Session borrow() {
    Session session = idle.poll();
    try {
      return session == null ? new Session(first.duplicate(), new HashMap<>()) : session;
    } catch (SQLException failed) {
      throw new IllegalStateException("a further connection to " + file, failed);
    }
  }

  private static String text(String statementName) {
    try (InputStream file = IndexDatabase.class.getResourceAsStream(statementName + ".sql")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void close(Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException gone) {
      throw new IllegalStateException(gone);
    }
  }

  /** Whether it was closed. */
  boolean isClosed() {
    try {
      return first.isClosed();
    } catch (SQLException gone) {
      throw new IllegalStateException(gone);
    }
  }

  @Override
  public void close() {
    try {
      for (Session session : idle) {
        session.end();
      }
    } catch (SQLException gone) {
      throw new IllegalStateException(gone);
    }
    close(first);
  }
}
