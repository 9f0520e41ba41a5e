package io.github.hubgenealogy.jobs.report;

import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.policy.Relation;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The report's tables that stand for themselves, and what each holds. */
final class Tables {
  private static final String UNION = Policy.UNION.word();
  private static final List<String> POLICIES =
      Policy.ofLineage().stream().map(Policy::word).toList();
  private static final List<String> ALL = Arrays.stream(Policy.values()).map(Policy::word).toList();

  private final Statistics statistics;
  private final Captions captions;
  private final int top;

  Tables(Statistics statistics, Captions captions, int top) {
    this.statistics = statistics;
    this.captions = captions;
    this.top = top;
  }

  /** One line of a table of figures, a column a policy. */
  record Line(String title, String population, String statistic, String key) {}

  static final List<Line> HEADLINE =
      List.of(
          new Line("models (vertices)", "models", "vertices", ""),
          new Line("edges", "edges", "edges", ""),
          new Line("derived from several roots", "models", "several_roots", ""),
          new Line("isolated", "models", "shape", "isolated"),
          new Line("roots with children", "models", "shape", "root_with_children"),
          new Line("derived, with children", "models", "shape", "inner"),
          new Line("derived, without children", "models", "shape", "leaf"),
          new Line("in cycles", "models", "in_cycle", ""),
          new Line("parents that are not listed", "parents", "absent_parents", ""),
          new Line("below a parent not listed", "models", "descendants_of_absent_parents", ""),
          new Line("components", "components", "components", ""),
          new Line("components of several models", "components", "components_of_several", ""),
          new Line("largest component (models)", "models", "largest_component", ""),
          new Line(
              "largest with datasets as nodes",
              "models_and_datasets",
              "largest_component_with_datasets",
              ""),
          new Line("deepest model (edges)", "derived_models", "depth_max_maximum", ""),
          new Line(
              "longest chain of two owners", "derived_models", "longest_chain_of_two_owners", ""),
          new Line("most children", "models", "maximum", "children"),
          new Line(
              "most children without other parent", "models", "maximum", "fan_out_single_parent"),
          new Line("most descendants", "models", "maximum", "descendants"),
          new Line("children of the top 100 parents", "models", "held_by_top_100", "children"),
          new Line("roots above half of the derived", "roots", "roots_covering", "50 %"),
          new Line("edges between different owners", "edges", "owner_crossing", ""),
          new Line("edges with sources in conflict", "edges", "relation_conflict", ""));

  ReportTable headline() {
    List<List<Object>> rows = new ArrayList<>();
    for (Line line : HEADLINE) {
      List<Object> row = new ArrayList<>(List.of(line.title()));
      for (String policy : POLICIES) {
        row.add(statistics.cell(policy, line.population(), line.statistic(), line.key()));
      }
      rows.add(row);
    }
    return new ReportTable(
        "headline",
        "The shape of the genealogy",
        captions.models(POLICIES),
        header("figure", POLICIES),
        rows);
  }

  ReportTable topModels(String measure) {
    String title =
        switch (measure) {
          case "descendants" -> "Models with most descendants";
          case "children" -> "Models with most children";
          case "fan_out_single_parent" -> "Models with most children that have no other parent";
          case "longest_chain" -> "The longest chain of descent";
          case "longest_chain_of_two_owners" -> "The longest chain on which two owners meet";
          default -> "Largest components, by the member with most descendants";
        };
    boolean chain = measure.startsWith("longest");
    String value =
        switch (measure) {
          case "component_size" -> "models";
          case "descendants" -> "descendants";
          default -> chain ? "depth" : "children";
        };
    String policy = chain ? Policy.UNION_NO_MERGE.word() : UNION;
    return new ReportTable(
        "top-" + measure.replace('_', '-'),
        title,
        captions.models(List.of(policy)),
        List.of(chain ? "step" : "rank", "model", value),
        statistics.top(policy, measure, chain ? Integer.MAX_VALUE : top));
  }

  ReportTable topDatasets() {
    List<List<Object>> rows = new ArrayList<>();
    for (Object[] row : statistics.rows(TableContracts.TOP_DATASETS, UNION)) {
      if (row[1].equals("models_downstream") && (Integer) row[2] <= top) {
        rows.add(List.of(row[2], row[3], row[4]));
      }
    }
    return new ReportTable(
        "top-datasets",
        "Datasets with most models downstream",
        captions.models(List.of(UNION)),
        List.of("rank", "dataset", "models"),
        rows);
  }

  /** What is known of the edges of each relation. */
  ReportTable byRelation() {
    List<List<Object>> rows = new ArrayList<>();
    for (Relation relation : Relation.values()) {
      String word = relation.word();
      List<Object> row = new ArrayList<>(List.of(word));
      for (String statistic :
          List.of(
              "owner_crossing",
              "child_has_children",
              "relation_conflict",
              "child_older_than_parent")) {
        row.add(statistics.cell(UNION, "edges", statistic, word));
      }
      row.add(statistics.cell(UNION, "edges_dated", "days_after_parent_p50", word));
      rows.add(row);
    }
    return new ReportTable(
        "by-relation",
        "Edges of each relation",
        captions.edges(List.of(UNION)),
        List.of(
            "relation",
            "other owner",
            "child has children",
            "sources in conflict",
            "child older than parent",
            "median days after parent"),
        rows);
  }

  /** All keys of a statistic under union, the largest first. */
  ReportTable keyed(
      String name, String title, String population, String statistic, List<String> header) {
    List<List<Object>> rows = new ArrayList<>();
    statistics.keys(UNION, population, statistic).entrySet().stream()
        .sorted(
            java.util.Comparator.comparingLong(
                    (Map.Entry<String, Statistics.Value> entry) -> -entry.getValue().numerator())
                .thenComparing(Map.Entry::getKey))
        .limit(top)
        .forEach(
            entry ->
                rows.add(List.of(entry.getKey().replace(">", " → "), entry.getValue().cell())));
    return new ReportTable(name, title, captions.edges(List.of(UNION)), header, rows);
  }

  ReportTable concentration() {
    return whole(
        "concentration",
        "How unequal it is",
        TableContracts.CONCENTRATION,
        List.of("of", "holders", "total", "Gini", "HHI", "top 10", "top 100", "top 1 %"));
  }

  private ReportTable whole(String name, String title, TableContract table, List<String> header) {
    List<List<Object>> rows = new ArrayList<>();
    for (Object[] row : statistics.rows(table, UNION)) {
      rows.add(Arrays.asList(row).subList(1, row.length));
    }
    return new ReportTable(name, title, captions.models(List.of(UNION)), header, rows);
  }

  ReportTable completeness() {
    List<List<Object>> rows = new ArrayList<>();
    for (Object[] row : statistics.rows(TableContracts.COMPLETENESS)) {
      Statistics.Value share =
          statistics.figure("all", (String) row[0], "outcome_share", (String) row[1]);
      rows.add(
          List.of(
              row[0],
              ((String) row[1]).isEmpty() ? "(none)" : row[1],
              share == null ? row[2] : share.cell()));
    }
    return new ReportTable(
        "completeness",
        "What became of everything asked for",
        captions.all("all rows of each subject"),
        List.of("subject", "outcome", "rows"),
        rows);
  }

  /** The headline figures of the snapshot before, of this one, and their difference. */
  ReportTable changes(Statistics before) {
    List<List<Object>> rows = new ArrayList<>();
    for (Line line : HEADLINE) {
      long old = before.count(UNION, line.population(), line.statistic(), line.key());
      long now = statistics.count(UNION, line.population(), line.statistic(), line.key());
      boolean known = before.figure(UNION, line.population(), line.statistic(), line.key()) != null;
      List<Object> row = new ArrayList<>(List.of(line.title()));
      row.add(known ? (Long) old : null);
      row.add(now);
      row.add(known ? (Long) (now - old) : null);
      row.add(known && old != 0 ? (Double) ((double) (now - old) / old) : null);
      rows.add(row);
    }
    return new ReportTable(
        "changes",
        "What changed since " + before.snapshot().id(),
        captions.models(List.of(UNION)),
        List.of(
            "figure", before.snapshot().id(), statistics.snapshot().id(), "difference", "relative"),
        rows);
  }

  /** The headline under every policy, for papers. */
  ReportTable everyPolicy() {
    List<List<Object>> rows = new ArrayList<>();
    for (Line line : HEADLINE) {
      List<Object> row = new ArrayList<>(List.of(line.title()));
      for (String policy : ALL) {
        Statistics.Value value =
            statistics.figure(policy, line.population(), line.statistic(), line.key());
        row.add(value == null ? null : value.numerator());
      }
      rows.add(row);
    }
    return new ReportTable(
        "every-policy",
        "Every policy",
        captions.all("as in the first line"),
        header("figure", ALL),
        rows);
  }

  private static List<String> header(String first, List<String> rest) {
    List<String> header = new ArrayList<>(List.of(first));
    header.addAll(rest);
    return header;
  }
}
