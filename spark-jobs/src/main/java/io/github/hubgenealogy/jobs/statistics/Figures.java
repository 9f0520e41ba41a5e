package io.github.hubgenealogy.jobs.statistics;

import io.github.hubgenealogy.lake.store.Origin;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of table statistics while they grow: counts are exact integers, values have 12
 * significant digits.
 */
final class Figures {
  private static final int DEFINITION_VERSION = 1;
  private static final MathContext DIGITS = new MathContext(12);

  private final String snapshot;
  private final String origin;
  private final List<Object[]> rows = new ArrayList<>();

  Figures(String snapshot, Origin origin) {
    this.snapshot = snapshot;
    this.origin = origin.word();
  }

  /** A number that counts something. */
  void count(
      String policy, String population, String statistic, String key, long count, String unit) {
    add(policy, population, statistic, key, (double) count, count, null, unit);
  }

  /** A part of something; undefined where there is nothing to be part of. */
  void share(
      String policy, String population, String statistic, String key, long part, long whole) {
    add(
        policy,
        population,
        statistic,
        key,
        whole == 0 ? null : ratio(part, whole),
        part,
        whole,
        "share");
  }

  /** A mean; undefined over nothing. */
  void mean(
      String policy,
      String population,
      String statistic,
      String key,
      long sum,
      long n,
      String unit) {
    add(policy, population, statistic, key, n == 0 ? null : ratio(sum, n), sum, n, unit);
  }

  private static double ratio(long part, long whole) {
    return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DIGITS).doubleValue();
  }

  private void add(
      String policy,
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

  List<Object[]> rows() {
    return rows;
  }
}
