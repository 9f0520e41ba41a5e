package io.github.hubgenealogy.crawler.listing;

import io.github.hubgenealogy.crawler.journal.Journal;
import io.github.hubgenealogy.crawler.journal.JournalStart;
import io.github.hubgenealogy.crawler.packed.PackedCells;
import io.github.hubgenealogy.lake.contract.TableContract;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/** What the statement of completeness says of a list's rows, taken as they are written in order. */
final class ListCounts implements Consumer<PackedCells> {
  private static final long UNTOLD = Long.MIN_VALUE;

  private final int keyColumn;
  private final int createdColumn;
  private final Journal journal;
  private final JournalStart start;
  private long startMicros = UNTOLD;
  private long createdMeanwhile;
  private String firstKey;
  private String lastKey;

  /**
   * Begins.
   *
   * @param journal says when the crawl began, by the server's clock as soon as that is known: what
   *     the server dates is not compared with ours
   */
  ListCounts(TableContract contract, Journal journal, JournalStart start) {
    this.keyColumn = contract.indexOf("_id");
    this.createdColumn = contract.indexOf("createdAt");
    this.journal = journal;
    this.start = start;
  }

  @Override
  public void accept(PackedCells row) {
    lastKey = row.text(keyColumn);
    firstKey = firstKey == null ? lastKey : firstKey;
    if (!row.isNull(createdColumn) && row.int64(createdColumn) >= startMicros()) {
      createdMeanwhile++;
    }
  }

  /** Asked from the first row on, which an answer has brought. */
  private long startMicros() {
    if (startMicros == UNTOLD) {
      startMicros =
          Timestamps.micros(
              journal.serverStart().orElseGet(() -> Instant.parse(start.startedAt())));
    }
    return startMicros;
  }

  Map<String, Object> facts() {
    return Map.of(
        "created_during_crawl",
        createdMeanwhile,
        "first_key",
        firstKey == null ? "" : firstKey,
        "last_key",
        lastKey == null ? "" : lastKey);
  }
}
