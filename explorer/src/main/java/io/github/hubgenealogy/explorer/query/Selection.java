package io.github.hubgenealogy.explorer.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.Fault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A text that DuckDB's own parser takes for exactly one SELECT. Its serializer refuses every other
 * kind of statement, so nothing is decided by looking at words. This is the outer wall; the inner
 * one is the database, which is read-only, reaches nothing outside and takes no setting.
 *
 * @param text as typed
 * @param plain the same statement written anew from what the parser understood, without comments
 */
record Selection(String text, String plain) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PARSE = "select json_serialize_sql(?::varchar)";
  private static final String WRITE = "select json_deserialize_sql(?::json)";

  /** Parses, or fails with what the parser said. */
  static Selection of(Connection connection, String text) {
    try {
      String parsed = one(connection, PARSE, text);
      JsonNode tree = JSON.readTree(parsed);
      if (tree.path("error").asBoolean(true)) {
        throw refused(tree.path("error_message").asText("it is no SELECT"));
      }
      if (tree.path("statements").size() != 1) {
        throw refused("there are " + tree.path("statements").size() + " statements");
      }
      return new Selection(text, one(connection, WRITE, parsed));
    } catch (SQLException | JsonProcessingException failed) {
      throw refused(failed.getMessage());
    }
  }

  private static String one(Connection connection, String sql, String parameter)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, parameter);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  /** The error for a statement that DuckDB will not run, in one line. */
  static Fault refused(String message) {
    String first = message == null ? "" : message.lines().findFirst().orElse("");
    return new Fault(
        ExitCode.BAD_INPUT,
        "the query was refused",
        first,
        "Give one SELECT; hubgen tables lists tables and columns.");
  }
}
