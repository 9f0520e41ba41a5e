package io.github.hubgenealogy.jobs.sample;

/**
 * A share with its 95 % interval by Wilson (1927), which is inside [0, 1] and keeps its meaning
 * where all or none are right.
 *
 * @param share null where nothing was counted
 */
record Wilson(Double share, double low, double high) {
  private static final double Z = 1.959963984540054;

  /** The interval of a number of successes among a number of trials, which need be no integers. */
  static Wilson of(double right, double n) {
    if (n <= 0) {
      return new Wilson(null, 0, 1);
    }
    double p = right / n;
    double z2 = Z * Z / n;
    double middle = (p + z2 / 2) / (1 + z2);
    double half = Z * StrictMath.sqrt(p * (1 - p) / n + z2 / (4 * n)) / (1 + z2);
    return new Wilson(p, Math.max(0, middle - half), Math.min(1, middle + half));
  }
}
