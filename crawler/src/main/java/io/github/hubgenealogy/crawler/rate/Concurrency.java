package io.github.hubgenealogy.crawler.rate;

import java.util.Arrays;
import java.util.concurrent.locks.Condition;

/**
 * How many requests for single things are on their way at a time. It grows while answers take no
 * longer than they did at their fastest and shrinks when they queue up, so that a slow line gets
 * more of them and a busy server fewer. Failures say nothing here: a request that waits to be
 * repeated has given its place to another, and a server that fails for all is the breaker's affair.
 */
public final class Concurrency {
  /** Answers that take so many times the least latency show that they queue. */
  private static final double QUEUEING = 2.0;

  private static final double BACK = 0.8;

  private final Waiting waiting;
  private final Condition newcomers;
  private final Condition returners;
  private final long[] sample;
  private final int max;
  private double limit;
  private int active;
  private int returning;
  private double least = Double.MAX_VALUE;
  private int answers;

  /**
   * Begins.
   *
   * @param first how many at a time until the first answers have come
   * @param max how many at most
   */
  public Concurrency(Waiting waiting, int first, int max) {
    this.waiting = waiting;
    this.newcomers = waiting.condition();
    this.returners = waiting.condition();
    this.limit = first;
    this.max = max;
    this.sample = new long[max];
  }

  /** Waits for a place, which {@link #leave} gives back. */
  public void enter() {
    waiting.until(
        Waiting.Reason.CONCURRENCY,
        newcomers,
        () -> {
          if (active < (int) limit && returning == 0) {
            active++;
            return 0;
          }
          return Waiting.UNTIL_SIGNALLED;
        });
  }

  /** Waits for a place to go on with what was begun, before anything new is. */
  public void enterAgain() {
    waiting.update(
        returners,
        () -> {
          returning++;
          return 0;
        });
    try {
      waiting.until(
          Waiting.Reason.CONCURRENCY,
          returners,
          () -> {
            if (active < (int) limit) {
              active++;
              return 0;
            }
            return Waiting.UNTIL_SIGNALLED;
          });
    } finally {
      waiting.update(newcomers, () -> --returning == 0 ? free() : 0);
    }
  }

  /** Gives the place back, while a request waits to be repeated or for good. */
  public void leave() {
    waiting.update(
        returners,
        () -> {
          active--;
          return Math.min(free(), returning);
        });
    waiting.update(newcomers, () -> returning == 0 ? free() : 0);
  }

  /**
   * Keeps the place for something new, which costs nobody a change of threads.
   *
   * @return false where there are fewer places now or others have a better right; then it is given
   *     back
   */
  public boolean stay() {
    boolean[] kept = new boolean[1];
    waiting.update(
        returners,
        () -> {
          kept[0] = active <= (int) limit && returning == 0;
          active -= kept[0] ? 0 : 1;
          return kept[0] ? 0 : Math.min(free(), returning);
        });
    return kept[0];
  }

  private int free() {
    return Math.max(0, (int) limit - active);
  }

  /** A good answer took so many nanoseconds. */
  public void took(long nanos) {
    waiting.update(
        newcomers,
        () -> {
          sample[answers++] = nanos;
          if (answers >= (int) limit) {
            adapt();
            return returning == 0 ? free() : 0;
          }
          return 0;
        });
  }

  /** The faster half speaks for the server; one slow body in it does not. */
  private void adapt() {
    Arrays.sort(sample, 0, answers);
    double median = sample[answers / 2];
    // The least is forgotten slowly, so that a line that became longer is believed.
    least = Math.min(least * 1.02, median);
    limit =
        median <= QUEUEING * least
            ? Math.min(max, limit + Math.max(1, limit / 8))
            : Math.max(1, limit * BACK);
    answers = 0;
  }

  int limit() {
    return (int) limit;
  }
}
