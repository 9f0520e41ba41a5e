package io.github.hubgenealogy.crawler.estimate;

import io.github.hubgenealogy.lake.store.Lake;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints what a crawl would cost under each plan, without sending anything. */
public final class Estimate {
  private static final int PAGE = 1_000;
  private static final long EXAMPLE_CARDS = 100_000;
  private static final long EXAMPLE_REDIRECTS = 50_000;
  private static final long EXAMPLE_OWNERS = 1_000;

  /** A page of the list follows another; so long the real Hub takes for one. */
  private static final Duration PAGE_LATENCY = Duration.ofMillis(300);

  private final Sizes sizes;

  /** One line: a part of the crawl. */
  private record Load(String what, long requests, Plan.Bucket bucket, boolean serial) {
    double hours(Plan plan) {
      double least = serial ? requests * PAGE_LATENCY.toMillis() / 3.6e6 : 0;
      return Math.max(least, plan.hours(requests, bucket));
    }
  }

  private Estimate(Sizes sizes) {
    this.sizes = sizes;
  }

  /** For so many models. */
  public static Estimate given(long models) {
    return new Estimate(Sizes.given(models));
  }

  /**
   * From a snapshot.
   *
   * @param named which, or null for the newest
   */
  public static Estimate of(Lake lake, String named) throws IOException {
    return new Estimate(Sizes.of(lake, named, Instant.now()));
  }

  private List<Load> loads() {
    List<Load> loads = new ArrayList<>();
    loads.add(new Load("list of models", pages(sizes.models()), Plan.Bucket.API, true));
    if (sizes.datasets().isPresent()) {
      loads.add(
          new Load("list of datasets", pages(sizes.datasets().getAsLong()), Plan.Bucket.API, true));
    } else {
      loads.add(new Load("datasets, each 100,000", 100, Plan.Bucket.API, true));
    }
    long changed = sizes.changed().orElse(EXAMPLE_CARDS);
    loads.add(
        cards(
            sizes.changed().isPresent() ? "cards changed since" : "changed cards, each 100,000",
            changed,
            1));
    loads.add(cards("all cards", sizes.models(), 1));
    loads.add(cards("all cards, hop charged", sizes.models(), 2));
    long redirects = sizes.redirects().orElse(EXAMPLE_REDIRECTS);
    String ids = sizes.redirects().isPresent() ? "redirects" : "redirects, each 50,000";
    loads.add(new Load(ids + ", by api", redirects, Plan.Bucket.API, false));
    loads.add(new Load(ids + ", by resolve", redirects, Plan.Bucket.RESOLVERS, false));
    long owners = sizes.owners().orElse(EXAMPLE_OWNERS);
    loads.add(
        new Load(
            sizes.owners().isPresent() ? "owners, at most" : "owners, each 1,000, at most",
            2 * owners,
            Plan.Bucket.API,
            false));
    return loads;
  }

  private static Load cards(String what, long cards, int requestsEach) {
    return new Load(what, cards * requestsEach, Plan.Bucket.RESOLVERS, false);
  }

  private static long pages(long rows) {
    return (rows + PAGE - 1) / PAGE;
  }

  /** Prints the table. */
  public void print(PrintWriter out) {
    out.println(
        String.format(
            Locale.ROOT,
            "Requests and hours for %,d models, from %s; nothing was sent.",
            sizes.models(),
            sizes.from()));
    out.println();
    StringBuilder head =
        new StringBuilder(
            String.format(Locale.ROOT, "%-36s %10s  %-9s", "part", "requests", "bucket"));
    for (Plan plan : Plan.values()) {
      head.append(String.format(Locale.ROOT, " %12s", plan.word() + " h"));
    }
    out.println(head);
    for (Load load : loads()) {
      StringBuilder line =
          new StringBuilder(
              String.format(
                  Locale.ROOT,
                  "%-36s %,10d  %-9s",
                  load.what(),
                  load.requests(),
                  load.bucket().word()));
      for (Plan plan : Plan.values()) {
        line.append(String.format(Locale.ROOT, " %12.2f", load.hours(plan)));
      }
      out.println(line);
    }
    out.println();
    out.println(
        "Allowances are those that the Hub documents, for windows of five minutes: api "
            + "500, 1000, 2500, 3000, 6000;");
    out.println(
        "resolvers 3000, 5000, 12000, 20000, 50000. A page of a list follows another and takes "
            + "300 ms at least.");
    out.println(
        "Whether the hop from a README's address to its file counts is not documented: then all "
            + "cards take twice as long.");
    out.println(
        "Cards of an unchanged commit, redirects and owners that an earlier snapshot has cost "
            + "nothing.");
  }
}
