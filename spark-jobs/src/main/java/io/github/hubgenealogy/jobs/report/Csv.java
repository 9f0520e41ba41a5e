package io.github.hubgenealogy.jobs.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import io.github.hubgenealogy.lake.command.Printable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as CSV: texts quoted, numbers plain, nothing known an empty cell. A spreadsheet opens it
 * without running what a hostile id may hold.
 */
final class Csv {
  private static final ObjectWriter WRITER =
      new CsvMapper().enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS).writer();

  private Csv() {}

  static byte[] of(ReportTable table) {
    ReportTable plain = table.plain();
    List<List<Object>> lines = new ArrayList<>();
    lines.add(new ArrayList<>(plain.header()));
    for (List<Object> row : plain.rows()) {
      List<Object> cells = new ArrayList<>();
      row.forEach(cell -> cells.add(cell(cell)));
      lines.add(cells);
    }
    StringBuilder text = new StringBuilder();
    try {
      for (List<Object> line : lines) {
        text.append(WRITER.writeValueAsString(line.toArray()));
      }
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
  private static Object cell(Object value) {
    if (!(value instanceof String text)) {
      return value;
    }
    String safe = Printable.line(text);
    boolean formula = !safe.isEmpty() && "=+-@".indexOf(safe.charAt(0)) >= 0;
    return formula ? "'" + safe : safe;
  }
}
