package io.github.hubgenealogy.jobs.report;

import com.samskivert.mustache.Mustache;
import io.github.hubgenealogy.lake.command.Printable;
import io.github.hubgenealogy.lake.store.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The report as one page without script or network; everything that is text is escaped, and what
 * hides in text spelt out.
 */
final class Page {
  private static final String TEMPLATE = "/io/github/hubgenealogy/jobs/report/index.mustache";

  private static final Pattern NUMERIC =
      Pattern.compile("–|[\\d,.]+ %|[\\d,]+ \\((?:[\\d.]+ %|–)\\)");

  private final String snapshot;
  private final Origin origin;

  Page(String snapshot, Origin origin) {
    this.snapshot = snapshot;
    this.origin = origin;
  }

  String html(List<Plot> plots, List<ReportTable> behindPlots, List<ReportTable> tables) {
    Map<String, Object> page = new HashMap<>();
    page.put("snapshot", snapshot);
    page.put("origin", origin.word());
    page.put("warning", warning());
    page.put("plots", plots.stream().map(plot -> plot(plot, behindPlots)).toList());
    page.put("tables", tables.stream().map(Page::table).toList());
    try (InputStream file = Page.class.getResourceAsStream(TEMPLATE);
        Reader template = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      return Mustache.compiler().escapeHTML(true).compile(template).execute(page);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What must be said before any figure; null for the Hub itself. */
  private String warning() {
    return switch (origin) {
      case HUB -> null;
      case IMPORT ->
          "Imported: these figures rest on someone else's dump of the Hub, and on cards as the Hub parsed them.";
      case CORPUS -> "A file of cards, not the Hub: nothing here is a figure about the Hub.";
      case SIMULATED ->
          "Simulated: every model, owner and figure on this page is made up. Nothing here is about the Hub or anyone on it.";
    };
  }

  private static Map<String, Object> plot(Plot plot, List<ReportTable> tables) {
    Map<String, Object> values = new HashMap<>();
    values.put("name", plot.name());
    values.put("title", plot.title());
    values.put("caption", plot.caption());
    values.put("description", plot.description());
    values.put("svg", plot.svg());
    values.put(
        "table",
        tables.stream()
            .filter(table -> table.name().equals(plot.name()))
            .findFirst()
            .map(Page::table)
            .orElse(null));
    return values;
  }

  private static Map<String, Object> table(ReportTable table) {
    return Map.of(
        "name", table.name(),
        "title", table.title(),
        "caption", table.caption(),
        "header", header(table),
        "rows",
            table.rows().stream()
                .map(row -> Map.of("cells", row.stream().map(Page::cell).toList()))
                .toList());
  }

  /** A column's head stands where its cells do. */
  private static List<Map<String, Object>> header(ReportTable table) {
    List<Map<String, Object>> header = new ArrayList<>();
    for (int i = 0; i < table.header().size(); i++) {
      Object align =
          table.rows().isEmpty() ? "text" : cell(table.rows().get(0).get(i)).get("align");
      header.add(Map.of("text", table.header().get(i), "align", align));
    }
    return header;
  }

  private static Map<String, Object> cell(Object value) {
    if (value instanceof Number number) {
      return Map.of(
          "text", String.format(Locale.ROOT, "%,d", number.longValue()), "align", "number");
    }
    String text = Printable.line((String) value);
    return Map.of("text", text, "align", NUMERIC.matcher(text).matches() ? "number" : "text");
  }
}
