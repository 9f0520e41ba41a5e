package io.github.hubgenealogy.crawler.rate;

import java.time.Duration;

/**
 * When the server's present window ends, as an interval of our forward-going clock.
 *
 * <p>An answer with {@code t} was counted between our sending and its arrival, so the window's end
 * lies between {@code sent + t − early} and {@code arrived + t + late}. How the server rounds
 * {@code t} is not documented; both slacks are one second until a reset seen within the interval
 * narrows them, after which the end is known to about the latency of a request.
 */
final class WindowEdge {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private long early = SECOND;
  private long late = SECOND;
  private long sentPlusReset;
  private long arrivedPlusReset;

  /** Begins a new window by one of its answers. */
  void restart(long sent, long arrived, long reset) {
    sentPlusReset = sent + reset * SECOND;
    arrivedPlusReset = arrived + reset * SECOND;
  }

  /** Takes in one more answer of the present window. */
  void narrow(long sent, long arrived, long reset) {
    sentPlusReset = Math.max(sentPlusReset, sent + reset * SECOND);
    arrivedPlusReset = Math.min(arrivedPlusReset, arrived + reset * SECOND);
    if (earliest() > latest()) {
      early = SECOND;
      late = SECOND;
      restart(sent, arrived, reset);
    }
  }

  /** The window surely lasts until then. */
  long earliest() {
    return sentPlusReset - early;
  }

  /** The window surely has ended by then. */
  long latest() {
    return arrivedPlusReset + late;
  }

  /** Whether an answer's own interval lies wholly beyond this window's end. */
  boolean isBefore(long sent, long reset) {
    return sent + (reset - 1) * SECOND > latest();
  }

  /** An answer that was counted after the reset had arrived by then. */
  void seenEnded(long arrived) {
    late = Math.max(0, Math.min(late, arrived - arrivedPlusReset + unsampled()));
  }

  /** An answer that was counted before the reset had left by then. */
  void seenLasting(long sent) {
    early = Math.max(0, Math.min(early, sentPlusReset - sent + unsampled()));
  }

  /** How much of the rounding's second the answers of this window have not shown. */
  private long unsampled() {
    return Math.max(0, SECOND - Math.max(0, sentPlusReset - arrivedPlusReset));
  }
}
