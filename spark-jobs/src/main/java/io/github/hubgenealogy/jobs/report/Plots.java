package io.github.hubgenealogy.jobs.report;

import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.policy.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.time.TimeTableXYDataset;

/** Which plots the report has, and what each shows. */
final class Plots {
  private static final List<String> POLICIES =
      List.of(Policy.UNION.word(), Policy.UNION_NO_MERGE.word());
  private static final int DEPTHS = 15;

  private final Statistics statistics;
  private final String source;
  private final Charts charts = new Charts();

  /**
   * Prepares.
   *
   * @param source snapshot and origin, as each caption names them
   */
  Plots(Statistics statistics, String source) {
    this.statistics = statistics;
    this.source = source;
  }

  List<Plot> all() {
    return List.of(growth(), relations(), sizes(), depths(), fanOut(), descendants());
  }

  private String caption(String policies) {
    return "Policy " + policies + " · " + source;
  }

  private Plot growth() {
    TimeTableXYDataset data = Charts.byMonth();
    List<String> relations =
        List.of("root", "finetune", "adapter", "quantized", "merge", "mixed", "unspecified");
    TreeMap<String, long[]> months = new TreeMap<>();
    long undated = 0;
    for (Object[] row : statistics.growth()) {
      if (((String) row[0]).isEmpty()) {
        undated += (Long) row[2];
      } else {
        months
                .computeIfAbsent((String) row[0], month -> new long[relations.size()])[
                relations.indexOf((String) row[1])] +=
            (Long) row[2];
      }
    }
    for (int i = 0; i < relations.size(); i++) {
      for (var month : months.entrySet()) {
        data.add(Charts.month(month.getKey()), (double) month.getValue()[i], relations.get(i));
      }
    }
    return new Plot(
        "growth",
        "Models by month of creation",
        caption("union")
            + " · models still listed; the first month is March 2022 or earlier"
            + (undated == 0 ? "" : "; " + undated + " without a date are left out"),
        "Stacked bars: listed models by month of creation, by their relation to their parents.",
        charts.months("growth", "models", data));
  }

  private Plot relations() {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    for (Relation relation : Relation.values()) {
      for (String policy : List.of(Policy.UNION.word(), Policy.HUB_ONLY.word())) {
        Statistics.Value value =
            statistics.figure(policy, "edges", "relation_share", relation.word());
        data.addValue(value == null ? 0.0 : (double) value.numerator(), policy, relation.word());
      }
    }
    return new Plot(
        "relations",
        "Edges by relation",
        caption("union, hub"),
        "Bars: number of edges of each relation, by all sources and by the Hub's own.",
        charts.bars("relations", "relation", "edges", data, PlotOrientation.VERTICAL));
  }

  private Plot sizes() {
    return new Plot(
        "components",
        "Components by size",
        caption("union, union_no_merge")
            + " · both axes logarithmic; isolated models are the point at 1",
        "Points: how many weakly connected components there are of each size.",
        charts.logLog(
            "components",
            "models in the component",
            "components",
            POLICIES,
            POLICIES.stream().map(statistics::componentSizes).toList()));
  }

  private Plot fanOut() {
    return new Plot(
        "fan-out",
        "Models by number of children",
        caption("union, union_no_merge")
            + " · both axes logarithmic; models without children are left out",
        "Points: how many models have each number of children.",
        charts.logLog(
            "fan-out",
            "children",
            "models",
            POLICIES,
            POLICIES.stream().map(policy -> statistics.fanOut(policy, "children")).toList()));
  }

  private Plot descendants() {
    return new Plot(
        "descendants",
        "Models by number of descendants",
        caption("union, union_no_merge")
            + " · both axes logarithmic; models without descendants are left out",
        "Points: how many models have each number of descendants, in any number of steps.",
        charts.logLog(
            "descendants",
            "descendants",
            "models",
            POLICIES,
            POLICIES.stream().map(policy -> statistics.fanOut(policy, "descendants")).toList()));
  }

  private Plot depths() {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    List<Long> shown = new ArrayList<>();
    for (String policy : POLICIES) {
      statistics.depths(policy, "depth_max").keySet().stream()
          .filter(depth -> depth <= DEPTHS && !shown.contains(depth))
          .forEach(shown::add);
    }
    shown.sort(null);
    for (Long depth : shown) {
      for (String policy : POLICIES) {
        data.addValue(
            statistics.depths(policy, "depth_max").getOrDefault(depth, 0L),
            policy,
            depth.toString());
      }
    }
    return new Plot(
        "depths",
        "Derived models by depth",
        caption("union, union_no_merge")
            + " · longest path from a root, cycles condensed; roots are depth 0 and left out; up to depth "
            + DEPTHS,
        "Bars: how many derived models lie at each depth.",
        charts.bars("depths", "depth (edges)", "models", data, PlotOrientation.VERTICAL));
  }
}
