package io.github.hubgenealogy.simulator.ecosystem;

import java.time.Instant;

/**
 * When models are created: the Hub's growth between counts that were published, geometric between
 * them. Everything older than the Hub's records stands at 2022-03-02T23:29:04Z or a second later.
 */
final class Timeline {
  /** The instant that stands for everything older. */
  static final long SENTINEL = Instant.parse("2022-03-02T23:29:04Z").getEpochSecond();

  /** The last second of the simulated Hub's history: the crawl of the 2025 study. */
  static final long END = Instant.parse("2025-07-13T12:00:00Z").getEpochSecond();

  // Counts: a quarter of the Hub of early 2022 has 7,408 models (real/README.md); Osborne 2023-10,
  // HFCommunity 2024-06, Stalnaker 2024-07, Laufer 2025-07 (published-stats.json).
  private static final long[] SECONDS = {
    SENTINEL + 2,
    Instant.parse("2023-10-01T00:00:00Z").getEpochSecond(),
    Instant.parse("2024-06-01T00:00:00Z").getEpochSecond(),
    Instant.parse("2024-07-15T00:00:00Z").getEpochSecond(),
    END
  };
  private static final double[] MODELS = {29_632, 348_181, 681_682, 760_460, 1_860_411};

  private Timeline() {}

  /** The creation, in seconds since 1970, of the model that is at a share of all, in [0, 1). */
  static long second(double share) {
    double models = share * MODELS[MODELS.length - 1];
    if (models < MODELS[0]) {
      return SENTINEL + (models < MODELS[0] * 0.5 ? 0 : 1);
    }
    int i = 1;
    while (models >= MODELS[i] && i < MODELS.length - 1) {
      i++;
    }
    double part =
        StrictMath.log(models / MODELS[i - 1]) / StrictMath.log(MODELS[i] / MODELS[i - 1]);
    return SECONDS[i - 1] + (long) (part * (SECONDS[i] - SECONDS[i - 1]));
  }

  /** The share of all models that are created before a second. */
  static double share(long second) {
    if (second < SECONDS[0]) {
      return 0;
    }
    int i = 1;
    while (second >= SECONDS[i] && i < SECONDS.length - 1) {
      i++;
    }
    double part = (double) (second - SECONDS[i - 1]) / (SECONDS[i] - SECONDS[i - 1]);
    double models = MODELS[i - 1] * StrictMath.pow(MODELS[i] / MODELS[i - 1], part);
    return Math.min(1, models / MODELS[MODELS.length - 1]);
  }
}
