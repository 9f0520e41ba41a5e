package io.github.hubgenealogy.lake.metrics;

import java.util.Locale;

/** Every figure that a run tells: its name is this one's in lower case after {@code hubgen_}. */
public enum Metric {
  CRAWL_ROWS("rows of a raw table (table)"),
  CRAWL_REQUESTS("requests of a crawl by what became of them (table, outcome)"),
  CRAWL_SECONDS("seconds that a crawl ran, pauses between its runs left out (table)"),
  CRAWL_LEAST_SECONDS("seconds that the Hub's plan makes such a crawl take at least (table)"),
  CRAWL_CARRIED_ROWS("rows that an earlier snapshot had, and that were not asked for (table)"),
  BUILD_STAGE_SECONDS("seconds that a stage took, 0 where it was up to date (stage)"),
  BUILD_SHUFFLE_BYTES("bytes that a stage wrote into shuffles, compressed (stage)"),
  BUILD_ROWS("rows of a table (table)"),
  BUILD_BYTES("bytes of a table's files (table)"),
  SNAPSHOT_EXIT_CODE("how the last run ended: 0 done, 4 to be gone on with, others failed"),
  SNAPSHOT_SECONDS("seconds that the last run took"),
  SNAPSHOT_END_TIMESTAMP_SECONDS("when the last run ended, in seconds since 1970"),
  SNAPSHOT_PUBLISHED("1 where the snapshot is published, else 0"),
  SNAPSHOT_NEEDED_BYTES("what the run was reckoned to need on the lake's disk"),
  SNAPSHOT_FREE_BYTES("what was free there before it began");

  private final String help;

  Metric(String help) {
    this.help = help;
  }

  /** The name as a monitor knows it. */
  public String word() {
    return "hubgen_" + name().toLowerCase(Locale.ROOT);
  }

  /** What it is, in which unit, with which labels beside {@code snapshot}. */
  public String help() {
    return help;
  }
}
