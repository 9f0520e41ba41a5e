package io.github.hubgenealogy.jobs.report;

import java.util.ArrayList;
import java.util.List;

/**
 * One table of the report.
 *
 * @param name of its files
 * @param caption policy, how many were counted, snapshot and origin
 * @param rows cells: a text, a Long or Integer, a Double, a {@link Share}, or null for nothing
 *     known
 */
record ReportTable(
    String name, String title, String caption, List<String> header, List<List<Object>> rows) {

  /** The same with shares in columns of their own, as files have it. */
  ReportTable plain() {
    List<Boolean> shares = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      int column = i;
      boolean share = rows.stream().anyMatch(row -> row.get(column) instanceof Share);
      shares.add(share);
      columns.add(header.get(i));
      if (share) {
        columns.add(header.get(i) + " (share)");
      }
    }
    List<List<Object>> plain = new ArrayList<>();
    for (List<Object> row : rows) {
      List<Object> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        Object cell = row.get(i);
        cells.add(cell instanceof Share of ? (Object) of.part() : cell);
        if (shares.get(i)) {
          cells.add(cell instanceof Share of ? of.value() : null);
        }
      }
      plain.add(cells);
    }
    return new ReportTable(name, title, caption, columns, plain);
  }
}
