package io.github.hubgenealogy.explorer.filing;

import io.github.hubgenealogy.lake.command.Printable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Lines of CSV (RFC 4180): texts quoted, numbers plain, what is not known an empty cell. Control,
 * bidirectional and invisible characters are spelt out, and a text that a spreadsheet would take
 * for a formula gets an apostrophe before it.
 */
public final class CsvLines {
  private static final String FORMULA_STARTS = "=+-@\t\r|%";

  private final Writer out;

  public CsvLines(Writer out) {
    this.out = out;
  }

  public void line(List<?> values) throws IOException {
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      cell(values.get(i));
    }
    out.write("\r\n");
  }

  private void cell(Object value) throws IOException {
    if (value == null) {
      return;
    }
    if (value instanceof Number || value instanceof Boolean) {
      out.write(value.toString());
      return;
    }
    String text = value.toString();
    boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    String safe = Printable.line(text);
    out.write('"');
    if (formula) {
      out.write('\'');
    }
    out.write(safe.indexOf('"') < 0 ? safe : safe.replace("\"", "\"\""));
    out.write('"');
  }
}
