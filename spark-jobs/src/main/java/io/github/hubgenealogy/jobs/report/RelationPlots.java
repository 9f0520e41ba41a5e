package io.github.hubgenealogy.jobs.report;

import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.policy.Relation;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.category.StatisticalBarRenderer;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.statistics.DefaultStatisticalCategoryDataset;

/** Edges by relation, what follows on what, and how traits drift. */
final class RelationPlots {
  private static final String UNION = Policy.UNION.word();
  private static final List<String> TRAITS =
      List.of("license", "license_group", "language", "task", "library");

  private final Statistics statistics;
  private final Captions captions;
  private final Charts charts;

  RelationPlots(Statistics statistics, Captions captions, Charts charts) {
    this.statistics = statistics;
    this.captions = captions;
    this.charts = charts;
  }

  Plot relations() {
    List<String> policies = List.of(UNION, Policy.HUB_ONLY.word());
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    List<List<Object>> rows = new ArrayList<>();
    for (Relation relation : Relation.values()) {
      List<Object> row = new ArrayList<>(List.of(relation.word()));
      for (String policy : policies) {
        data.addValue(
            (double) statistics.count(policy, "edges", "relation_share", relation.word()),
            policy,
            relation.word());
        row.add(statistics.cell(policy, "edges", "relation_share", relation.word()));
        row.add(statistics.cell(policy, "children", "relation_share", relation.word()));
      }
      rows.add(row);
    }
    List<String> header = new ArrayList<>(List.of("relation"));
    policies.forEach(policy -> header.addAll(List.of(policy + ": edges", policy + ": children")));
    CategoryAxis categories = new CategoryAxis("relation");
    charts.styled(categories);
    CategoryPlot plot =
        new CategoryPlot(
            data, categories, charts.numberAxis("edges"), ShapePlots.bars(policies.size()));
    grid(plot);
    return new Plot(
        "relations",
        "Edges by relation",
        captions.edges(policies) + " · a child with two relations counts under both",
        "Bars: number of edges of each relation, by all sources and by the Hub's own.",
        charts.svg("relations", plot),
        new ReportTable("relations", "Edges by relation", captions.edges(policies), header, rows));
  }

  /** Shares of the child's relations, given the parent's. */
  Plot transitions() {
    TreeMap<String, TreeMap<String, Long>> pairs = new TreeMap<>();
    List<List<Object>> rows = new ArrayList<>();
    for (Object[] row : statistics.rows(TableContracts.RELATION_TRANSITIONS, UNION)) {
      pairs
          .computeIfAbsent((String) row[1], before -> new TreeMap<>())
          .put((String) row[2], (Long) row[3]);
    }
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    for (String before :
        List.of("root", "finetune", "quantized", "adapter", "merge", "unspecified")) {
      TreeMap<String, Long> after = pairs.getOrDefault(before, new TreeMap<>());
      long all = after.values().stream().mapToLong(Long::longValue).sum();
      for (Relation relation : Relation.values()) {
        long count = after.getOrDefault(relation.word(), 0L);
        data.addValue(all == 0 ? 0 : (double) count / all, relation.word(), before);
        if (count > 0) {
          rows.add(List.of(before, relation.word(), new Share(count, (double) count / all)));
        }
      }
    }
    var renderer = new org.jfree.chart.renderer.category.StackedBarRenderer();
    renderer.setBarPainter(new StandardBarPainter());
    renderer.setShadowVisible(false);
    for (int i = 0; i < data.getRowCount(); i++) {
      renderer.setSeriesPaint(i, Palette.relation((String) data.getRowKey(i)).color());
    }
    CategoryAxis categories = new CategoryAxis("the parent is itself");
    charts.styled(categories);
    NumberAxis share = charts.numberAxis("share of its children's edges");
    share.setRange(0, 1);
    CategoryPlot plot = new CategoryPlot(data, categories, share, renderer);
    grid(plot);
    String caption = captions.edges(List.of(UNION)) + " · pairs of an edge and an edge above it";
    return new Plot(
        "transitions",
        "What is made of what",
        caption,
        "Stacked bars: relations of children, by the relation of the parent to its own parents.",
        charts.svg("transitions", plot),
        new ReportTable(
            "transitions",
            "What is made of what",
            caption,
            List.of("parent's relation", "child's relation", "pairs"),
            rows));
  }

  /** Mean distances by trait and relation with their intervals. */
  Plot drift() {
    List<String> relations = List.of("finetune", "adapter", "quantized", "merge");
    DefaultStatisticalCategoryDataset data = new DefaultStatisticalCategoryDataset();
    List<List<Object>> rows = new ArrayList<>();
    for (Object[] row : statistics.rows(TableContracts.TRAIT_DRIFT, UNION)) {
      List<Object> cells = new ArrayList<>(java.util.Arrays.asList(row).subList(1, row.length));
      rows.add(cells);
    }
    for (String relation : relations) {
      for (String trait : TRAITS) {
        data.add((Number) null, (Number) null, relation, trait);
        for (Object[] row : statistics.rows(TableContracts.TRAIT_DRIFT, UNION)) {
          if (row[1].equals(trait)
              && row[2].equals(relation)
              && row[3].equals("all")
              && row[9] != null) {
            double half = row[10] == null ? 0 : ((Double) row[11] - (Double) row[10]) / 2;
            data.add((Double) row[9], (Double) half, relation, trait);
          }
        }
      }
    }
    StatisticalBarRenderer renderer = new StatisticalBarRenderer();
    renderer.setBarPainter(new StandardBarPainter());
    renderer.setShadowVisible(false);
    renderer.setErrorIndicatorPaint(Palette.INK.color());
    renderer.setErrorIndicatorStroke(new BasicStroke(1.5f));
    for (int i = 0; i < relations.size(); i++) {
      renderer.setSeriesPaint(i, Palette.relation((String) data.getRowKey(i)).color());
    }
    CategoryAxis categories = new CategoryAxis(null);
    charts.styled(categories);
    NumberAxis distance = charts.numberAxis("1 − Jaccard, mean over edges");
    distance.setRange(0, 1);
    CategoryPlot plot = new CategoryPlot(data, categories, distance, renderer);
    plot.setOrientation(PlotOrientation.VERTICAL);
    grid(plot);
    String caption =
        captions.edges(List.of(UNION))
            + " · edges where both declare the trait; 95 % intervals clustered by component under union_no_merge";
    return new Plot(
        "drift",
        "How far children are from their parents",
        caption,
        "Bars with intervals: mean distance between the traits of parent and child, by relation.",
        charts.svg("drift", plot),
        new ReportTable(
            "drift",
            "How far children are from their parents",
            caption,
            List.of(
                "trait",
                "relation",
                "card by",
                "edges",
                "kept",
                "changed",
                "dropped",
                "added",
                "distance",
                "low",
                "high",
                "clusters",
                "distance by parent",
                "parents"),
            rows));
  }

  private static void grid(CategoryPlot plot) {
    plot.setRangeGridlinePaint(Palette.GRID.color());
    plot.setRangeGridlineStroke(new BasicStroke(1f));
  }
}
