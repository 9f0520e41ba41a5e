package io.github.hubgenealogy.crawler.rate;

import io.github.hubgenealogy.crawler.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
  /**
   * What is waited for; how long stands in the table's facts, summed over all who waited. For a
   * free place threads wait as a matter of course, so that is not counted.
   */
  public enum Reason {
    RATE_LIMIT,
    RETRY,
    CIRCUIT_BREAKER,
    CONCURRENCY;

    private String fact() {
      return "wait." + name().toLowerCase(Locale.ROOT) + ".millis";
    }
  }

  private static final int MANY = 64;

  /** Wakes all who wait. */
  public static final int ALL = Integer.MAX_VALUE;

  /** Returned by a condition that only a signal can make true. */
  public static final long UNTIL_SIGNALLED = Duration.ofDays(1).toNanos();

  private final ReentrantLock lock = new ReentrantLock();
  private final List<Condition> conditions = new ArrayList<>();
  private final Condition stopped = condition();
  private final TimeSource time;
  private final Tally tally;
  private final long deadline;
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
    lock.lock();
    try {
      Condition condition = lock.newCondition();
      conditions.add(condition);
      return condition;
    } finally {
      lock.unlock();
    }
  }

  /** Asks the crawl to end; the first reason stands. */
  public void stop(StopReason reason) {
    lock.lock();
    try {
      if (stop == null) {
        stop = reason;
      }
      conditions.forEach(Condition::signalAll);
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
        time.await(condition, Math.min(nanos, timeLeft()));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoppedException(StopReason.INTERRUPTED);
    } finally {
      lock.unlock();
      if (start != 0 && reason != Reason.CONCURRENCY) {
        tally.add(reason.fact(), (time.nanos() - start) / 1_000_000);
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
      if (wake > MANY) {
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
