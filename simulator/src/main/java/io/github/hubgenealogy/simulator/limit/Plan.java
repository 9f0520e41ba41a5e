package io.github.hubgenealogy.simulator.limit;

/** The Hub's plans and their requests per window of five minutes (docs/hub/rate-limits.md). */
public enum Plan {
  ANONYMOUS(500, 3_000, 100),
  FREE(1_000, 5_000, 200),
  PRO(2_500, 12_000, 400),
  TEAM(3_000, 20_000, 400),
  ENTERPRISE(6_000, 50_000, 600),
  /** No plan of the Hub's: for tests that are not about limits. */
  UNLIMITED(1_000_000_000, 1_000_000_000, 1_000_000_000);

  private final int api;
  private final int resolvers;
  private final int pages;

  Plan(int api, int resolvers, int pages) {
    this.api = api;
    this.resolvers = resolvers;
    this.pages = pages;
  }

  public int quota(Bucket bucket) {
    return switch (bucket) {
      case API -> api;
      case RESOLVERS -> resolvers;
      case PAGES -> pages;
    };
  }
}
