package io.github.hubgenealogy.simulator.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures published and simulated, side by side. */
final class Comparison {
  /** How far apart they may be where the published definition is clear. */
  private static final double TOLERANCE = 0.05;

  /**
   * One figure.
   *
   * @param clear whether the published definition and date are such that the two can be compared
   */
  record Figure(String id, String what, double published, double simulated, boolean clear) {
    double ratio() {
      return simulated / published;
    }

    boolean isOff() {
      return clear && !(Math.abs(ratio() - 1) <= TOLERANCE);
    }
  }

  private final List<Figure> figures = new ArrayList<>();

  void add(String id, String what, double published, double simulated) {
    figures.add(new Figure(id, what, published, simulated, true));
  }

  /** A figure of another date or of a definition that leaves room: shown, not judged. */
  void addLoose(String id, String what, double published, double simulated) {
    figures.add(new Figure(id, what, published, simulated, false));
  }

  List<Figure> figures() {
    return List.copyOf(figures);
  }

  List<Figure> off() {
    return figures.stream().filter(Figure::isOff).toList();
  }

  void print(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%-34s %-46s %14s %14s %7s%n",
        "figure",
        "",
        "published",
        "simulated",
        "ratio");
    for (Figure figure : figures) {
      out.printf(
          Locale.ROOT,
          "%-34s %-46s %14s %14s %7.3f%s%n",
          figure.id(),
          figure.what(),
          text(figure.published()),
          text(figure.simulated()),
          figure.ratio(),
          figure.isOff() ? "  more than 5 % off" : figure.clear() ? "" : "  (not judged)");
    }
    long judged = figures.stream().filter(Figure::clear).count();
    out.printf(Locale.ROOT, "%d of %d judged figures within 5 %%%n", judged - off().size(), judged);
    out.flush();
  }

  private static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) >= 2
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.4f", value);
  }
}
