package io.github.hubgenealogy.jobs.statistics;

import io.github.hubgenealogy.jobs.statistics.tail.TailFit;
import io.github.hubgenealogy.lake.contract.TableContracts;

/** Rows of table tails. */
final class Tails {
  private Tails() {}

  /**
   * Fits and adds.
   *
   * @param values of at least 1
   */
  static void add(String policy, String measure, Tally values, StatisticsRows rows) {
    int bootstraps = rows.bootstraps();
    TailFit fit = TailFit.of(values.counts(), bootstraps, (policy + " " + measure).hashCode());
    Figures.Of figures = rows.figures().of(policy);
    figures.value("tail", "power_law_alpha", measure, fit == null ? null : fit.alpha(), "exponent");
    if (fit == null) {
      rows.add(
          TableContracts.TAILS,
          policy,
          measure,
          values.total(),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          "not_fitted");
      return;
    }
    rows.add(
        TableContracts.TAILS,
        policy,
        measure,
        values.total(),
        fit.xMin(),
        fit.inTail(),
        Figures.rounded(fit.alpha()),
        Figures.rounded(fit.alphaError()),
        Figures.rounded(fit.distance()),
        fit.bootstraps(),
        fit.further(),
        Figures.ratio(fit.further(), fit.bootstraps()),
        Figures.rounded(fit.lognormalMu()),
        Figures.rounded(fit.lognormalSigma()),
        Figures.rounded(fit.lognormalRatio()),
        Figures.rounded(fit.lognormalP()),
        Figures.rounded(fit.truncatedAlpha()),
        Figures.rounded(fit.truncatedLambda()),
        Figures.rounded(fit.truncatedRatio()),
        Figures.rounded(fit.truncatedP()),
        fit.isPowerLaw() ? "power_law" : "heavy_tailed");
  }
}
