package io.github.hubgenealogy.crawler.rate;

import io.github.hubgenealogy.crawler.Tally;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * The one place where a crawl waits: for the server's window, before a retry, while a breaker is
 * open. A stop wakes every wait. The lock guards the state that is waited for.
 */
public final class Waiting {
  /** What is waited for; the seconds of each stand in the table's facts. */
  public enum Reason {
    RATE_LIMIT,
    RETRY,
    CIRCUIT_BREAKER,
    CONCURRENCY;

    private String fact() {
      return "wait." + name().toLowerCase(Locale.ROOT) + ".millis";
    }
  }

  /** Wakes all who wait. */
  public static final int ALL = Integer.MAX_VALUE;

  private static final long STOP_IS_SEEN_WITHIN = Duration.ofMillis(200).toNanos();

  /** Returned by a condition that only a signal can make true. */
  public static final long UNTIL_SIGNALLED = Duration.ofDays(1).toNanos();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition stopped = lock.newCondition();
  private final TimeSource time;
  private final Tally tally;
  private final long deadline;
  private final ThreadLocal<long[]> waitedByThread = ThreadLocal.withInitial(() -> new long[1]);
  private volatile StopReason stop;

  /**
   * Starts the clock.
   *
   * @param limit how long the crawl may take, or null
   */
  public Waiting(TimeSource time, Tally tally, Duration limit) {
    this.time = time;
    this.tally = tally;
    this.deadline = limit == null ? Long.MAX_VALUE : time.nanos() + limit.toNanos();
  }

  public TimeSource time() {
    return time;
  }

  /** A condition of this lock, for {@link #until} and {@link #update}. */
  public Condition condition() {
    return lock.newCondition();
  }

  /** Asks the crawl to end; the first reason stands. */
  public void stop(StopReason reason) {
    lock.lock();
    try {
      if (stop == null) {
        stop = reason;
      }
      stopped.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Why the crawl is to end, or null. */
  public StopReason stopReason() {
    if (stop == null && deadline != Long.MAX_VALUE && time.nanos() - deadline >= 0) {
      stop(StopReason.TIME_IS_UP);
    }
    return stop;
  }

  /** Lets a duration pass. */
  public void pause(Duration duration, Reason reason) {
    long end = time.nanos() + duration.toNanos();
    until(reason, stopped, () -> end - time.nanos());
  }

  /**
   * Waits until there is nothing left to wait for.
   *
   * @param condition signalled when the answer may have changed
   * @param left asked under the lock: nanoseconds to wait at most before asking again; zero or less
   *     ends the wait
   * @throws StoppedException when the crawl is to end
   */
  public void until(Reason reason, Condition condition, LongSupplier left) {
    long start = 0;
    lock.lock();
    try {
      while (true) {
        StopReason why = stopReason();
        if (why != null) {
          throw new StoppedException(why);
        }
        long nanos = left.getAsLong();
        if (nanos <= 0) {
          return;
        }
        start = start == 0 ? time.nanos() : start;
        // Waits on other conditions than `stopped` are cut into pieces, so that a stop is seen.
        long piece = condition == stopped ? nanos : Math.min(nanos, STOP_IS_SEEN_WITHIN);
        time.await(condition, Math.min(piece, timeLeft()));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoppedException(StopReason.INTERRUPTED);
    } finally {
      lock.unlock();
      if (start != 0) {
        long waited = time.nanos() - start;
        waitedByThread.get()[0] += waited;
        tally.add(reason.fact(), waited / 1_000_000);
      }
    }
  }

  private long timeLeft() {
    return deadline == Long.MAX_VALUE ? deadline : Math.max(1, deadline - time.nanos());
  }

  /** Changes what others may wait for, and wakes so many of them. */
  public void update(Condition condition, IntSupplier change) {
    lock.lock();
    try {
      int wake = change.getAsInt();
      // A quota may be a thousand million; those who wait for it never are.
      if (wake >= lock.getWaitQueueLength(condition)) {
        condition.signalAll();
      } else {
        for (int i = 0; i < wake; i++) {
          condition.signal();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Nanoseconds that the calling thread has waited here in all. */
  public long waitedHere() {
    return waitedByThread.get()[0];
  }

  /** How many threads wait for a condition. */
  int waiters(Condition condition) {
    lock.lock();
    try {
      return lock.getWaitQueueLength(condition);
    } finally {
      lock.unlock();
    }
  }
}
