package io.github.hubgenealogy.jobs.statistics.tail;

import org.apache.commons.math3.util.FastMath;

/** The fitted distributions as curves: what part of a tail lies at x or beyond. */
public final class TailCurves {
  private TailCurves() {}

  /** P(X ≥ x | X ≥ x_min) of the power law. */
  public static double powerLaw(double alpha, double xMin, double x) {
    return Zeta.hurwitz(alpha, x) / Zeta.hurwitz(alpha, xMin);
  }

  /** The same of the lognormal. */
  public static double lognormal(double mu, double sigma, double xMin, double x) {
    return FastMath.exp(
        Rivals.logTail((FastMath.log(x - 0.5) - mu) / sigma)
            - Rivals.logTail((FastMath.log(xMin - 0.5) - mu) / sigma));
  }
}
