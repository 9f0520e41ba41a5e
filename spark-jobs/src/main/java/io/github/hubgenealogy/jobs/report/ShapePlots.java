package io.github.hubgenealogy.jobs.report;

import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Components, depths, children and descendants, with the tails that were fitted. */
final class ShapePlots {
  private static final List<String> POLICIES =
      List.of(Policy.UNION.word(), Policy.UNION_NO_MERGE.word());
  private static final int DEPTHS = 15;
  private static final int POINTS_OF_A_LINE = 60;

  private final Statistics statistics;
  private final Captions captions;
  private final Charts charts;

  ShapePlots(Statistics statistics, Captions captions, Charts charts) {
    this.statistics = statistics;
    this.captions = captions;
    this.charts = charts;
  }

  List<Plot> all() {
    return List.of(
        tail(
            "components",
            "component_size",
            "Components by size",
            "models in the component",
            "components of at least that size",
            statistics::componentSizes),
        depths(),
        tail(
            "fan-out",
            "children",
            "Models by number of children",
            "children",
            "models with at least so many",
            policy -> statistics.counts(TableContracts.FAN_OUT, policy, "children")),
        tail(
            "descendants",
            "descendants",
            "Models by number of descendants",
            "descendants",
            "models with at least so many",
            policy -> statistics.counts(TableContracts.FAN_OUT, policy, "descendants")));
  }

  /** How many have at least each number, on logarithmic axes, and the fitted tail under union. */
  private Plot tail(
      String name,
      String measure,
      String title,
      String horizontal,
      String vertical,
      Function<String, NavigableMap<Long, Long>> counts) {
    XYSeriesCollection data = new XYSeriesCollection();
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    double most = 10;
    double right = 10;
    for (String policy : POLICIES) {
      XYSeries points = new XYSeries(policy);
      long atLeast = 0;
      for (Map.Entry<Long, Long> entry :
          counts.apply(policy).tailMap(1L, true).descendingMap().entrySet()) {
        atLeast += entry.getValue();
        points.add((Number) entry.getKey(), (Number) atLeast);
        right = Math.max(right, (double) entry.getKey());
      }
      most = Math.max(most, (double) atLeast);
      int series = data.getSeriesCount();
      double size = 6 - 1.5 * series;
      renderer.setSeriesShape(series, new Ellipse2D.Double(-size / 2, -size / 2, size, size));
      renderer.setSeriesPaint(series, Palette.series(series).color());
      data.addSeries(points);
    }
    String fitted = fitted(measure, data, renderer, right);
    XYPlot plot =
        new XYPlot(
            data,
            charts.logAxis(horizontal, 0.8, right),
            charts.logAxis(vertical, 0.8, most),
            renderer);
    Charts.gridOf(plot);
    return new Plot(
        name,
        title,
        captions.models(POLICIES)
            + " · both axes logarithmic; those with none are left out. "
            + fitted,
        "Points: how many " + vertical + ", falling; lines: the tails fitted to it.",
        charts.svg(name, plot),
        spread(name, title, horizontal, counts));
  }

  /** Draws the fits of policy union and says what they are worth. */
  private String fitted(
      String measure, XYSeriesCollection data, XYLineAndShapeRenderer renderer, double right) {
    for (Object[] row : statistics.rows(TableContracts.TAILS, Policy.UNION.word())) {
      if (!row[1].equals(measure) || row[3] == null) {
        continue;
      }
      TailLine tail = new TailLine(row);
      line(data, renderer, "power law", Palette.THIRD, tail::powerLaw, tail.xMin(), right, false);
      line(data, renderer, "lognormal", Palette.FOURTH, tail::lognormal, tail.xMin(), right, true);
      return tail.sentence();
    }
    return "Too few different values to fit a tail.";
  }

  private static void line(
      XYSeriesCollection data,
      XYLineAndShapeRenderer renderer,
      String name,
      Palette colour,
      Function<Double, Double> count,
      double from,
      double right,
      boolean dashed) {
    XYSeries series = new XYSeries(name);
    double step = StrictMath.pow(Math.max(2, right / from), 1.0 / POINTS_OF_A_LINE);
    double x = from;
    for (int i = 0; i <= POINTS_OF_A_LINE; i++, x *= step) {
      double y = count.apply(x);
      if (y >= 0.5) {
        series.add(x, y);
      }
    }
    int number = data.getSeriesCount();
    renderer.setSeriesLinesVisible(number, true);
    renderer.setSeriesShapesVisible(number, false);
    renderer.setSeriesPaint(number, colour.color());
    renderer.setSeriesStroke(
        number,
        dashed
            ? new BasicStroke(
                2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {7, 4}, 0f)
            : new BasicStroke(2f));
    data.addSeries(series);
  }

  private Plot depths() {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    TreeSet<Long> shown = new TreeSet<>();
    for (String policy : POLICIES) {
      shown.addAll(
          statistics
              .counts(TableContracts.DEPTHS, policy, "depth_max")
              .headMap((long) DEPTHS, true)
              .keySet());
    }
    for (Long depth : shown) {
      for (String policy : POLICIES) {
        data.addValue(
            statistics.counts(TableContracts.DEPTHS, policy, "depth_max").getOrDefault(depth, 0L),
            policy,
            depth.toString());
      }
    }
    BarRenderer renderer = bars(data.getRowCount());
    CategoryAxis categories = new CategoryAxis("depth (edges)");
    charts.styled(categories);
    CategoryPlot plot = new CategoryPlot(data, categories, charts.numberAxis("models"), renderer);
    plot.setRangeGridlinePaint(Palette.GRID.color());
    plot.setRangeGridlineStroke(new BasicStroke(1f));
    return new Plot(
        "depths",
        "Derived models by depth",
        captions.models(POLICIES)
            + " · longest path from a root, cycles condensed; roots are depth 0 and left out; drawn up to depth "
            + DEPTHS,
        "Bars: how many derived models lie at each depth.",
        charts.svg("depths", plot),
        depthTable(TableContracts.DEPTHS));
  }

  /** Flat bars in the series' colours. */
  static BarRenderer bars(int series) {
    BarRenderer renderer = new BarRenderer();
    renderer.setBarPainter(new StandardBarPainter());
    renderer.setShadowVisible(false);
    renderer.setItemMargin(0.05);
    for (int i = 0; i < series; i++) {
      renderer.setSeriesPaint(i, Palette.series(i).color());
    }
    return renderer;
  }

  private ReportTable depthTable(TableContract depths) {
    return spread(
        "depths",
        "Derived models by depth",
        "depth",
        policy -> statistics.counts(depths, policy, "depth_max"));
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
    List<String> header = new ArrayList<>(List.of(first));
    header.addAll(POLICIES);
    return new ReportTable(name, title, captions.models(POLICIES), header, rows);
  }
}
