package io.github.hubgenealogy.jobs.report;

import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.policy.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Which tables the report has, and what stands in each. */
final class ReportTables {
  private static final List<String> POLICIES =
      Policy.ofLineage().stream().map(Policy::word).toList();

  private final Statistics statistics;
  private final String source;
  private final int top;

  ReportTables(Statistics statistics, String source, int top) {
    this.statistics = statistics;
    this.source = source;
    this.top = top;
  }

  List<ReportTable> all() {
    List<ReportTable> tables = new ArrayList<>();
    tables.add(headline());
    for (String measure : List.of("descendants", "children", "component_size")) {
      tables.add(topModels(measure));
    }
    tables.add(completeness());
    return tables;
  }

  /** The tables behind the plots, by the plots' names. */
  List<ReportTable> behindPlots() {
    return List.of(
        growth(),
        relations(),
        spread(
            "components",
            "Components by size",
            "models in the component",
            statistics::componentSizes),
        spread(
            "fan-out",
            "Models by number of children",
            "children",
            policy -> statistics.fanOut(policy, "children")),
        spread(
            "descendants",
            "Models by number of descendants",
            "descendants",
            policy -> statistics.fanOut(policy, "descendants")),
        spread(
            "depths",
            "Derived models by depth",
            "depth",
            policy -> statistics.depths(policy, "depth_max")));
  }

  private ReportTable growth() {
    List<List<Object>> rows = new ArrayList<>();
    for (Object[] row : statistics.growth()) {
      rows.add(List.of(((String) row[0]).isEmpty() ? "no date" : row[0], row[1], row[2]));
    }
    return new ReportTable(
        "growth",
        "Models by month of creation",
        caption("union"),
        List.of("month", "relation", "models"),
        rows);
  }

  /** How many have each number, a column a policy. */
  private ReportTable spread(
      String name, String title, String first, Function<String, NavigableMap<Long, Long>> counts) {
    TreeSet<Long> numbers = new TreeSet<>();
    POLICIES.forEach(policy -> numbers.addAll(counts.apply(policy).keySet()));
    List<List<Object>> rows = new ArrayList<>();
    for (Long number : numbers) {
      List<Object> row = new ArrayList<>(List.of(number));
      POLICIES.forEach(policy -> row.add(counts.apply(policy).getOrDefault(number, 0L)));
      rows.add(row);
    }
    return new ReportTable(
        name, title, caption("as in the columns"), header(first, POLICIES), rows);
  }

  /** One line of the headline table. */
  private record Line(String title, String population, String statistic, String key) {}

  private ReportTable headline() {
    List<Line> lines =
        List.of(
            new Line("models (vertices)", "models", "vertices", ""),
            new Line("edges", "edges", "edges", ""),
            new Line("derived from several roots", "models", "several_roots", ""),
            new Line("isolated", "models", "shape", "isolated"),
            new Line("roots with children", "models", "shape", "root_with_children"),
            new Line("derived, with children", "models", "shape", "inner"),
            new Line("derived, without children", "models", "shape", "leaf"),
            new Line("in cycles", "models", "in_cycle", ""),
            new Line("components", "components", "components", ""),
            new Line("components of several models", "components", "components_of_several", ""),
            new Line("models in the largest component", "models", "largest_component", ""),
            new Line("deepest model (edges)", "derived_models", "depth_max_maximum", ""),
            new Line("most children", "models", "maximum", "children"),
            new Line("most descendants", "models", "maximum", "descendants"),
            new Line(
                "children held by the top 100 parents", "models", "held_by_top_100", "children"),
            new Line("edges between different owners", "edges", "owner_crossing", ""));
    List<List<Object>> rows = new ArrayList<>();
    for (Line line : lines) {
      List<Object> row = new ArrayList<>(List.of(line.title()));
      for (String policy : POLICIES) {
        row.add(text(statistics.figure(policy, line.population(), line.statistic(), line.key())));
      }
      rows.add(row);
    }
    return new ReportTable(
        "headline",
        "The shape of the genealogy",
        caption("as in the columns"),
        header("figure", POLICIES),
        rows);
  }

  private ReportTable relations() {
    List<List<Object>> rows = new ArrayList<>();
    for (Relation relation : Relation.values()) {
      List<Object> row = new ArrayList<>(List.of(relation.word()));
      for (String policy : POLICIES) {
        row.add(text(statistics.figure(policy, "edges", "relation_share", relation.word())));
        row.add(text(statistics.figure(policy, "children", "relation_share", relation.word())));
      }
      rows.add(row);
    }
    List<String> columns = new ArrayList<>();
    for (String policy : POLICIES) {
      columns.add(policy + ": edges");
      columns.add(policy + ": children");
    }
    return new ReportTable(
        "relations", "Relations", caption("as in the columns"), header("relation", columns), rows);
  }

  private ReportTable topModels(String measure) {
    String title =
        switch (measure) {
          case "descendants" -> "Models with most descendants";
          case "children" -> "Models with most children";
          default -> "Largest components, by the member with most descendants";
        };
    return new ReportTable(
        "top-" + measure.replace('_', '-'),
        title,
        caption("union"),
        List.of("rank", "model", measure.equals("component_size") ? "models" : measure),
        statistics.top("union", measure, top));
  }

  private ReportTable completeness() {
    List<List<Object>> rows = new ArrayList<>();
    for (Object[] row : statistics.completeness()) {
      Statistics.Value share =
          statistics.figure("all", (String) row[0], "outcome_share", (String) row[1]);
      rows.add(List.of(row[0], row[1], row[2], share == null ? "" : percent(share)));
    }
    return new ReportTable(
        "completeness",
        "What became of everything asked for",
        source,
        List.of("subject", "outcome", "rows", "share"),
        rows);
  }

  private String caption(String policies) {
    return "Policy " + policies + " · " + source;
  }

  private static List<String> header(String first, List<String> rest) {
    List<String> header = new ArrayList<>(List.of(first));
    header.addAll(rest);
    return header;
  }

  /** A count, or a count with the share that it is. */
  private static Object text(Statistics.Value value) {
    if (value == null) {
      return "–";
    }
    if (value.denominator() == null) {
      return value.numerator();
    }
    return value.value() == null
        ? "–"
        : String.format(Locale.ROOT, "%,d (%s)", value.numerator(), percent(value));
  }

  private static String percent(Statistics.Value value) {
    return value.value() == null ? "–" : String.format(Locale.ROOT, "%.2f %%", 100 * value.value());
  }
}
