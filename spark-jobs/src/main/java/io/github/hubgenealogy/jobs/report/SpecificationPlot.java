package io.github.hubgenealogy.jobs.report;

import io.github.hubgenealogy.jobs.policy.Policy;
import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedDomainCategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;

/** The headline figures under every policy, side by side: how much of each is definition. */
final class SpecificationPlot {
  private static final int HEIGHT = 430;

  /** One panel. */
  private record Figure(String title, String population, String statistic, String key) {}

  private static final List<Figure> FIGURES =
      List.of(
          new Figure("edges", "edges", "edges", ""),
          new Figure("components", "components", "components", ""),
          new Figure("largest component", "models", "largest_component", ""),
          new Figure("depth", "derived_models", "depth_max_maximum", ""),
          new Figure("top fan-out", "models", "maximum", "children"));

  private SpecificationPlot() {}

  static Plot of(Statistics statistics, Captions captions, Charts charts) {
    List<String> policies = Arrays.stream(Policy.values()).map(Policy::word).toList();
    CategoryAxis names = new CategoryAxis();
    charts.styled(names);
    names.setMaximumCategoryLabelWidthRatio(2f);
    CombinedDomainCategoryPlot plot = new CombinedDomainCategoryPlot(names);
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setGap(16);
    List<List<Object>> rows = new ArrayList<>();
    for (Figure figure : FIGURES) {
      DefaultCategoryDataset data = new DefaultCategoryDataset();
      for (String policy : policies) {
        data.addValue(
            (double)
                statistics.count(policy, figure.population(), figure.statistic(), figure.key()),
            figure.title(),
            policy);
      }
      plot.add(panel(data, figure.title(), charts));
    }
    for (String policy : policies) {
      List<Object> row = new ArrayList<>(List.of(policy));
      for (Figure figure : FIGURES) {
        row.add(statistics.count(policy, figure.population(), figure.statistic(), figure.key()));
      }
      rows.add(row);
    }
    List<String> header = new ArrayList<>(List.of("policy"));
    FIGURES.forEach(figure -> header.add(figure.title()));
    String title = "The same snapshot, counted in every way";
    String caption =
        captions.all(
            String.format(
                java.util.Locale.ROOT,
                "%,d models under union",
                statistics.count(Policy.UNION.word(), "models", "vertices", "")));
    return new Plot(
        "specification",
        title,
        caption + " · each panel has its own scale, from 0",
        "Points: edges, components, largest component, depth and top fan-out under each policy.",
        charts.svg("specification", plot, HEIGHT, false),
        new ReportTable("specification", title, caption, header, rows));
  }

  private static CategoryPlot panel(DefaultCategoryDataset data, String title, Charts charts) {
    LineAndShapeRenderer renderer = new LineAndShapeRenderer(false, true);
    renderer.setSeriesShape(0, new Ellipse2D.Double(-5, -5, 10, 10));
    renderer.setSeriesPaint(0, Palette.FIRST.color());
    renderer.setDefaultItemLabelGenerator(
        new StandardCategoryItemLabelGenerator("{2}", Charts.compact()));
    renderer.setDefaultItemLabelsVisible(true);
    renderer.setDefaultItemLabelFont(charts.small());
    renderer.setDefaultItemLabelPaint(Palette.INK.color());
    renderer.setDefaultPositiveItemLabelPosition(
        new ItemLabelPosition(ItemLabelAnchor.OUTSIDE12, TextAnchor.BOTTOM_CENTER));
    NumberAxis values = charts.numberAxis(title);
    double most = 1;
    for (int i = 0; i < data.getColumnCount(); i++) {
      most = Math.max(most, data.getValue(0, i).doubleValue());
    }
    // Room for the numbers above the outermost points, and one mark in the middle of the scale.
    values.setRange(-0.35 * most, 1.35 * most);
    values.setTickUnit(new NumberTickUnit(10 * most));
    values.setTickLabelsVisible(false);
    CategoryPlot panel = new CategoryPlot(data, null, values, renderer);
    panel.setOutlineVisible(false);
    panel.setBackgroundPaint(null);
    panel.setDomainGridlinesVisible(true);
    panel.setDomainGridlinePaint(Palette.GRID.color());
    panel.setDomainGridlineStroke(new BasicStroke(1f));
    panel.setRangeGridlinePaint(Palette.GRID.color());
    panel.setRangeGridlineStroke(new BasicStroke(1f));
    return panel;
  }
}
