package io.github.hubgenealogy.jobs.statistics.tail;

import java.util.Arrays;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How often a true power law looks as bad as the data: samples are drawn, below x_min from the
 * data, above from the fit, each fitted anew with its own x_min. Each has a seed of its own, so
 * that threads and their order make no difference.
 */
final class Bootstrap {
  private static final int TABLE = 2000;

  private final Sample sample;
  private final PowerLaw fit;

  /** P(X ≥ x) for x_min, x_min + 1, …, falling. */
  private final double[] survival = new double[TABLE];

  private final double whole;

  private Bootstrap(Sample sample, PowerLaw fit) {
    this.sample = sample;
    this.fit = fit;
    this.whole = Zeta.hurwitz(fit.alpha(), (double) fit.xMin());
    for (int i = 0; i < TABLE; i++) {
      survival[i] = survival(fit.xMin() + i);
    }
  }

  /** How many of so many samples lie at least as far from their fits as the data from theirs. */
  static int further(Sample sample, PowerLaw fit, int samples, long seed) {
    Bootstrap bootstrap = new Bootstrap(sample, fit);
    return IntStream.range(0, samples)
        .parallel()
        .map(
            i -> {
              PowerLaw own = PowerLaw.fit(bootstrap.draw(new SplittableRandom(seed + i)));
              return own != null && own.distance() >= fit.distance() ? 1 : 0;
            })
        .sum();
  }

  private double survival(long x) {
    return Zeta.hurwitz(fit.alpha(), (double) x) / whole;
  }

  private Sample draw(SplittableRandom random) {
    long body = sample.total() - fit.inTail();
    long[] upTo = new long[fit.place()];
    long sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      sum += sample.counts[i];
      upTo[i] = sum;
    }
    NavigableMap<Long, Long> drawn = new TreeMap<>();
    long[] below = new long[upTo.length];
    int[] near = new int[TABLE];
    for (long i = 0; i < sample.total(); i++) {
      long ticket = random.nextLong(sample.total());
      if (ticket < body) {
        int place = Arrays.binarySearch(upTo, ticket + 1);
        below[place < 0 ? -place - 1 : place]++;
      } else {
        double u = 1 - random.nextDouble();
        int place = near(u);
        if (place < TABLE) {
          near[place]++;
        } else {
          drawn.merge(far(u), 1L, Long::sum);
        }
      }
    }
    for (int i = 0; i < below.length; i++) {
      if (below[i] > 0) {
        drawn.put(sample.values[i], below[i]);
      }
    }
    for (int i = 0; i < TABLE; i++) {
      if (near[i] > 0) {
        drawn.put(fit.xMin() + i, (long) near[i]);
      }
    }
    return Sample.of(drawn);
  }

  /** The place of the largest x with P(X ≥ x) ≥ u; TABLE where it lies beyond. */
  private int near(double u) {
    if (survival[TABLE - 1] >= u) {
      return TABLE;
    }
    int low = 0;
    int high = TABLE - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (survival[middle] >= u) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private long far(double u) {
    long low = fit.xMin() + TABLE - 1;
    long high = 2 * low;
    while (survival(high) >= u && high < Long.MAX_VALUE / 4) {
      low = high;
      high *= 2;
    }
    while (high - low > 1) {
      long middle = (low + high) >>> 1;
      if (survival(middle) >= u) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
