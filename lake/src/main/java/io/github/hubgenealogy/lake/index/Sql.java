package io.github.hubgenealogy.lake.index;

import java.io.IOException;
import java.sql.SQLException;

/** Names and texts quoted for DuckDB, and its refusals as errors of a file. */
final class Sql {
  private Sql() {}

  static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** That something could not be done, with the first line of what DuckDB says; more is advice. */
  static IOException failed(String what, SQLException refused) {
    String why = String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
    return new IOException(what + ": " + why, refused);
  }
}
