package io.github.hubgenealogy.lake.index;

/** Names and texts quoted for DuckDB. */
final class Sql {
  private Sql() {}

  static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
