package io.github.hubgenealogy.jobs.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.function.Consumer;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;

/**
 * Turns plots into SVG: the same bytes on every machine, laid out and lettered by a font that comes
 * along.
 */
final class Charts {
  static final int WIDTH = 720;
  static final int HEIGHT = 400;
  private static final Color NONE = new Color(0, 0, 0, 0);

  private final OutlineFont font = OutlineFont.bundled(14f);
  private final OutlineFont small = font.at(12f);

  Charts() {
    // Turned text goes through our graphics, too, and not through AWT's own layout and fonts.
    TextUtils.setUseDrawRotatedStringWorkaround(false);
  }

  OutlineFont font() {
    return font;
  }

  /** For labels at single points. */
  OutlineFont small() {
    return small;
  }

  /** An axis of powers of ten from just below 1 to what there is. */
  LogAxis logAxis(String label, double least, double most) {
    LogAxis axis = new PlainLogAxis(label);
    axis.setNumberFormatOverride(compact());
    axis.setSmallestValue(least / 10);
    axis.setTickUnit(new NumberTickUnit(1, compact(), 9));
    axis.setRange(least, Math.max(10 * least, most) * 1.3);
    styled(axis);
    return axis;
  }

  NumberAxis numberAxis(String label) {
    NumberAxis values = new NumberAxis(label);
    values.setNumberFormatOverride(compact());
    styled(values);
    return values;
  }

  /** The font and colours of the page. */
  void styled(Axis axis) {
    axis.setLabelFont(font);
    axis.setTickLabelFont(font);
    axis.setLabelPaint(Palette.INK.color());
    axis.setTickLabelPaint(Palette.INK.color());
    axis.setAxisLinePaint(Palette.INK.color());
    axis.setTickMarkPaint(Palette.INK.color());
    if (axis instanceof ValueAxis) {
      axis.setTickMarkStroke(new BasicStroke(1f));
    }
  }

  static void gridOf(XYPlot plot) {
    plot.setDomainGridlinePaint(Palette.GRID.color());
    plot.setRangeGridlinePaint(Palette.GRID.color());
    plot.setDomainGridlineStroke(new BasicStroke(1f));
    plot.setRangeGridlineStroke(new BasicStroke(1f));
  }

  /** Numbers with thousands apart; decimals only where there are some. */
  static DecimalFormat compact() {
    return new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT));
  }

  /** A hundredth of a pixel is enough, and a third of the bytes. */
  private static String twoDecimals(double value) {
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.toPlainString();
  }

  /** A plot with its legend. */
  String svg(String name, Plot plot) {
    return svg(name, plot, HEIGHT, true);
  }

  String svg(String name, Plot plot, int height, boolean legend) {
    plot.setBackgroundPaint(NONE);
    plot.setOutlineVisible(false);
    plot.setInsets(new RectangleInsets(8, 4, 4, 16));
    JFreeChart chart = new JFreeChart(null, font, plot, legend);
    chart.setBackgroundPaint(NONE);
    if (legend) {
      chart.getLegend().setItemFont(font);
      chart.getLegend().setItemPaint(Palette.INK.color());
      chart.getLegend().setBackgroundPaint(NONE);
      chart.getLegend().setFrame(BlockBorder.NONE);
      chart.getLegend().setPosition(RectangleEdge.TOP);
    }
    return drawn(
        name,
        height,
        graphics -> chart.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, height)));
  }

  /** Whatever is drawn on graphics, as SVG. */
  String drawn(String name, int height, Consumer<Graphics2D> drawing) {
    SVGGraphics2D graphics = new SVGGraphics2D(WIDTH, height);
    graphics.setDefsKeyPrefix(name + "-");
    graphics.setGeomDoubleConverter(Charts::twoDecimals);
    graphics.setTransformDoubleConverter(Charts::twoDecimals);
    drawing.accept(new OutlineGraphics(graphics, font));
    return Palette.themed(
        graphics.getSVGElement(name, false, new ViewBox(0, 0, WIDTH, height), null, null));
  }
}
