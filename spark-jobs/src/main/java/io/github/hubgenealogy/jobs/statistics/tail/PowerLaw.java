package io.github.hubgenealogy.jobs.statistics.tail;

import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.apache.commons.math3.util.FastMath;

/**
 * The discrete power law p(x) = x^−α / ζ(α, x_min) fitted as Clauset, Shalizi and Newman do (SIAM
 * Review 51, 2009): for each x_min the exponent of greatest likelihood, and of all x_min that whose
 * fit has the smallest Kolmogorov-Smirnov distance.
 *
 * @param place of x_min among the sample's values
 * @param distance the largest difference of the two cumulative distributions, over all integers
 */
record PowerLaw(int place, long xMin, long inTail, double alpha, double distance) {
  /** A tail needs so many values, of so many kinds: below, exponents are noise. */
  static final int LEAST_IN_TAIL = 50;

  private static final int LEAST_VALUES = 3;

  /** So many values are tried as x_min: the smallest, then evenly on a logarithmic scale. */
  private static final int ALL_BELOW = 25;

  private static final double STEP = 1.08;
  private static final double LEAST_ALPHA = 1.0001;
  private static final double MOST_ALPHA = 12;

  /** The best fit, or null where the sample is too small. */
  static PowerLaw fit(Sample sample) {
    PowerLaw best = null;
    double next = 0;
    for (int place = 0; place < sample.values.length - LEAST_VALUES + 1; place++) {
      if (sample.tail[place] < LEAST_IN_TAIL) {
        break;
      }
      if (place >= ALL_BELOW && sample.values[place] < next) {
        continue;
      }
      next = sample.values[place] * STEP;
      double alpha = alpha(sample, place);
      double distance = distance(sample, place, alpha, best == null ? 2 : best.distance);
      if (best == null || distance < best.distance) {
        best = new PowerLaw(place, sample.values[place], sample.tail[place], alpha, distance);
      }
    }
    return best;
  }

  /** The exponent of greatest likelihood above a place. */
  static double alpha(Sample sample, int place) {
    double n = (double) sample.tail[place];
    double logs = sample.logs[place];
    double xMin = (double) sample.values[place];
    return new BrentOptimizer(1e-9, 1e-10)
        .optimize(
            new MaxEval(200),
            new UnivariateObjectiveFunction(
                a -> -n * FastMath.log(Zeta.hurwitz(a, xMin)) - a * logs),
            GoalType.MAXIMIZE,
            new SearchInterval(LEAST_ALPHA, MOST_ALPHA))
        .getPoint();
  }

  /**
   * The distance at every value and just below the next, where alone it can be largest; given up
   * beyond a bound.
   */
  private static double distance(Sample sample, int place, double alpha, double bound) {
    double whole = Zeta.hurwitz(alpha, (double) sample.values[place]);
    double n = (double) sample.tail[place];
    double largest = 0;
    for (int i = place; i < sample.values.length; i++) {
      double empirical = 1 - sample.tail[i + 1] / n;
      double fitted = 1 - Zeta.hurwitz(alpha, sample.values[i] + 1.0) / whole;
      largest = Math.max(largest, Math.abs(empirical - fitted));
      if (i + 1 < sample.values.length && sample.values[i + 1] > sample.values[i] + 1) {
        double before = 1 - Zeta.hurwitz(alpha, (double) sample.values[i + 1]) / whole;
        largest = Math.max(largest, Math.abs(empirical - before));
      }
      if (largest >= bound) {
        return largest;
      }
    }
    return largest;
  }

  /** From the curvature of the likelihood: 1 / √(n (ln ζ)''). */
  double error() {
    double h = 1e-4;
    double curvature =
        (FastMath.log(Zeta.hurwitz(alpha + h, (double) xMin))
                - 2 * FastMath.log(Zeta.hurwitz(alpha, (double) xMin))
                + FastMath.log(Zeta.hurwitz(alpha - h, (double) xMin)))
            / (h * h);
    return 1 / Math.sqrt(inTail * curvature);
  }

  /** ln p(x). */
  double logProbability(long x) {
    return -alpha * FastMath.log((double) x) - FastMath.log(Zeta.hurwitz(alpha, (double) xMin));
  }
}
