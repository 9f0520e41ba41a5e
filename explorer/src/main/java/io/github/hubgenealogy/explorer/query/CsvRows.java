package io.github.hubgenealogy.explorer.query;

import io.github.hubgenealogy.explorer.filing.CsvLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** Rows as CSV with a line of names. */
final class CsvRows implements Rows {
  private final CsvLines lines;

  CsvRows(PrintWriter out) {
    this.lines = new CsvLines(out);
  }

  @Override
  public void begin(List<String> columns) throws IOException {
    lines.line(columns);
  }

  @Override
  public void row(List<Object> values) throws IOException {
    lines.line(values);
  }

  @Override
  public void end() {}
}
