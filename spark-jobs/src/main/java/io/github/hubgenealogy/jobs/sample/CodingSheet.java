package io.github.hubgenealogy.jobs.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import io.github.hubgenealogy.lake.command.Printable;
import io.github.hubgenealogy.lake.id.ModelId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A sample as a sheet to be filled in: CSV for a spreadsheet, which may run no formula that an id
 * holds, and HTML to read beside it, which may run no script. The columns {@code edge_correct} and
 * {@code relation_correct} are the coder's: yes, no, or unsure.
 */
final class CodingSheet {
  static final String RELATION_COLUMN = "relation";
  static final String BASIS_COLUMN = "relation_basis";
  static final String SIZE_COLUMN = "stratum_size";
  static final String EDGE_CORRECT = "edge_correct";
  static final String RELATION_CORRECT = "relation_correct";

  private static final List<String> HEADER =
      List.of(
          "number",
          "child",
          "parent",
          RELATION_COLUMN,
          BASIS_COLUMN,
          SIZE_COLUMN,
          "inference_rule",
          "sources",
          "evidence",
          "warning_signs",
          EDGE_CORRECT,
          RELATION_CORRECT,
          "note");

  private static final ObjectWriter CSV =
      new CsvMapper().enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS).writer();

  private final List<SampledEdge> edges;
  private final String title;

  /** A sheet under a title that says which snapshot and seed it is of. */
  CodingSheet(List<SampledEdge> edges, String title) {
    this.edges = edges;
    this.title = title;
  }

  String csv() {
    StringBuilder text = new StringBuilder();
    try {
      text.append(CSV.writeValueAsString(HEADER.toArray()));
      for (int i = 0; i < edges.size(); i++) {
        text.append(
            CSV.writeValueAsString(
                cells(i + 1, edges.get(i)).stream().map(CodingSheet::safe).toArray()));
      }
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text.toString();
  }

  private static List<String> cells(int number, SampledEdge edge) {
    List<String> cells = new ArrayList<>();
    cells.add(Integer.toString(number));
    cells.add(edge.child());
    cells.add(edge.parent());
    cells.add(edge.stratum().relation());
    cells.add(edge.stratum().basis());
    cells.add(Long.toString(edge.size()));
    cells.add(edge.rule() == null ? "" : edge.rule());
    cells.add(String.join(", ", edge.sources()));
    cells.add(String.join("; ", edge.evidence()));
    cells.add(String.join(", ", edge.signs()));
    cells.addAll(List.of("", "", ""));
    return cells;
  }

  /** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
  private static String safe(String cell) {
    String line = Printable.line(cell);
    return !line.isEmpty() && "=+-@".indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
  }

  String html() {
    StringBuilder page = new StringBuilder();
    page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
        .append(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
        .append("<title>")
        .append(escaped(title))
        .append("</title>\n")
        .append("<style>body{font-family:sans-serif;margin:2em}table{border-collapse:collapse}")
        .append(
            "th,td{border:1px solid #999;padding:.3em;vertical-align:top;overflow-wrap:anywhere;max-width:30em}</style>\n")
        .append("</head><body><h1>")
        .append(escaped(title))
        .append("</h1>\n")
        .append(
            "<p>Fill edge_correct and relation_correct of the CSV file with yes, no or unsure.</p>\n<table><tr>");
    HEADER.forEach(name -> page.append("<th>").append(name).append("</th>"));
    page.append("</tr>\n");
    for (int i = 0; i < edges.size(); i++) {
      SampledEdge edge = edges.get(i);
      List<String> cells = cells(i + 1, edge);
      page.append("<tr>");
      for (int column = 0; column < cells.size(); column++) {
        page.append("<td>")
            .append(
                switch (HEADER.get(column)) {
                  case "child" -> link(edge.child());
                  case "parent" -> link(edge.parent());
                  case "evidence" ->
                      String.join(
                          "<br>", edge.evidence().stream().map(CodingSheet::escaped).toList());
                  default -> escaped(cells.get(column));
                })
            .append("</td>");
      }
      page.append("</tr>\n");
    }
    return page.append("</table></body></html>\n").toString();
  }

  /** A link to the model's page, where the id can stand in an address. */
  private static String link(String id) {
    if (!ModelId.isPathSafe(id)) {
      return escaped(id);
    }
    List<String> segments = new ArrayList<>();
    for (String segment : id.split("/", -1)) {
      segments.add(URLEncoder.encode(segment, StandardCharsets.UTF_8));
    }
    return "<a rel=\"noreferrer\" href=\"https://huggingface.co/"
        + String.join("/", segments)
        + "\">"
        + escaped(id)
        + "</a>";
  }

  private static String escaped(String text) {
    return Printable.line(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
