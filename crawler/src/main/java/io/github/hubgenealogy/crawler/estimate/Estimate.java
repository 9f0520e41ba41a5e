package io.github.hubgenealogy.crawler.estimate;

import io.github.hubgenealogy.lake.store.Lake;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints what a crawl would cost under each plan, without sending anything. */
public final class Estimate {
  private static final int PAGE = 1_000;
  private static final long EXAMPLE_CARDS = 100_000;
  private static final long EXAMPLE_DATASETS = 1_000_000;
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

  /** The same with so many changed cards. */
  public Estimate withChanged(long cards) {
    return new Estimate(sizes.withChanged(cards));
  }

  /**
   * Prints what whole crawls cost, as a table of Markdown: the lists, the same with the cards that
   * changed, the same with all of them, and what is asked once about parents that are not listed.
   */
  public void printWhole(PrintWriter out) {
    long redirects = sizes.redirects().orElse(EXAMPLE_REDIRECTS);
    long changed = sizes.changed().orElse(EXAMPLE_CARDS);
    List<Load> lists =
        List.of(
            new Load("", pages(sizes.models()), Plan.Bucket.API, true),
            new Load("", pages(sizes.datasets().orElse(EXAMPLE_DATASETS)), Plan.Bucket.API, true));
    out.println("| crawl | requests | " + head() + " |");
    out.println("|---|---:|" + "---:|".repeat(Plan.values().length));
    whole(out, "list", lists);
    whole(
        out,
        String.format(Locale.ROOT, "list + %,d changed cards", changed),
        lists,
        cards("", changed, 1));
    whole(out, "list + all cards", lists, cards("", sizes.models(), 1));
    whole(
        out,
        String.format(Locale.ROOT, "once: %,d names that are not listed", redirects),
        List.of(),
        new Load("", redirects, Plan.Bucket.API, false));
    out.println();
    out.println(
        String.format(
            Locale.ROOT,
            "*Hours under each plan for %,d models and %,d datasets, from %s; nothing was sent.*",
            sizes.models(),
            sizes.datasets().orElse(EXAMPLE_DATASETS),
            sizes.from()));
  }

  private static String head() {
    return Arrays.stream(Plan.values()).map(Plan::word).collect(Collectors.joining(" | "));
  }

  private static void whole(PrintWriter out, String what, List<Load> lists, Load... cards) {
    List<Load> all = new ArrayList<>(lists);
    all.addAll(List.of(cards));
    StringBuilder line =
        new StringBuilder(String.format(Locale.ROOT, "| %s | %,d |", what, requests(all)));
    for (Plan plan : Plan.values()) {
      line.append(
          String.format(
              Locale.ROOT, " %.1f |", all.stream().mapToDouble(load -> load.hours(plan)).sum()));
    }
    out.println(line);
  }

  private static long requests(List<Load> loads) {
    return loads.stream().mapToLong(Load::requests).sum();
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
