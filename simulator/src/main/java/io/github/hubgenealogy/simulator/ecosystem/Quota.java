package io.github.hubgenealogy.simulator.ecosystem;

/**
 * How often each value shall occur, and how often it does: the models that come last get what is
 * missing.
 */
final class Quota {
  private final double[] wanted;
  private final double[] have;

  /**
   * A quota.
   *
   * @param wanted how often each value shall occur in all
   */
  Quota(double[] wanted) {
    this.wanted = wanted.clone();
    this.have = new double[wanted.length];
  }

  void count(int value) {
    have[value]++;
  }

  /**
   * A value for one of the models that are left, 0 for none, and counts it.
   *
   * @param left how many models are left, this one too
   * @param unit a random number in [0, 1)
   */
  int fill(int left, double unit) {
    double at = unit * left;
    for (int value = 1; value < wanted.length; value++) {
      at -= Math.max(0, wanted[value] - have[value]);
      if (at < 0) {
        have[value]++;
        return value;
      }
    }
    return 0;
  }
}
