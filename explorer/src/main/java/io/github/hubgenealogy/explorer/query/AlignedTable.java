package io.github.hubgenealogy.explorer.query;

import io.github.hubgenealogy.lake.command.Printable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table for a terminal: columns as wide as the first thousand rows need, numbers to the right. A
 * later row that needs more is printed whole, out of line.
 */
final class AlignedTable implements Rows {
  private static final int LOOKED_AT = 1000;
  private static final int WIDEST = 80;

  private final PrintWriter out;
  private final List<List<Object>> waiting = new ArrayList<>();
  private List<String> columns;
  private int[] widths;
  private boolean[] numbers;
  private long count;

  AlignedTable(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void begin(List<String> names) {
    columns = names;
  }

  @Override
  public void row(List<Object> values) {
    count++;
    if (widths != null) {
      print(values);
      return;
    }
    waiting.add(values);
    if (waiting.size() == LOOKED_AT) {
      flush();
    }
  }

  @Override
  public void end() {
    if (widths == null) {
      flush();
    }
    out.println(String.format(Locale.ROOT, "%,d row%s", count, count == 1 ? "" : "s"));
  }

  private void flush() {
    widths = new int[columns.size()];
    numbers = new boolean[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.min(WIDEST, Printable.line(columns.get(i)).length());
      numbers[i] = true;
      for (List<Object> row : waiting) {
        widths[i] = Math.max(widths[i], Math.min(WIDEST, text(row.get(i)).length()));
        numbers[i] &= row.get(i) == null || row.get(i) instanceof Number;
      }
    }
    print(new ArrayList<>(columns));
    StringBuilder line = new StringBuilder();
    for (int width : widths) {
      line.append(line.isEmpty() ? "" : "  ").append("-".repeat(width));
    }
    out.println(line);
    waiting.forEach(this::print);
    waiting.clear();
  }

  private void print(List<Object> values) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String text = text(values.get(i));
      String padding = " ".repeat(Math.max(0, widths[i] - text.length()));
      line.append(i == 0 ? "" : "  ");
      line.append(numbers[i] ? padding + text : text + padding);
    }
    out.println(line.toString().stripTrailing());
  }

  private static String text(Object value) {
    return value == null ? "" : Printable.line(value.toString());
  }
}
