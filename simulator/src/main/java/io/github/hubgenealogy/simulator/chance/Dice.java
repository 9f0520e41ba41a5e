package io.github.hubgenealogy.simulator.chance;

/**
 * A sequence of random numbers (SplitMix64), for structure that is built once, in one order.
 * Written out because the JDK may change how it bounds its numbers from one release to the next.
 */
public final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  public Dice(long seed) {
    state = Chance.mix(seed ^ GOLDEN);
  }

  public long bits() {
    state += GOLDEN;
    return Chance.mix(state);
  }

  /** A number in [0, 1). */
  public double unit() {
    return (bits() >>> 11) * 0x1.0p-53;
  }

  /** A whole number in [0, bound). */
  public int below(int bound) {
    return (int) (unit() * bound);
  }

  public boolean happens(double rate) {
    return unit() < rate;
  }
}
