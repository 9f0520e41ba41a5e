package io.github.hubgenealogy.crawler;

import io.github.hubgenealogy.crawler.hub.HubClient;
import io.github.hubgenealogy.crawler.rate.TimeSource;
import io.github.hubgenealogy.crawler.rate.Waiting;
import io.github.hubgenealogy.lake.store.Snapshot;

/**
 * What every crawl of one command shares.
 *
 * @param limit the most rows of a list, or questions, or −1 for all
 * @param partial whether what was asked when the time is up makes a table, or is to be gone on with
 */
public record CrawlSession(
    Snapshot snapshot,
    CrawlSettings settings,
    HubClient client,
    Waiting waiting,
    Tally tally,
    long limit,
    boolean partial) {

  public TimeSource time() {
    return waiting.time();
  }
}
