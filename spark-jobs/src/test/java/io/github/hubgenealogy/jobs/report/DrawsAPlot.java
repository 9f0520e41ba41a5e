package io.github.hubgenealogy.jobs.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** A program that draws one plot with letters of every kind and prints the hash of its bytes. */
public final class DrawsAPlot {
  private DrawsAPlot() {}

  public static void main(String[] arguments) throws Exception {
    System.out.println("drawn " + hash());
  }

  static String hash() throws Exception {
    Charts charts = new Charts();
    XYSeries series = new XYSeries("a series, ÄÖÜ – 1 − Jaccard");
    series.add(1, 10);
    series.add(100, 1000);
    XYPlot plot =
        new XYPlot(
            new XYSeriesCollection(series),
            charts.logAxis("models", 0.8, 100),
            charts.numberAxis("edges"),
            new XYLineAndShapeRenderer(true, true));
    String svg = charts.svg("plot", plot);
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
