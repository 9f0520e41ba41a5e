package io.github.hubgenealogy.jobs.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.SimpleDateFormat;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TimeZone;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.xy.StackedXYBarRenderer;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.time.Month;
import org.jfree.data.time.TimeTableXYDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;

/**
 * Draws the report's plots as SVG: the same bytes on every machine, laid out by a font that comes
 * along.
 */
final class Charts {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 400;
  private static final Color NONE = new Color(0, 0, 0, 0);

  private final OutlineFont font = OutlineFont.bundled(14f);

  /** Points on logarithmic axes, a series a policy; values below 1 do not occur. */
  String logLog(
      String name,
      String horizontal,
      String vertical,
      List<String> series,
      List<NavigableMap<Long, Long>> counts) {
    XYSeriesCollection data = new XYSeriesCollection();
    for (int i = 0; i < series.size(); i++) {
      XYSeries points = new XYSeries(series.get(i));
      counts.get(i).tailMap(1L, true).forEach(points::add);
      data.addSeries(points);
    }
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    for (int i = 0; i < series.size(); i++) {
      double size = 6 - i;
      renderer.setSeriesShape(i, new Ellipse2D.Double(-size / 2, -size / 2, size, size));
      renderer.setSeriesPaint(i, Palette.series(i).color());
    }
    double right =
        data.getSeriesCount() == 0 || data.getDomainBounds(false) == null
            ? 1
            : data.getDomainBounds(false).getUpperBound();
    double above =
        data.getRangeBounds(false) == null ? 1 : data.getRangeBounds(false).getUpperBound();
    XYPlot plot = new XYPlot(data, logAxis(horizontal, right), logAxis(vertical, above), renderer);
    gridOf(plot);
    return svg(name, plot);
  }

  /** Bars of several series beside each other. */
  String bars(
      String name,
      String horizontal,
      String vertical,
      DefaultCategoryDataset data,
      PlotOrientation orientation) {
    BarRenderer renderer = new BarRenderer();
    renderer.setBarPainter(new StandardBarPainter());
    renderer.setShadowVisible(false);
    renderer.setItemMargin(0.05);
    for (int i = 0; i < data.getRowCount(); i++) {
      renderer.setSeriesPaint(i, Palette.series(i).color());
    }
    CategoryAxis categories = new CategoryAxis(horizontal);
    categories.setLabelFont(font);
    categories.setTickLabelFont(font);
    inked(categories);
    NumberAxis values = new NumberAxis(vertical);
    values.setNumberFormatOverride(thousands());
    styled(values);
    CategoryPlot plot = new CategoryPlot(data, categories, values, renderer);
    plot.setOrientation(orientation);
    plot.setRangeGridlinePaint(Palette.GRID.color());
    plot.setRangeGridlineStroke(new BasicStroke(1f));
    return svg(name, plot);
  }

  /** Bars by month, one upon another. */
  String months(String name, String vertical, TimeTableXYDataset data) {
    StackedXYBarRenderer renderer = new StackedXYBarRenderer(0.05);
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    for (int i = 0; i < data.getSeriesCount(); i++) {
      renderer.setSeriesPaint(i, Palette.series(i).color());
    }
    DateAxis months =
        new DateAxis("month of creation", TimeZone.getTimeZone("UTC"), Locale.ENGLISH);
    SimpleDateFormat year = new SimpleDateFormat("yyyy", Locale.ROOT);
    year.setTimeZone(TimeZone.getTimeZone("UTC"));
    months.setTickUnit(new DateTickUnit(DateTickUnitType.YEAR, 1, year));
    styled(months);
    NumberAxis values = new NumberAxis(vertical);
    values.setNumberFormatOverride(thousands());
    styled(values);
    XYPlot plot = new XYPlot(data, months, values, renderer);
    gridOf(plot);
    return svg(name, plot);
  }

  /** An empty data set by month; the zone of the machine has no part in where a bar stands. */
  static TimeTableXYDataset byMonth() {
    return new TimeTableXYDataset(TimeZone.getTimeZone("UTC"), Locale.ROOT);
  }

  /** A month as the data set takes it. */
  static Month month(String yearAndMonth) {
    return new Month(
        Integer.parseInt(yearAndMonth.substring(5)),
        Integer.parseInt(yearAndMonth.substring(0, 4)));
  }

  private LogAxis logAxis(String label, double most) {
    LogAxis axis = new LogAxis(label);
    axis.setNumberFormatOverride(thousands());
    axis.setSmallestValue(0.1);
    axis.setTickUnit(new NumberTickUnit(1, thousands(), 9));
    axis.setRange(0.8, Math.max(10, most) * 1.3);
    styled(axis);
    return axis;
  }

  private void styled(ValueAxis axis) {
    axis.setLabelFont(font);
    axis.setTickLabelFont(font);
    axis.setLabelPaint(Palette.INK.color());
    axis.setTickLabelPaint(Palette.INK.color());
    axis.setAxisLinePaint(Palette.INK.color());
    axis.setTickMarkPaint(Palette.INK.color());
  }

  private static void inked(CategoryAxis axis) {
    axis.setLabelPaint(Palette.INK.color());
    axis.setTickLabelPaint(Palette.INK.color());
    axis.setAxisLinePaint(Palette.INK.color());
    axis.setTickMarkPaint(Palette.INK.color());
  }

  private static void gridOf(XYPlot plot) {
    plot.setDomainGridlinePaint(Palette.GRID.color());
    plot.setRangeGridlinePaint(Palette.GRID.color());
    plot.setDomainGridlineStroke(new BasicStroke(1f));
    plot.setRangeGridlineStroke(new BasicStroke(1f));
  }

  private static DecimalFormat thousands() {
    return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
  }

  /** A hundredth of a pixel is enough, and a third of the bytes. */
  private static String twoDecimals(double value) {
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.toPlainString();
  }

  private String svg(String name, Plot plot) {
    plot.setBackgroundPaint(NONE);
    plot.setOutlineVisible(false);
    plot.setInsets(new RectangleInsets(8, 4, 4, 16));
    JFreeChart chart = new JFreeChart(null, font, plot, true);
    chart.setBackgroundPaint(NONE);
    chart.getLegend().setItemFont(font);
    chart.getLegend().setItemPaint(Palette.INK.color());
    chart.getLegend().setBackgroundPaint(NONE);
    chart.getLegend().setFrame(BlockBorder.NONE);
    chart.getLegend().setPosition(RectangleEdge.TOP);
    SVGGraphics2D graphics = new SVGGraphics2D(WIDTH, HEIGHT);
    graphics.setDefsKeyPrefix(name + "-");
    graphics.setGeomDoubleConverter(Charts::twoDecimals);
    graphics.setTransformDoubleConverter(Charts::twoDecimals);
    chart.draw(new OutlineGraphics(graphics, font), new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    return Palette.themed(
        graphics.getSVGElement(name, false, new ViewBox(0, 0, WIDTH, HEIGHT), null, null));
  }
}
