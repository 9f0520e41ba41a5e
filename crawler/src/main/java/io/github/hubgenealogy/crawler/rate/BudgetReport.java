package io.github.hubgenealogy.crawler.rate;

import io.github.hubgenealogy.crawler.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How well a crawl used what the server allows: for each bucket the requests, how much of the
 * windows that were watched whole was used, and the waits; and the time that the crawl took beside
 * the least that the plan allows.
 *
 * @param elapsed seconds from the crawl's begin to its end, those in which it did not run left out
 */
public record BudgetReport(Map<String, Bucket> buckets, double elapsed) {
  /** How the names of these counts begin; the bucket's name follows. */
  public static final String PREFIX = "budget.";

  /** Counts how long a crawl ran. */
  public static final String ELAPSED = "elapsed.millis";

  public BudgetReport {
    buckets = new TreeMap<>(buckets);
  }

  /**
   * One bucket.
   *
   * @param requests sent
   * @param charged what the server counted, which need not count each hop of a redirect
   * @param quota requests a window, or 0 where the server announces none
   * @param window seconds
   * @param atOnce the most requests that were on their way at a time
   * @param latency mean seconds until an answer's head
   * @param windows how many were watched from their beginning to their end
   * @param used of their allowance
   * @param allowance of theirs
   * @param waited seconds in which a request waited for leave
   */
  public record Bucket(
      long requests,
      long charged,
      long quota,
      long window,
      long atOnce,
      double latency,
      long windows,
      long used,
      long allowance,
      double waited) {

    /**
     * Seconds that the plan makes so many charged requests take at least: (⌈n/q⌉ − 1) windows, and
     * the rest at the measured latency, as many at a time as there ever were.
     */
    public double least() {
      long counted = quota == 0 || charged == 0 ? requests : charged;
      long full = quota == 0 || counted == 0 ? 0 : (counted + quota - 1) / quota - 1;
      double rest = (counted - full * quota) * (double) requests / Math.max(1, counted);
      return full * (double) window + rest * latency / Math.max(1, atOnce);
    }

    /** The share of the full windows' allowance that was used, or NaN where there was none. */
    public double share() {
      return allowance == 0 ? Double.NaN : (double) used / allowance;
    }
  }

  /** Reads the counts of a crawl. */
  public static BudgetReport of(Map<String, Long> counts) {
    TreeSet<String> names = new TreeSet<>();
    for (String name : counts.keySet()) {
      if (name.startsWith(PREFIX)) {
        names.add(name.substring(PREFIX.length(), name.indexOf('.', PREFIX.length())));
      }
    }
    Map<String, Bucket> buckets = new TreeMap<>();
    for (String name : names) {
      long requests = count(counts, name, "requests");
      buckets.put(
          name,
          new Bucket(
              requests,
              count(counts, name, "charged"),
              count(counts, name, "plan_quota" + Tally.MOST),
              count(counts, name, "plan_window_seconds" + Tally.MOST),
              count(counts, name, "in_flight" + Tally.MOST),
              count(counts, name, "latency.micros") / 1e6 / Math.max(1, requests),
              count(counts, name, "windows"),
              count(counts, name, "used"),
              count(counts, name, "quota"),
              count(counts, name, "waited.micros") / 1e6));
    }
    return new BudgetReport(buckets, counts.getOrDefault(ELAPSED, 0L) / 1e3);
  }

  private static long count(Map<String, Long> counts, String bucket, String word) {
    return counts.getOrDefault(PREFIX + bucket + "." + word, 0L);
  }

  /** Seconds that the plan makes the crawl take at least: those of its slowest bucket. */
  public double least() {
    return buckets.values().stream().mapToDouble(Bucket::least).max().orElse(0);
  }

  /**
   * How many times the least it took; NaN where all fitted into one window, so that the plan set no
   * pace.
   */
  public double ratio() {
    boolean paced =
        buckets.values().stream()
            .anyMatch(bucket -> bucket.quota() > 0 && bucket.charged() > bucket.quota());
    return paced ? elapsed / least() : Double.NaN;
  }

  /** What the seal of the crawled table says, and with it the manifest. */
  public Map<String, Object> facts() {
    Map<String, Object> facts = new TreeMap<>();
    buckets.forEach(
        (name, bucket) -> {
          Map<String, Object> said = new TreeMap<>();
          said.put("requests", bucket.requests());
          said.put("charged", bucket.charged());
          said.put("full_windows", bucket.windows());
          said.put("full_windows_allowance", bucket.allowance());
          said.put("full_windows_used", bucket.used());
          said.put("waited_seconds", rounded(bucket.waited()));
          said.put("least_seconds", rounded(bucket.least()));
          facts.put(name, said);
        });
    facts.put("elapsed_seconds", rounded(elapsed));
    facts.put("least_seconds", rounded(least()));
    if (!Double.isNaN(ratio())) {
      facts.put("elapsed_to_least", rounded(ratio()));
    }
    return facts;
  }

  private static double rounded(double value) {
    return Math.rint(value * 1e3) / 1e3;
  }

  /** One sentence a bucket that was asked, and one on the time. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    buckets.forEach(
        (name, bucket) -> {
          if (bucket.requests() > 0) {
            sentences.add(sentence(name, bucket));
          }
        });
    if (!Double.isNaN(ratio())) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "took %.1f s; the plan allows no less than %.1f s: ratio %.3f",
              elapsed,
              least(),
              ratio()));
    }
    return sentences;
  }

  private static String sentence(String name, Bucket bucket) {
    String plan =
        bucket.quota() == 0
            ? "no limit announced"
            : String.format(Locale.ROOT, "%d a %d s allowed", bucket.quota(), bucket.window());
    String use =
        bucket.windows() == 0
            ? "no full window"
            : String.format(
                Locale.ROOT,
                "%d full windows, %.1f %% of their %d used",
                bucket.windows(),
                100 * bucket.share(),
                bucket.allowance());
    return String.format(
        Locale.ROOT,
        "%s: %d requests, %d of them charged, %s, %s, waited %.1f s",
        name,
        bucket.requests(),
        bucket.charged(),
        plan,
        use,
        bucket.waited());
  }
}
