package io.github.hubgenealogy.crawler;

import io.github.hubgenealogy.crawler.rate.StopReason;

/** How the crawl of one table ended. */
public sealed interface Outcome {

  /** The table stands. */
  record Sealed(String table, long rows, long requests, double seconds) implements Outcome {}

  /** The table stood before. */
  record AlreadySealed(String table, long rows) implements Outcome {}

  /** All of one share is asked; a crawl of all seals the table. */
  record ShardAsked(String shard, long rows, long requests, double seconds) implements Outcome {}

  /**
   * It is to be run again.
   *
   * @param rows so far
   */
  record Stopped(String table, StopReason reason, long rows) implements Outcome {}
}
