package io.github.hubgenealogy.simulator.limit;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts requests in fixed windows, each of which begins with the first request after the one
 * before: one count for each caller and bucket. Safe for use by several threads.
 */
public final class RateLimits {
  private record Who(String caller, Bucket bucket) {}

  private static final class Window {
    private long endMillis;
    private int used;
  }

  private final Plan plan;
  private final Duration window;
  private final Clock clock;
  private final Map<Who, Window> windows = new HashMap<>();

  public RateLimits(Plan plan, Duration window, Clock clock) {
    if (window.toMillis() < 1) {
      throw new IllegalArgumentException("a window lasts at least a millisecond, not " + window);
    }
    this.plan = plan;
    this.window = window;
    this.clock = clock;
  }

  /**
   * Counts a request, or only looks.
   *
   * @param caller a token, or a word for callers without one
   * @param cost how many requests it counts for: 0 looks
   */
  public synchronized Verdict charge(String caller, Bucket bucket, int cost) {
    long now = clock.millis();
    int quota = plan.quota(bucket);
    Window current = windows.computeIfAbsent(new Who(caller, bucket), who -> new Window());
    if (now >= current.endMillis) {
      current.endMillis = now + window.toMillis();
      current.used = 0;
    }
    boolean allowed = current.used + cost <= quota;
    if (allowed) {
      current.used += cost;
    }
    long seconds = (current.endMillis - now + 999) / 1000;
    return new Verdict(allowed, bucket, quota, quota - current.used, seconds, window);
  }
}
