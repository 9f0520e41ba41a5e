package io.github.hubgenealogy.simulator.limit;

import java.util.Locale;

/** What requests are counted as (hub-api §3). */
public enum Bucket {
  API,
  RESOLVERS,
  PAGES;

  /** Its name in the headers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
