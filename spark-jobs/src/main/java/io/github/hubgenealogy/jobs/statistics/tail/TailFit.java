package io.github.hubgenealogy.jobs.statistics.tail;

import java.util.NavigableMap;

/**
 * The whole answer about one tail: the power law, how well it fits, and its rivals.
 *
 * @param further of the bootstraps, how many lie at least as far from their fits
 */
public record TailFit(
    long xMin,
    long inTail,
    double alpha,
    double alphaError,
    double distance,
    int bootstraps,
    int further,
    double lognormalMu,
    double lognormalSigma,
    double lognormalRatio,
    double lognormalP,
    double truncatedAlpha,
    double truncatedLambda,
    double truncatedRatio,
    double truncatedP) {

  /** Below this a power law is refused, or a rival better: the bound of the 2009 paper. */
  private static final double BOUND = 0.1;

  /**
   * Fits.
   *
   * @param counts how many have each value, values of at least 1
   * @param bootstraps samples drawn for p
   * @param seed of their numbers
   * @return null where the sample is too small
   */
  public static TailFit of(NavigableMap<Long, Long> counts, int bootstraps, long seed) {
    if (counts.isEmpty()) {
      return null;
    }
    Sample sample = Sample.of(counts);
    PowerLaw fit = PowerLaw.fit(sample);
    if (fit == null) {
      return null;
    }
    Rivals rivals = new Rivals(sample, fit);
    Rivals.Comparison lognormal = rivals.lognormal();
    Rivals.Comparison truncated = rivals.truncated();
    return new TailFit(
        fit.xMin(),
        fit.inTail(),
        fit.alpha(),
        fit.error(),
        fit.distance(),
        bootstraps,
        Bootstrap.further(sample, fit, bootstraps, seed),
        lognormal.first(),
        lognormal.second(),
        lognormal.ratio(),
        lognormal.p(),
        truncated.first(),
        truncated.second(),
        truncated.ratio(),
        truncated.p());
  }

  /** How often a true power law looks as bad. */
  public double p() {
    return (double) further / bootstraps;
  }

  /** Whether the power law is neither refused nor beaten, so that one may not be excluded. */
  public boolean isPossible() {
    boolean lognormalBetter = lognormalRatio < 0 && lognormalP < BOUND;
    return p() >= BOUND && !lognormalBetter && truncatedP >= BOUND;
  }

  /** Whether it wins: it is possible, and better than the lognormal by more than chance. */
  public boolean isPowerLaw() {
    return isPossible() && lognormalRatio > 0 && lognormalP < BOUND;
  }
}
