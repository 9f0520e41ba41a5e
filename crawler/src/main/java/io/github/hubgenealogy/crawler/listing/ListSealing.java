package io.github.hubgenealogy.crawler.listing;

import io.github.hubgenealogy.crawler.CrawlSession;
import io.github.hubgenealogy.crawler.journal.CrawlFacts;
import io.github.hubgenealogy.crawler.journal.Journal;
import io.github.hubgenealogy.crawler.journal.JournalEntry;
import io.github.hubgenealogy.crawler.journal.JournalStart;
import io.github.hubgenealogy.crawler.journal.TableSealing;
import io.github.hubgenealogy.crawler.packed.PackedCells;
import io.github.hubgenealogy.crawler.packed.RowSource;
import io.github.hubgenealogy.crawler.packed.RunPart;
import io.github.hubgenealogy.lake.contract.TableContract;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Makes the table of a list that was read to its end, and states how complete it is: what was
 * listed, dropped and rejected, the first and last key, what was created meanwhile.
 */
final class ListSealing {
  private final CrawlSession session;
  private final TableContract contract;

  private long superseded;
  private long createdMeanwhile;
  private String firstKey;
  private String lastKey;

  ListSealing(CrawlSession session, Listing listing) {
    this.session = session;
    this.contract = listing.contract();
  }

  /** Seals, and removes the journal; the number of rows. */
  long seal(Journal journal, JournalStart start) throws IOException {
    TableSealing sealing =
        new TableSealing(session.snapshot(), contract, session.settings().journal());
    List<RunPart> runs = TableSealing.runs(List.of(journal));
    IdConflicts conflicts = new IdConflicts(contract);
    conflicts.find(() -> sealing.open(runs, journal.folder()));
    long startMicros = Timestamps.micros(Instant.parse(start.startedAt()));
    JournalEntry last = journal.last().orElseThrow();
    int key = contract.indexOf("_id");
    int created = contract.indexOf("createdAt");
    TableSealing.Sealed sealed;
    try (RowSource rows = sealing.open(runs, journal.folder())) {
      sealed =
          sealing.seal(
              rows,
              row -> {
                if (conflicts.isSuperseded(row)) {
                  superseded++;
                  return null;
                }
                count(row, key, created, startMicros);
                return row;
              },
              last.origin(),
              (written, duplicates) -> facts(journal, start, last, written, duplicates));
    }
    journal.delete();
    return sealed.rows();
  }

  private void count(PackedCells row, int key, int created, long startMicros) {
    lastKey = row.text(key);
    firstKey = firstKey == null ? lastKey : firstKey;
    if (!row.isNull(created) && row.int64(created) >= startMicros) {
      createdMeanwhile++;
    }
  }

  private Map<String, Object> facts(
      Journal journal, JournalStart start, JournalEntry last, long written, long duplicates) {
    Map<String, Object> facts = CrawlFacts.of(List.of(journal), start, last.closedAt());
    facts.put("complete", start.limit() < 0);
    facts.put("gaps_retried", retries(journal));
    facts.put("listed", journal.rows());
    facts.put("rows", written);
    facts.put("duplicates_dropped", duplicates);
    facts.put("rejected_older_of_one_id", superseded);
    facts.put("created_during_crawl", createdMeanwhile);
    facts.put("first_key", firstKey == null ? "" : firstKey);
    facts.put("last_key", lastKey == null ? "" : lastKey);
    return facts;
  }

  /** Pages that came whole only after one attempt or more had failed, each attempt counted. */
  private static long retries(Journal journal) {
    return journal.entries().stream()
        .flatMap(entry -> entry.counts().entrySet().stream())
        .filter(count -> count.getKey().startsWith("retries."))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
