package io.github.hubgenealogy.crawler.asking;

import io.github.hubgenealogy.crawler.rate.Waiting;
import java.util.concurrent.locks.Condition;

/**
 * How many questions are on their way at a time. It grows while answers take no longer than they
 * did at their fastest, and shrinks when they queue up or fail, so that a slow line gets more of
 * them and a busy server fewer.
 */
final class Concurrency {
  /** Answers that take so many times the least latency show that they queue. */
  private static final double QUEUEING = 2.0;

  private static final double BACK = 0.8;

  private final Waiting waiting;
  private final Condition freed;
  private final int max;
  private double limit;
  private int active;
  private double least = Double.MAX_VALUE;
  private double sum;
  private int answers;

  Concurrency(Waiting waiting, int first, int max) {
    this.waiting = waiting;
    this.freed = waiting.condition();
    this.limit = first;
    this.max = max;
  }

  /** Waits for a place. */
  void enter() {
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
   * @param nanos how long the answer took, waits excluded; 0 where that says nothing
   * @param wentWell false after a failure of the server's
   */
  void leave(long nanos, boolean wentWell) {
    waiting.update(
        freed,
        () -> {
          active--;
          if (!wentWell) {
            limit = Math.max(1, limit * BACK);
          } else if (nanos > 0) {
            sum += nanos;
            if (++answers >= (int) limit) {
              adapt();
            }
          }
          return Math.max(0, (int) limit - active);
        });
  }

  private void adapt() {
    double mean = sum / answers;
    // The least is forgotten slowly, so that a line that became longer is believed.
    least = Math.min(least * 1.02, mean);
    limit =
        mean <= QUEUEING * least
            ? Math.min(max, limit + Math.max(1, limit / 8))
            : Math.max(1, limit * BACK);
    sum = 0;
    answers = 0;
  }

  int limit() {
    return (int) limit;
  }
}
