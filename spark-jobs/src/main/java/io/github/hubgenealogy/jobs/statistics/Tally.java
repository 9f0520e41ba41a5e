package io.github.hubgenealogy.jobs.statistics;

import java.math.BigInteger;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;

/**
 * How many have each number: few entries whatever the Hub's size, since there are few different
 * numbers.
 */
public final class Tally {
  private final NavigableMap<Long, Long> counts;

  private Tally(NavigableMap<Long, Long> counts) {
    this.counts = counts;
  }

  /** From value to how many have it. */
  public static Tally of(Map<Long, Long> counts) {
    return new Tally(new TreeMap<>(counts));
  }

  /**
   * Counts the numbers of models.
   *
   * @param most no number is larger
   * @param number of a model, negative to leave it out
   */
  static Tally of(int[] models, int most, IntUnaryOperator number) {
    int[] seen = new int[most + 1];
    for (int model : models) {
      int value = number.applyAsInt(model);
      if (value >= 0) {
        seen[value]++;
      }
    }
    NavigableMap<Long, Long> counts = new TreeMap<>();
    for (int value = 0; value <= most; value++) {
      if (seen[value] > 0) {
        counts.put((long) value, (long) seen[value]);
      }
    }
    return new Tally(counts);
  }

  /** Counts values of any size. */
  static Tally ofAll(long[] values) {
    NavigableMap<Long, Long> counts = new TreeMap<>();
    for (long value : values) {
      counts.merge(value, 1L, Long::sum);
    }
    return new Tally(counts);
  }

  /** Counts what a function gives for each. */
  static <T> Tally ofEach(Iterable<T> things, ToIntFunction<T> number) {
    NavigableMap<Long, Long> counts = new TreeMap<>();
    things.forEach(thing -> counts.merge((long) number.applyAsInt(thing), 1L, Long::sum));
    return new Tally(counts);
  }

  public NavigableMap<Long, Long> counts() {
    return Collections.unmodifiableNavigableMap(counts);
  }

  /** Only the values of at least so much. */
  public Tally from(long least) {
    return new Tally(counts.tailMap(least, true));
  }

  public boolean isEmpty() {
    return counts.isEmpty();
  }

  /** The largest value; 0 over nothing. */
  public long maximum() {
    return counts.isEmpty() ? 0 : counts.lastKey();
  }

  /** How many were counted in all. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The sum of all values. */
  public long sum() {
    return counts.entrySet().stream()
        .mapToLong(entry -> Math.multiplyExact(entry.getKey(), entry.getValue()))
        .reduce(0, Math::addExact);
  }

  /** The sum of the largest {@code n} values. */
  long sumOfTop(long n) {
    long left = n;
    long sum = 0;
    for (Map.Entry<Long, Long> entry : counts.descendingMap().entrySet()) {
      long taken = Math.min(left, entry.getValue());
      sum += taken * entry.getKey();
      left -= taken;
    }
    return sum;
  }

  /**
   * The smallest value that a part of the counted does not exceed; 0 over nothing.
   *
   * @param percent how large a part, 1 to 100
   */
  long quantile(int percent) {
    long wanted = Math.max(1, (total() * percent + 99) / 100);
    long seen = 0;
    for (Map.Entry<Long, Long> entry : counts.entrySet()) {
      seen += entry.getValue();
      if (seen >= wanted) {
        return entry.getKey();
      }
    }
    return 0;
  }

  /** The smallest value that half of the counted do not exceed; 0 over nothing. */
  long median() {
    return quantile(50);
  }

  /** The largest value such that at least {@code n} have it or more; 1 where there are fewer. */
  long cutFor(long n) {
    long seen = 0;
    for (Map.Entry<Long, Long> entry : counts.descendingMap().entrySet()) {
      seen += entry.getValue();
      if (seen >= n) {
        return Math.max(1, entry.getKey());
      }
    }
    return 1;
  }

  /**
   * G = (2 Σ i·xᵢ − (n + 1) Σ x) / (n Σ x) over the ascending values; null where their sum is 0.
   */
  Double gini() {
    BigInteger weighted = BigInteger.ZERO;
    long before = 0;
    for (Map.Entry<Long, Long> entry : counts.entrySet()) {
      long count = entry.getValue();
      // The places before + 1 … before + count, twice their sum.
      BigInteger places =
          BigInteger.valueOf(count).multiply(BigInteger.valueOf(2 * before + count + 1));
      weighted = weighted.add(places.multiply(BigInteger.valueOf(entry.getKey())));
      before += count;
    }
    BigInteger sum = BigInteger.valueOf(sum());
    BigInteger n = BigInteger.valueOf(before);
    return Figures.ratio(weighted.subtract(n.add(BigInteger.ONE).multiply(sum)), n.multiply(sum));
  }

  /** Σ (x / Σ x)²; null where the sum is 0. */
  Double hhi() {
    BigInteger squares = BigInteger.ZERO;
    for (Map.Entry<Long, Long> entry : counts.entrySet()) {
      BigInteger value = BigInteger.valueOf(entry.getKey());
      squares = squares.add(value.multiply(value).multiply(BigInteger.valueOf(entry.getValue())));
    }
    BigInteger sum = BigInteger.valueOf(sum());
    return Figures.ratio(squares, sum.multiply(sum));
  }
}
