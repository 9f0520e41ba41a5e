package io.github.hubgenealogy.jobs.statistics;

import io.github.hubgenealogy.lake.store.Origin;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of table statistics while they grow: counts are exact integers, values have 12
 * significant digits.
 */
final class Figures {
  /** Of the definitions in docs/definitions.md; raised with the entry that changes one. */
  private static final int DEFINITION_VERSION = 1;

  private static final MathContext DIGITS = new MathContext(12);

  private final String snapshot;
  private final String origin;
  private final List<Object[]> rows = new ArrayList<>();

  Figures(String snapshot, Origin origin) {
    this.snapshot = snapshot;
    this.origin = origin.word();
  }

  /** Takes what another has. */
  void addAll(Figures other) {
    rows.addAll(other.rows);
  }

  /** The figures of one policy. */
  Of of(String policy) {
    return new Of(policy);
  }

  /** Figures that bear one policy's name. */
  final class Of {
    private final String policy;

    private Of(String policy) {
      this.policy = policy;
    }

    String policy() {
      return policy;
    }

    /** A number that counts something. */
    void count(String population, String statistic, String key, long count, String unit) {
      add(population, statistic, key, (double) count, count, null, unit);
    }

    /** A part of something; undefined where there is nothing to be part of. */
    void share(String population, String statistic, String key, long part, long whole) {
      add(population, statistic, key, ratio(part, whole), part, whole, "share");
    }

    /** A mean; undefined over nothing. */
    void mean(String population, String statistic, String key, long sum, long n, String unit) {
      add(population, statistic, key, ratio(sum, n), sum, n, unit);
    }

    /** A number that is no count, or null. */
    void value(String population, String statistic, String key, Double value, String unit) {
      add(population, statistic, key, rounded(value), null, null, unit);
    }

    private void add(
        String population,
        String statistic,
        String key,
        Double value,
        Long numerator,
        Long denominator,
        String unit) {
      rows.add(
          new Object[] {
            snapshot,
            origin,
            policy,
            population,
            statistic,
            key,
            value,
            numerator,
            denominator,
            unit,
            DEFINITION_VERSION
          });
    }
  }

  /** part / whole to 12 digits, or null. */
  static Double ratio(long part, long whole) {
    return ratio(BigInteger.valueOf(part), BigInteger.valueOf(whole));
  }

  /** part / whole to 12 digits, or null. */
  static Double ratio(BigInteger part, BigInteger whole) {
    return whole.signum() == 0
        ? null
        : (Double) new BigDecimal(part).divide(new BigDecimal(whole), DIGITS).doubleValue();
  }

  /** To 12 significant digits; null where there is no number. */
  static Double rounded(Double value) {
    return value == null || value.isNaN() || value.isInfinite()
        ? null
        : (Double) new BigDecimal(value).round(DIGITS).doubleValue();
  }

  List<Object[]> rows() {
    return rows;
  }
}
