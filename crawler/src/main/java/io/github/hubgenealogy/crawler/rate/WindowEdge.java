package io.github.hubgenealogy.crawler.rate;

import java.time.Duration;

/**
 * When the server's present window ends, as an interval of our forward-going clock.
 *
 * <p>An answer with {@code t} was counted between our sending and its arrival, or rather before the
 * moment that its {@code Date} tells ({@link ServerClock}), so the window's end lies between {@code
 * sent + t − early} and {@code counted + t + late}. How the server rounds {@code t} is not
 * documented; both slacks are one second until a reset seen within the interval narrows them. Nor
 * does a window end later than its length after its first answer came, which gives the end to about
 * the latency of a request as soon as a window was entered by us.
 */
final class WindowEdge {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  /** Below this, the rounding of {@code t} is too coarse to tell one window from the next. */
  private static final long TELLING = 3 * SECOND;

  /** In which window an answer was counted. */
  enum Place {
    EARLIER,
    SAME,
    LATER,
    /** Its {@code t} does not say. */
    UNTOLD
  }

  private long early = SECOND;
  private long late = SECOND;
  private long sentPlusReset;
  private long countedPlusReset;
  private long lengthAfterFirst;

  /**
   * Begins a new window by one of its answers.
   *
   * @param length nanoseconds, or 0 where the server does not say
   */
  void restart(long sent, long counted, long reset, long length) {
    sentPlusReset = sent + reset * SECOND;
    countedPlusReset = counted + reset * SECOND;
    lengthAfterFirst = length == 0 ? countedPlusReset + SECOND : counted + length;
  }

  /** Takes in one more answer of the present window. */
  void narrow(long sent, long counted, long reset, long length) {
    sentPlusReset = Math.max(sentPlusReset, sent + reset * SECOND);
    countedPlusReset = Math.min(countedPlusReset, counted + reset * SECOND);
    if (length != 0) {
      lengthAfterFirst = Math.min(lengthAfterFirst, counted + length);
    }
    if (earliest() > latest()) {
      early = SECOND;
      late = SECOND;
      restart(sent, counted, reset, length);
    }
  }

  /** The window surely lasts until then. */
  long earliest() {
    return sentPlusReset - early;
  }

  /** The window surely has ended by then. */
  long latest() {
    return Math.min(countedPlusReset + late, lengthAfterFirst);
  }

  /** Whether an answer was so long on its way that it may be of any of two windows. */
  static boolean isBeyondTelling(long sent, long counted, long length) {
    return length >= TELLING && counted - sent > length / 2;
  }

  /**
   * Tells windows apart by their ends, which lie at least a window's length apart: sound as long as
   * an answer takes less than half of that, less a second of rounding.
   */
  Place place(long sent, long counted, long reset, long length) {
    if (length < TELLING) {
      return Place.UNTOLD;
    }
    long end = sent + (counted - sent) / 2 + reset * SECOND;
    long beyond = end - (earliest() + (latest() - earliest()) / 2);
    if (beyond > length / 2) {
      return Place.LATER;
    }
    return beyond < -length / 2 ? Place.EARLIER : Place.SAME;
  }

  /** An answer of after the reset had been counted by then. */
  void seenEnded(long counted) {
    late = Math.max(0, Math.min(late, counted - countedPlusReset + unsampled()));
  }

  /** A request that was counted before the reset had left by then. */
  void seenLasting(long sent) {
    early = Math.max(0, Math.min(early, sentPlusReset - sent + unsampled()));
  }

  /** How much of the rounding's second the answers of this window have not shown. */
  private long unsampled() {
    return Math.max(0, SECOND - Math.max(0, sentPlusReset - countedPlusReset));
  }
}
