package io.github.hubgenealogy.crawler.listing;

import io.github.hubgenealogy.crawler.journal.JournalStart;
import io.github.hubgenealogy.crawler.packed.PackedCells;
import io.github.hubgenealogy.lake.contract.TableContract;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/** What the statement of completeness says of a list's rows, taken as they are written in order. */
final class ListCounts implements Consumer<PackedCells> {
  private final int keyColumn;
  private final int createdColumn;
  private final long startMicros;
  private long createdMeanwhile;
  private String firstKey;
  private String lastKey;

  ListCounts(TableContract contract, JournalStart start) {
    this.keyColumn = contract.indexOf("_id");
    this.createdColumn = contract.indexOf("createdAt");
    this.startMicros = Timestamps.micros(Instant.parse(start.startedAt()));
  }

  @Override
  public void accept(PackedCells row) {
    lastKey = row.text(keyColumn);
    firstKey = firstKey == null ? lastKey : firstKey;
    if (!row.isNull(createdColumn) && row.int64(createdColumn) >= startMicros) {
      createdMeanwhile++;
    }
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
