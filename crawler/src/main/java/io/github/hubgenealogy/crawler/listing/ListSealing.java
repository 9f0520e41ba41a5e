package io.github.hubgenealogy.crawler.listing;

import io.github.hubgenealogy.crawler.CrawlSession;
import io.github.hubgenealogy.crawler.journal.CrawlFacts;
import io.github.hubgenealogy.crawler.journal.EarlyTable;
import io.github.hubgenealogy.crawler.journal.Journal;
import io.github.hubgenealogy.crawler.journal.JournalEntry;
import io.github.hubgenealogy.crawler.journal.JournalStart;
import io.github.hubgenealogy.crawler.journal.TableSealing;
import io.github.hubgenealogy.crawler.packed.RowSource;
import io.github.hubgenealogy.crawler.packed.RunPart;
import io.github.hubgenealogy.lake.contract.TableContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the table of a list that was read to its end, and states how complete it is: what was
 * listed, dropped and rejected, the first and last key, what was created meanwhile.
 */
final class ListSealing {
  private final CrawlSession session;
  private final TableContract contract;

  private long superseded;

  ListSealing(CrawlSession session, Listing listing) {
    this.session = session;
    this.contract = listing.contract();
  }

  /**
   * Seals, and removes the journal; the number of rows.
   *
   * @param early the table as it was written meanwhile, or null
   * @param counted of its rows
   */
  long seal(Journal journal, JournalStart start, EarlyTable early, ListCounts counted)
      throws IOException {
    TableSealing sealing =
        new TableSealing(session.snapshot(), contract, session.settings().journal());
    JournalEntry last = journal.last().orElseThrow();
    Optional<EarlyTable.Written> written = early == null ? Optional.empty() : early.finish();
    long rows =
        written.isPresent()
            ? sealing
                .seal(
                    written.get(),
                    last.origin(),
                    (count, duplicates) -> facts(journal, start, counted, count, duplicates))
                .rows()
            : merge(sealing, journal, start);
    journal.delete();
    return rows;
  }

  private long merge(TableSealing sealing, Journal journal, JournalStart start) throws IOException {
    List<RunPart> runs = TableSealing.runs(List.of(journal));
    IdConflicts conflicts = new IdConflicts(contract);
    conflicts.find(() -> sealing.open(runs, journal.folder()));
    ListCounts counts = new ListCounts(contract, journal, start);
    try (RowSource rows = sealing.open(runs, journal.folder())) {
      return sealing
          .seal(
              rows,
              row -> {
                if (conflicts.isSuperseded(row)) {
                  superseded++;
                  return null;
                }
                counts.accept(row);
                return row;
              },
              journal.last().orElseThrow().origin(),
              (written, duplicates) -> facts(journal, start, counts, written, duplicates))
          .rows();
    }
  }

  private Map<String, Object> facts(
      Journal journal, JournalStart start, ListCounts counts, long written, long duplicates) {
    Map<String, Object> facts =
        CrawlFacts.of(List.of(journal), start, journal.last().orElseThrow().closedAt());
    facts.put("complete", start.limit() < 0);
    facts.put("gaps_retried", retries(journal));
    facts.put("listed", journal.rows());
    facts.put("rows", written);
    facts.put("duplicates_dropped", duplicates);
    facts.put("rejected_older_of_one_id", superseded);
    facts.putAll(counts.facts());
    journal.serverStart().ifPresent(at -> facts.put("startedAtByServer", at.toString()));
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
