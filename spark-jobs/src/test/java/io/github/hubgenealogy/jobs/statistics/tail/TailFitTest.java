package io.github.hubgenealogy.jobs.statistics.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class TailFitTest {
  /** 600 values of Zipf's law with exponent 2.4 from 4 on, upon 1,500 evenly spread over 1 to 3. */
  private static final long[] ZIPF = {
    1, 507, 2, 509, 3, 484, 4, 100, 5, 56, 6, 44, 7, 37, 8, 27, 9, 12, 10, 13, 11, 9, 12, 12, 13, 6,
    14, 7, 15, 1, 16, 1, 17, 1, 18, 3, 19, 3, 20, 2, 23, 3, 24, 1, 25, 2, 27, 2, 28, 2, 29, 5, 30,
    2, 31, 1, 33, 2, 34, 1, 39, 1, 44, 1, 63, 1, 64, 1, 67, 1, 85, 1, 164, 1, 191, 1
  };

  private static NavigableMap<Long, Long> counts(long... valuesAndCounts) {
    NavigableMap<Long, Long> counts = new TreeMap<>();
    for (int i = 0; i < valuesAndCounts.length; i += 2) {
      counts.put(valuesAndCounts[i], valuesAndCounts[i + 1]);
    }
    return counts;
  }

  /**
   * The expected numbers were computed apart, in Python with scipy: zeta, bounded and Nelder-Mead
   * minimisation of the same likelihoods, the distance over every integer.
   */
  @Test
  void a_fit_is_the_one_that_scipy_finds() {
    TailFit fit = TailFit.of(counts(ZIPF), 20, 1);
    assertThat(fit.xMin()).isEqualTo(6);
    assertThat(fit.inTail()).isEqualTo(207);
    assertThat(fit.alpha()).isCloseTo(2.5810598724803535, within(1e-6));
    assertThat(fit.alphaError()).isCloseTo(0.11025893, within(1e-5));
    assertThat(fit.distance()).isCloseTo(0.0317186884774614, within(1e-7));
    assertThat(fit.lognormalRatio()).isCloseTo(-0.1025, within(5e-3));
    assertThat(fit.lognormalP()).isCloseTo(0.918, within(5e-3));
    assertThat(fit.truncatedAlpha()).isCloseTo(2.539241693672484, within(1e-3));
    assertThat(fit.truncatedLambda()).isCloseTo(0.00135778, within(1e-5));
    assertThat(fit.truncatedRatio()).isCloseTo(-0.08349313766, within(1e-5));
    assertThat(fit.truncatedP()).isCloseTo(0.68280420767, within(1e-4));
    // Not refused, and not better than the lognormal either: a power law that has not won.
    assertThat(fit.isPossible()).isTrue();
    assertThat(fit.isPowerLaw()).isFalse();
  }

  @Test
  void a_geometric_sample_is_no_power_law() {
    NavigableMap<Long, Long> counts = new TreeMap<>();
    for (long x = 1; x <= 60; x++) {
      long count = Math.round(4000 * StrictMath.pow(0.85, (double) x));
      if (count > 0) {
        counts.put(x, count);
      }
    }
    TailFit fit = TailFit.of(counts, 20, 1);
    assertThat(fit.isPossible()).isFalse();
    assertThat(fit.isPowerLaw()).isFalse();
    assertThat(fit.truncatedP()).isLessThan(0.1);
  }

  /** By the rule alone: the same fit, with the ratio and the p of its comparison changed. */
  @Test
  void a_power_law_wins_where_it_is_better_than_the_lognormal_beyond_chance() {
    assertThat(compared(12.5, 0.01).isPowerLaw()).isTrue();
    assertThat(compared(12.5, 0.4).isPowerLaw()).isFalse();
    assertThat(compared(12.5, 0.4).isPossible()).isTrue();
    assertThat(compared(-12.5, 0.01).isPossible()).isFalse();
  }

  private static TailFit compared(double ratio, double p) {
    return new TailFit(6, 207, 2.6, 0.1, 0.03, 20, 15, 0, 1, ratio, p, 2.5, 0.001, -0.1, 0.7);
  }

  @Test
  void the_same_seed_gives_the_same_p_and_too_few_values_give_none() {
    assertThat(TailFit.of(counts(ZIPF), 30, 5)).isEqualTo(TailFit.of(counts(ZIPF), 30, 5));
    assertThat(TailFit.of(counts(1, 40, 2, 4, 3, 2), 30, 5)).isNull();
    assertThat(TailFit.of(counts(1, 4000, 2, 900), 30, 5)).isNull();
    assertThat(TailFit.of(new TreeMap<>(), 30, 5)).isNull();
  }

  /** Apery's constant, ζ(2) and ζ(2, 5) = ζ(2) − 1 − 1/4 − 1/9 − 1/16, and a sum by hand. */
  @Test
  void sums_of_powers_are_the_known_ones() {
    assertThat(Zeta.hurwitz(2, 1)).isCloseTo(Math.PI * Math.PI / 6, within(1e-12));
    assertThat(Zeta.hurwitz(3, 1)).isCloseTo(1.2020569031595942, within(1e-12));
    assertThat(Zeta.hurwitz(2, 5))
        .isCloseTo(Math.PI * Math.PI / 6 - 1 - 0.25 - 1 / 9.0 - 1 / 16.0, within(1e-12));
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 30; i++) {
      double s = 0.5 + 3 * random.nextDouble();
      double rate = StrictMath.exp(-7 * random.nextDouble());
      long from = 1L + random.nextInt(200);
      double sum = 0;
      for (long x = from; x < from + 60_000; x++) {
        sum += StrictMath.exp(-s * StrictMath.log((double) x) - rate * x);
      }
      assertThat(Zeta.truncated(s, rate, from))
          .as("s %s rate %s from %s", s, rate, from)
          .isCloseTo(sum, within(2e-6 * sum));
    }
  }

  @Test
  void the_tail_of_the_normal_is_known_where_doubles_end() {
    assertThat(Rivals.logTail(0)).isCloseTo(Math.log(0.5), within(1e-12));
    assertThat(Rivals.logTail(5.999999)).isCloseTo(Rivals.logTail(6.000001), within(1e-4));
    // ln of 7.619853024160527e-24, and by the leading term far out.
    assertThat(Rivals.logTail(10)).isCloseTo(Math.log(7.619853024160527e-24), within(1e-8));
    assertThat(Rivals.logTail(100)).isCloseTo(-5005.524208694205, within(1e-8));
    assertThat(Rivals.logTail(-8)).isCloseTo(0, within(1e-12));
  }
}
