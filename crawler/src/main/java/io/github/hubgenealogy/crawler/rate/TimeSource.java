package io.github.hubgenealogy.crawler.rate;

import java.time.Instant;
import java.util.concurrent.locks.Condition;

/** The time, and letting it pass: what a test replaces by a clock of its own. */
public interface TimeSource {
  /** Nanoseconds of a clock that only goes forward, whatever happens to the wall clock. */
  long nanos();

  /** The wall clock, for dates that people read. Nothing is ever waited for by it. */
  Instant now();

  /** Lets time pass until the condition is signalled, at most so many nanoseconds. */
  void await(Condition condition, long nanos) throws InterruptedException;

  /** The machine's clocks. */
  static TimeSource system() {
    return new TimeSource() {
      @Override
      public long nanos() {
        return System.nanoTime();
      }

      @Override
      public Instant now() {
        return Instant.now();
      }

      @Override
      @SuppressWarnings({"WaitNotInLoop", "CheckReturnValue"})
      public void await(Condition condition, long nanos) throws InterruptedException {
        // Whoever calls asks again after any wake-up, so one that comes for nothing does no harm.
        condition.awaitNanos(nanos);
      }
    };
  }
}
