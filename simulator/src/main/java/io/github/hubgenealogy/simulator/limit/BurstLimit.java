package io.github.hubgenealogy.simulator.limit;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** A limiter that no header announces: so many requests of one caller within a second. */
public final class BurstLimit {
  private static final class Second {
    private long start;
    private int used;
  }

  private final int most;
  private final Clock clock;
  private final Map<String, Second> seconds = new HashMap<>();

  /**
   * A limiter.
   *
   * @param most 0 for one that never refuses
   */
  public BurstLimit(int most, Clock clock) {
    this.most = most;
    this.clock = clock;
  }

  /** Counts a request and says whether it may pass. */
  public synchronized boolean allows(String caller) {
    if (most == 0) {
      return true;
    }
    Second second = seconds.computeIfAbsent(caller, who -> new Second());
    long now = clock.millis();
    if (now - second.start >= 1_000) {
      second.start = now;
      second.used = 0;
    }
    second.used++;
    return second.used <= most;
  }
}
