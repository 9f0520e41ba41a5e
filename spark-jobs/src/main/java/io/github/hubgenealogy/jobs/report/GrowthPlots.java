package io.github.hubgenealogy.jobs.report;

import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.TreeMap;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StackedXYBarRenderer;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.time.Month;
import org.jfree.data.time.TimeTableXYDataset;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Plots by month. The zone of the machine has no part in where a month stands. */
final class GrowthPlots {
  private static final TimeZone UTC = TimeZone.getTimeZone("UTC");
  private static final List<String> RELATIONS =
      List.of("root", "finetune", "adapter", "quantized", "merge", "mixed", "unspecified");

  private final Statistics statistics;
  private final Captions captions;
  private final Charts charts;

  GrowthPlots(Statistics statistics, Captions captions, Charts charts) {
    this.statistics = statistics;
    this.captions = captions;
    this.charts = charts;
  }

  Plot growth() {
    TreeMap<String, long[]> months = new TreeMap<>();
    List<List<Object>> rows = new ArrayList<>();
    long undated = 0;
    for (Object[] row : statistics.rows(TableContracts.GROWTH, Policy.UNION.word())) {
      String month = (String) row[1];
      rows.add(List.of(month.isEmpty() ? "no date" : month, row[2], row[3]));
      if (month.isEmpty()) {
        undated += (Long) row[3];
      } else {
        months
                .computeIfAbsent(month, key -> new long[RELATIONS.size()])[
                RELATIONS.indexOf((String) row[2])] +=
            (Long) row[3];
      }
    }
    TimeTableXYDataset data = new TimeTableXYDataset(UTC, Locale.ROOT);
    for (int i = 0; i < RELATIONS.size(); i++) {
      for (var month : months.entrySet()) {
        data.add(month(month.getKey()), (double) month.getValue()[i], RELATIONS.get(i));
      }
    }
    StackedXYBarRenderer renderer = new StackedXYBarRenderer(0.05);
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    for (int i = 0; i < data.getSeriesCount(); i++) {
      renderer.setSeriesPaint(i, Palette.relation(RELATIONS.get(i)).color());
    }
    XYPlot plot = new XYPlot(data, years(), charts.numberAxis("models"), renderer);
    Charts.gridOf(plot);
    String caption = captions.models(List.of(Policy.UNION.word()));
    return new Plot(
        "growth",
        "Models by month of creation",
        caption
            + " · models that are still listed; the first month is March 2022 or earlier"
            + (undated == 0 ? "" : "; " + undated + " without a date are left out"),
        "Stacked bars: listed models by month of creation, by their relation to their parents.",
        charts.svg("growth", plot),
        new ReportTable(
            "growth",
            "Models by month of creation",
            caption,
            List.of("month", "relation", "models"),
            rows));
  }

  /** Lineage that only prose tells, by month, or null where no prose was read. */
  Plot undeclared() {
    List<List<Object>> rows = new ArrayList<>();
    XYIntervalSeries seen = new XYIntervalSeries("as read");
    XYIntervalSeries corrected = new XYIntervalSeries("corrected, 95 % interval");
    long found = 0;
    long models = 0;
    for (Object[] row : statistics.rows(TableContracts.UNDECLARED)) {
      List<Object> cells = new ArrayList<>(java.util.Arrays.asList(row));
      cells.set(0, ((String) row[0]).isEmpty() ? "no date" : row[0]);
      rows.add(cells);
      if (row[0].equals("all")) {
        models = (Long) row[1];
        found = (Long) row[2];
      } else if (!((String) row[0]).isEmpty() && row[3] != null) {
        double at = middle((String) row[0]);
        double rate = (Double) row[3];
        seen.add(at, at, at, rate, rate, rate);
        if (row[4] != null && row[5] != null) {
          corrected.add(at, at, at, (Double) row[4], (Double) row[5], (Double) row[6]);
        }
      }
    }
    if (found == 0) {
      return null;
    }
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    data.addSeries(seen);
    data.addSeries(corrected);
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawXError(false);
    for (int i = 0; i < 2; i++) {
      renderer.setSeriesPaint(i, Palette.series(i).color());
      renderer.setSeriesShape(i, new java.awt.geom.Ellipse2D.Double(-3, -3, 6, 6));
    }
    NumberAxis share = charts.numberAxis("share of models with a card");
    share.setAutoRangeIncludesZero(true);
    XYPlot plot = new XYPlot(data, years(), share, renderer);
    Charts.gridOf(plot);
    String caption =
        String.format(
            Locale.ROOT,
            "Text claims · n = %,d models with a card · %s",
            models,
            captions.source());
    return new Plot(
        "undeclared",
        "Parents that only the prose names",
        caption,
        "Points by month: the share of models with a card that declare no parent and whose prose names one.",
        charts.svg("undeclared", plot),
        new ReportTable(
            "undeclared",
            "Parents that only the prose names",
            caption,
            List.of("month", "models with a card", "text only", "rate", "corrected", "low", "high"),
            rows));
  }

  private DateAxis years() {
    DateAxis months = new DateAxis("month of creation", UTC, Locale.ENGLISH);
    SimpleDateFormat year = new SimpleDateFormat("yyyy", Locale.ROOT);
    year.setTimeZone(UTC);
    months.setTickUnit(new DateTickUnit(DateTickUnitType.YEAR, 1, year));
    charts.styled(months);
    return months;
  }

  private static Month month(String yearAndMonth) {
    return new Month(
        Integer.parseInt(yearAndMonth.substring(5)),
        Integer.parseInt(yearAndMonth.substring(0, 4)));
  }

  private static double middle(String yearAndMonth) {
    return month(yearAndMonth).getMiddleMillisecond(Calendar.getInstance(UTC, Locale.ROOT));
  }
}
