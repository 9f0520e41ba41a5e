package io.github.hubgenealogy.crawler.asking;

import io.github.hubgenealogy.crawler.CrawlSession;
import io.github.hubgenealogy.crawler.Outcome;
import io.github.hubgenealogy.crawler.journal.Covered;
import io.github.hubgenealogy.crawler.journal.CrawlFacts;
import io.github.hubgenealogy.crawler.journal.Journal;
import io.github.hubgenealogy.crawler.journal.JournalEntry;
import io.github.hubgenealogy.crawler.journal.JournalStart;
import io.github.hubgenealogy.crawler.journal.TableSealing;
import io.github.hubgenealogy.crawler.packed.RowSource;
import io.github.hubgenealogy.crawler.rate.StopReason;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.contract.TableContract;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** A table of which each row is an answer to a question of a work list. */
public final class AskedTable {
  private final CrawlSession session;
  private final TableContract contract;
  private final Journal journal;
  private final JournalStart start;

  /**
   * Begins the journal, or goes on with it.
   *
   * @param basis fingerprint of what the work list is made from
   */
  public AskedTable(CrawlSession session, TableContract contract, Journal journal, String basis)
      throws IOException {
    this.session = session;
    this.contract = contract;
    this.journal = journal;
    this.start =
        journal.begin(
            new JournalStart(
                contract.name(),
                session.client().endpoint().toString(),
                session.time().now().toString(),
                basis,
                session.limit()));
    if (!start.basis().equals(basis) || !session.client().endpoint().continues(start.endpoint())) {
      throw Fault.badInput(
          "this crawl was begun at " + start.endpoint() + " on another list of models",
          session.snapshot().files().uri(journal.folder()),
          "Give that --endpoint again, or delete the folder to begin anew.");
    }
  }

  /** Asks what is left of the work, and seals the table when all is asked. */
  public <Q> Outcome run(WorkList work, Asker<Q> asker) throws IOException {
    long began = session.time().nanos();
    long requests = session.tally().totalOf("requests.");
    BitSet covered = new BitSet(work.size());
    for (JournalEntry entry : journal.entries()) {
      Covered.addTo(covered, entry.covered() == null ? "" : entry.covered());
    }
    long all = session.limit() < 0 ? work.size() : Math.min(session.limit(), work.size());
    if (!journal.last().map(JournalEntry::complete).orElse(false)) {
      StopReason stopped =
          new AskingCrawl<>(session, contract, asker)
              .run(work, journal, covered, all - covered.cardinality());
      if (stopped != null) {
        return new Outcome.Stopped(contract.name(), stopped, journal.rows());
      }
    }
    long rows = seal(work);
    return new Outcome.Sealed(
        contract.name(),
        rows,
        session.tally().totalOf("requests.") - requests,
        (session.time().nanos() - began) / 1e9);
  }

  private long seal(WorkList work) throws IOException {
    JournalEntry last = journal.last().orElseThrow();
    TableSealing sealing =
        new TableSealing(session.snapshot(), contract, session.settings().journal());
    TableSealing.Sealed sealed;
    try (RowSource rows = sealing.open(TableSealing.runs(List.of(journal)), journal.folder())) {
      sealed =
          sealing.seal(
              rows,
              row -> row,
              last.origin(),
              (written, duplicates) -> facts(work, last, written, duplicates));
    }
    journal.delete();
    return sealed.rows();
  }

  private Map<String, Object> facts(
      WorkList work, JournalEntry last, long written, long duplicates) {
    Map<String, Object> facts = CrawlFacts.of(List.of(journal), start, last.closedAt());
    facts.put("questions", work.size());
    facts.put("rows", written);
    facts.put("duplicates_dropped", duplicates);
    return facts;
  }
}
