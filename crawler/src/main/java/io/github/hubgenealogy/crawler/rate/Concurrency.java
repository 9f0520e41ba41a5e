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
  private final Condition freed;
  private final long[] sample;
  private final int max;
  private double limit;
  private int active;
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
    this.freed = waiting.condition();
    this.limit = first;
    this.max = max;
    this.sample = new long[max];
  }

  /** Waits for a place. */
  public void enter() {
    waiting.until(
        Waiting.Reason.CONCURRENCY,
        freed,
        () -> {
          if (active < (int) limit) {
            active++;
            return 0;
          }
          return Waiting.UNTIL_SIGNALLED;
        });
  }

  /**
   * Gives the place back.
   *
   * @param nanos how long the answer took; 0 where that says nothing
   */
  public void leave(long nanos) {
    waiting.update(
        freed,
        () -> {
          active--;
          if (nanos > 0) {
            sample[answers++] = nanos;
            if (answers >= (int) limit) {
              adapt();
            }
          }
          return Math.max(0, (int) limit - active);
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
