package io.github.hubgenealogy.crawler;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts by name, of which each part of the journal takes what was counted since the part before,
 * so that the sum over a crawl's parts outlives a kill.
 */
public final class Tally {
  /** How the names of those counts end that are no sums. */
  public static final String MOST = ".most";

  private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
  private final Map<String, AtomicLong> totals = new ConcurrentHashMap<>();

  public void add(String name, long amount) {
    counts.computeIfAbsent(name, key -> new AtomicLong()).addAndGet(amount);
    totals.computeIfAbsent(name, key -> new AtomicLong()).addAndGet(amount);
  }

  public void count(String name) {
    add(name, 1);
  }

  /** Keeps the most of what was said; the name ends in {@link #MOST}, so that sums tell it. */
  public void most(String name, long amount) {
    counts.computeIfAbsent(name, key -> new AtomicLong()).accumulateAndGet(amount, Math::max);
    totals.computeIfAbsent(name, key -> new AtomicLong()).accumulateAndGet(amount, Math::max);
  }

  /** Puts the counts of one name together, of two parts of a crawl. */
  public static long together(String name, long a, long b) {
    return name.endsWith(MOST) ? Math.max(a, b) : a + b;
  }

  /** All that was counted in this process. */
  public Map<String, Long> totals() {
    return since(Map.of());
  }

  /** What was counted in this process since an earlier look at the totals. */
  public Map<String, Long> since(Map<String, Long> before) {
    Map<String, Long> grown = new TreeMap<>();
    totals.forEach(
        (name, count) -> {
          long then = name.endsWith(MOST) ? 0 : before.getOrDefault(name, 0L);
          grown.put(name, count.get() - then);
        });
    return grown;
  }

  /** What was counted since the last call. */
  public Map<String, Long> drain() {
    Map<String, Long> drained = new TreeMap<>();
    counts.forEach(
        (name, count) -> {
          long amount = count.getAndSet(0);
          if (amount != 0) {
            drained.put(name, amount);
          }
        });
    return drained;
  }

  /** What was counted in this process. */
  public long total(String name) {
    AtomicLong count = totals.get(name);
    return count == null ? 0 : count.get();
  }

  /** The sum of all counts of this process whose names begin so. */
  public long totalOf(String prefix) {
    return totals.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .mapToLong(entry -> entry.getValue().get())
        .sum();
  }
}
