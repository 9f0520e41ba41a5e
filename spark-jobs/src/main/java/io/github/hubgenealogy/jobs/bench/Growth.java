package io.github.hubgenealogy.jobs.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How time grows with size: seconds = factor × models^exponent. */
final class Growth {
  private final List<Double> sizes = new ArrayList<>();
  private final List<Double> seconds = new ArrayList<>();

  void add(long models, double took) {
    sizes.add(Math.log((double) models));
    seconds.add(Math.log(took));
  }

  int points() {
    return sizes.size();
  }

  /** The exponent by least squares of the logarithms of all points. */
  double exponent() {
    double x = mean(sizes);
    double y = mean(seconds);
    double above = 0;
    double below = 0;
    for (int i = 0; i < sizes.size(); i++) {
      above += (sizes.get(i) - x) * (seconds.get(i) - y);
      below += (sizes.get(i) - x) * (sizes.get(i) - x);
    }
    return above / below;
  }

  /** The exponent between each size and the next. */
  List<String> neighbours() {
    List<String> all = new ArrayList<>();
    for (int i = 1; i < sizes.size(); i++) {
      double exponent = (seconds.get(i) - seconds.get(i - 1)) / (sizes.get(i) - sizes.get(i - 1));
      all.add(String.format(Locale.ROOT, "%.2f", exponent));
    }
    return all;
  }

  /** The size at which this fitted line meets another's, or infinity if this stays above it. */
  double meets(Growth other) {
    double slope = exponent() - other.exponent();
    double ahead = intercept() - other.intercept();
    return slope < 0 ? Math.exp(-ahead / slope) : Double.POSITIVE_INFINITY;
  }

  private double intercept() {
    return mean(seconds) - exponent() * mean(sizes);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(value -> value).average().orElse(Double.NaN);
  }
}
