package io.github.hubgenealogy.crawler.estimate;

import java.time.Duration;
import java.util.Locale;

/**
 * The Hub's plans and their allowances for each fixed window, as its documentation gives them
 * (docs/hub/rate-limits, September 2025). A crawl reads its own from the answers; these are for
 * reckoning beforehand alone.
 */
enum Plan {
  ANONYMOUS(500, 3_000),
  FREE(1_000, 5_000),
  PRO(2_500, 12_000),
  TEAM(3_000, 20_000),
  ENTERPRISE(6_000, 50_000);

  static final Duration WINDOW = Duration.ofMinutes(5);

  private final int api;
  private final int resolvers;

  Plan(int api, int resolvers) {
    this.api = api;
    this.resolvers = resolvers;
  }

  /** Hours that so many requests take, if nothing but the allowance holds them up. */
  double hours(long requests, Bucket bucket) {
    int quota =
        switch (bucket) {
          case API -> api;
          case RESOLVERS -> resolvers;
        };
    return (double) requests / quota * WINDOW.toSeconds() / 3_600;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a request counts against. */
  enum Bucket {
    API,
    RESOLVERS;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
