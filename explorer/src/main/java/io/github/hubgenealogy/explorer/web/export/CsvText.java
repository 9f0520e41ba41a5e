package io.github.hubgenealogy.explorer.web.export;

import io.github.hubgenealogy.lake.command.Printable;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as CSV (RFC 4180) that a spreadsheet may open: a cell that it would take for a formula
 * begins with an apostrophe, and what hides or reorders text is spelt out.
 */
final class CsvText {
  /** What makes a formula in the spreadsheets that we know. */
  private static final String FORMULA = "=+-@|%";

  private final StringBuilder text = new StringBuilder();

  /** Adds a row; null is an empty cell, a collection its parts with a semicolon between. */
  CsvText row(List<?> cells) {
    text.append(cells.stream().map(CsvText::cell).collect(Collectors.joining(","))).append("\r\n");
    return this;
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    String plain =
        value instanceof Collection<?> many
            ? many.stream().map(String::valueOf).collect(Collectors.joining(";"))
            : value.toString();
    String safe = Printable.line(plain);
    String start = safe.stripLeading();
    if (!start.isEmpty() && FORMULA.indexOf(start.charAt(0)) >= 0) {
      safe = "'" + safe;
    }
    return safe.chars().anyMatch(each -> each == ',' || each == '"' || each == ';' || each == '\'')
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
