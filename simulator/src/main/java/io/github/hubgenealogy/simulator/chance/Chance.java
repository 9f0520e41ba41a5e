package io.github.hubgenealogy.simulator.chance;

/**
 * Answers questions about numbered subjects by hashing (the finaliser of SplitMix64, Steele and
 * others 2014): no state, so the same subject is the same whoever asks first.
 */
public final class Chance {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  private final long[] streams = new long[Question.values().length];

  public Chance(long seed) {
    for (Question question : Question.values()) {
      streams[question.index()] = mix(mix(seed + GOLDEN) ^ mix(question.name().hashCode()));
    }
  }

  /** 64 random bits. */
  public long bits(long subject, Question question) {
    return mix(streams[question.index()] + subject * GOLDEN);
  }

  /** 64 random bits that also depend on the round: for the several answers to one question. */
  public long bits(long subject, Question question, int round) {
    return mix(bits(subject, question) + round * GOLDEN);
  }

  /** A number in [0, 1). */
  public double unit(long subject, Question question) {
    return (bits(subject, question) >>> 11) * UNIT;
  }

  /** A number in [0, 1) that also depends on the round. */
  public double unit(long subject, Question question, int round) {
    return (bits(subject, question, round) >>> 11) * UNIT;
  }

  /** Whether something of the given rate happens. */
  public boolean happens(long subject, Question question, double rate) {
    return unit(subject, question) < rate;
  }

  /** A whole number in [0, bound). */
  public int below(long subject, Question question, int bound) {
    return (int) (unit(subject, question) * bound);
  }

  /** A whole number in [0, bound) that also depends on the round. */
  public int below(long subject, Question question, int round, int bound) {
    return (int) (unit(subject, question, round) * bound);
  }

  /** One of several. */
  public <T> T pick(long subject, Question question, T[] choices) {
    return choices[below(subject, question, choices.length)];
  }

  /** The bijection of 64-bit numbers under it all. */
  public static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
