package io.github.hubgenealogy.jobs.pipeline;

import static io.github.hubgenealogy.jobs.pipeline.JobsSettings.require;

/**
 * How figures are estimated.
 *
 * @param bootstraps samples for the p of a tail; p is as fine as 1 / bootstraps
 * @param textPrecisionRight of {@code textPrecisionOf} claims read from prose and judged in their
 *     cards, how many were right; left out, what docs/text-claims.md measured
 * @param textRecallFound of {@code textRecallOf} cards whose prose states a parent, in how many the
 *     rules read it
 */
public record StatisticsSettings(
    Integer bootstraps,
    Integer textPrecisionRight,
    Integer textPrecisionOf,
    Integer textRecallFound,
    Integer textRecallOf) {
  public StatisticsSettings {
    bootstraps = bootstraps == null ? 100 : bootstraps;
    require(bootstraps >= 1 && bootstraps <= 10_000, "bootstraps is between 1 and 10000");
    if (textPrecisionRight == null && textPrecisionOf == null) {
      textPrecisionRight = 196;
      textPrecisionOf = 200;
    }
    if (textRecallFound == null && textRecallOf == null) {
      textRecallFound = 27;
      textRecallOf = 49;
    }
    requireShare(textPrecisionRight, textPrecisionOf, "text-precision-right and -of");
    requireShare(textRecallFound, textRecallOf, "text-recall-found and -of");
  }

  static StatisticsSettings defaults() {
    return new StatisticsSettings(null, null, null, null, null);
  }

  private static void requireShare(Integer part, Integer whole, String names) {
    require(
        part == null ? whole == null : whole != null && part >= 1 && part <= whole,
        names + " are a share above 0, both or neither given");
  }
}
