package io.github.hubgenealogy.jobs.report;

import com.samskivert.mustache.Mustache;
import io.github.hubgenealogy.jobs.policy.Policy;
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

/**
 * The report as one page without script or network; everything that is text is escaped, and what
 * hides in text spelt out.
 */
final class Page {
  private static final String TEMPLATE = "/io/github/hubgenealogy/jobs/report/index.mustache";

  /** Longer tables are for machines: the rest is in their files. */
  private static final int MOST_ROWS = 60;

  private final Statistics statistics;
  private final Origin origin;

  /** The report's page. */
  Page(Statistics statistics, Origin origin) {
    this.statistics = statistics;
    this.origin = origin;
  }

  String html(List<Section> sections) {
    return html(
        origin,
        "Genealogy of the Hub’s models",
        "Who descends from whom among the Hub’s models",
        statistics.snapshot().id(),
        tiles(),
        true,
        sections);
  }

  /**
   * A page in the report's style.
   *
   * @param subject the snapshots that it is of
   * @param tiles figures that one sees first: number, text, policy
   * @param methods whether the report's methods stand below
   */
  static String html(
      Origin origin,
      String title,
      String heading,
      String subject,
      List<Map<String, String>> tiles,
      boolean methods,
      List<Section> sections) {
    Map<String, Object> page = new HashMap<>();
    page.put("title", title);
    page.put("heading", heading);
    page.put("subject", subject);
    page.put("methods", methods);
    page.put("origin", origin.word());
    page.put("warning", warning(origin));
    page.put("tiles", tiles);
    page.put("sections", sections.stream().map(Page::section).toList());
    try (InputStream file = Page.class.getResourceAsStream(TEMPLATE);
        Reader template = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      return Mustache.compiler()
          .escapeHTML(true)
          .emptyStringIsFalse(true)
          .compile(template)
          .execute(page);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What must be said before any figure; null for the Hub itself. */
  private static String warning(Origin origin) {
    return switch (origin) {
      case HUB -> null;
      case IMPORT ->
          "Imported: these figures rest on someone else's dump of the Hub, and on cards as the Hub parsed them.";
      case CORPUS -> "A file of cards, not the Hub: nothing here is a figure about the Hub.";
      case SIMULATED ->
          "Simulated: every model, owner and figure on this page is made up. Nothing here is about the Hub or anyone on it.";
    };
  }

  /** The few figures that one sees first, each with its policy. */
  private List<Map<String, String>> tiles() {
    String union = Policy.UNION.word();
    String plain = Policy.UNION_NO_MERGE.word();
    List<Map<String, String>> tiles = new ArrayList<>();
    tiles.add(tile(count(union, "models", "vertices"), "models", union));
    tiles.add(tile(count(union, "edges", "edges"), "edges from child to parent", union));
    tiles.add(tile(derived(union), "of models descend from another", union));
    tiles.add(
        tile(share(union, "edges", "owner_crossing"), "of edges lead to another owner", union));
    tiles.add(
        tile(
            share(plain, "models", "largest_component"),
            "of models in the largest component",
            plain));
    tiles.add(
        tile(
            count(plain, "derived_models", "longest_chain_of_two_owners"),
            "steps in the longest chain of two owners",
            plain));
    return tiles;
  }

  static Map<String, String> tile(String number, String text, String policy) {
    return Map.of("number", number, "text", text, "policy", policy);
  }

  private String count(String policy, String population, String statistic) {
    return String.format(Locale.ROOT, "%,d", statistics.count(policy, population, statistic, ""));
  }

  private String share(String policy, String population, String statistic) {
    Statistics.Value value = statistics.figure(policy, population, statistic, "");
    return value == null || value.value() == null ? "–" : percent(value.value());
  }

  private String derived(String policy) {
    long models = statistics.count(policy, "models", "vertices", "");
    long derived =
        statistics.count(policy, "models", "shape", "inner")
            + statistics.count(policy, "models", "shape", "leaf");
    return models == 0 ? "–" : percent((double) derived / models);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static Map<String, Object> section(Section section) {
    return Map.of(
        "id", section.id(),
        "title", section.title(),
        "lead", section.lead(),
        "wide", section.plots().size() == 1,
        "plots", section.plots().stream().map(Page::plot).toList(),
        "tables", section.tables().stream().map(Page::table).toList());
  }

  private static Map<String, Object> plot(Plot plot) {
    return Map.of(
        "name", plot.name(),
        "title", plot.title(),
        "caption", plot.caption(),
        "description", plot.description(),
        "svg", plot.svg(),
        "table", table(plot.table()));
  }

  private static Map<String, Object> table(ReportTable table) {
    Map<String, Object> values = new HashMap<>();
    values.put("name", table.name());
    values.put("title", table.title());
    values.put("caption", table.caption());
    values.put("header", header(table));
    values.put("narrow", table.header().size() <= 3);
    values.put("empty", table.rows().isEmpty());
    values.put(
        "rest",
        table.rows().size() <= MOST_ROWS
            ? null
            : String.format(
                Locale.ROOT,
                "The first %,d of %,d rows; all are in the CSV.",
                MOST_ROWS,
                table.rows().size()));
    values.put(
        "rows",
        table.rows().stream()
            .limit(MOST_ROWS)
            .map(row -> Map.of("cells", row.stream().map(Page::cell).toList()))
            .toList());
    return values;
  }

  /** A column's head stands where its cells do. */
  private static List<Map<String, Object>> header(ReportTable table) {
    List<Map<String, Object>> header = new ArrayList<>();
    for (int i = 0; i < table.header().size(); i++) {
      int column = i;
      boolean text = table.rows().stream().anyMatch(row -> row.get(column) instanceof String);
      header.add(
          Map.of("text", Printable.line(table.header().get(i)), "align", text ? "text" : "number"));
    }
    return header;
  }

  private static Map<String, Object> cell(Object value) {
    if (value instanceof String text) {
      return Map.of("text", Printable.line(text), "share", "", "align", "text");
    }
    if (value instanceof Share share) {
      return Map.of(
          "text",
          String.format(Locale.ROOT, "%,d", share.part()),
          "share",
          share.value() == null ? "" : percent(share.value()),
          "align",
          "number");
    }
    String text = "–";
    if (value instanceof Double number) {
      text = decimal(number);
    } else if (value instanceof Number number) {
      text = String.format(Locale.ROOT, "%,d", number.longValue());
    }
    return Map.of("text", text, "share", "", "align", "number");
  }

  /** Three figures that matter. */
  private static String decimal(double number) {
    double size = Math.abs(number);
    return size == 0
        ? "0"
        : size >= 100
            ? String.format(Locale.ROOT, "%,.0f", number)
            : size >= 0.001
                ? String.format(
                    Locale.ROOT, size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f", number)
                : String.format(Locale.ROOT, "%.1e", number);
  }
}
