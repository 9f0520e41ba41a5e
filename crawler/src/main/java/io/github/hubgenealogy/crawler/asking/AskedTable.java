package io.github.hubgenealogy.crawler.asking;

import io.github.hubgenealogy.crawler.CrawlSession;
import io.github.hubgenealogy.crawler.Outcome;
import io.github.hubgenealogy.crawler.journal.Covered;
import io.github.hubgenealogy.crawler.journal.Journal;
import io.github.hubgenealogy.crawler.journal.JournalEntry;
import io.github.hubgenealogy.crawler.journal.JournalStart;
import io.github.hubgenealogy.crawler.rate.StopReason;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.contract.TableContract;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;

/**
 * A table of which each row is an answer to a question of a work list, or one share of such a
 * table: asks, under one journal, what is left to ask.
 */
public final class AskedTable {
  private final CrawlSession session;
  private final TableContract contract;
  private final Journal journal;
  private final JournalStart start;
  private final WorkList work;
  private final long began;
  private final long requests;

  /**
   * Begins the journal, or goes on with it.
   *
   * @param basis fingerprint of what the work list is made from
   */
  public AskedTable(
      CrawlSession session,
      TableContract contract,
      TableContract questions,
      Journal journal,
      String basis,
      WorkMaker maker)
      throws IOException {
    this.session = session;
    this.contract = contract;
    this.journal = journal;
    this.began = session.time().nanos();
    this.requests = session.tally().totalOf("requests.");
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
          "this crawl was begun at " + start.endpoint() + " on another list",
          session.snapshot().files().uri(journal.folder()),
          "Give that --endpoint and list again, or delete the folder to begin anew.");
    }
    this.work =
        WorkList.of(
            session.snapshot().files(),
            journal.folder(),
            questions,
            session.settings().journal().mergeWidth(),
            maker);
  }

  Journal journal() {
    return journal;
  }

  JournalStart start() {
    return start;
  }

  WorkList work() {
    return work;
  }

  /**
   * Asks what is left of the work.
   *
   * @return why it stopped before all was asked, or null
   */
  public <Q> StopReason ask(Asker<Q> asker) throws IOException {
    if (journal.last().map(JournalEntry::complete).orElse(false)) {
      return null;
    }
    BitSet covered = covered();
    long all = session.limit() < 0 ? work.size() : Math.min(session.limit(), work.size());
    return new AskingCrawl<>(session, contract, asker)
        .run(work, journal, covered, all - covered.cardinality());
  }

  BitSet covered() {
    BitSet covered = new BitSet(work.size());
    for (JournalEntry entry : journal.entries()) {
      Covered.addTo(covered, entry.covered() == null ? "" : entry.covered());
    }
    return covered;
  }

  /** Rows that there are so far, carried ones among them. */
  public long rows() {
    return journal.rows() + work.carriedRows();
  }

  /** Asks what is left, and seals the table when all is asked. */
  public <Q> Outcome run(Asker<Q> asker) throws IOException {
    return run(asker, RowFacts.NONE);
  }

  /** Asks what is left, and seals the table when all is asked, with further facts of its rows. */
  public <Q> Outcome run(Asker<Q> asker, RowFacts facts) throws IOException {
    StopReason stopped = ask(asker);
    if (stopped != null && !(stopped == StopReason.TIME_IS_UP && session.partial())) {
      return stopped(stopped);
    }
    return sealed(new AskedSealing(session, contract, facts).seal(List.of(this)));
  }

  /** How it ended before its end. */
  public Outcome stopped(StopReason reason) {
    return new Outcome.Stopped(contract.name(), reason, rows());
  }

  /** How it ended when the table was sealed. */
  public Outcome sealed(long rows) {
    return new Outcome.Sealed(
        contract.name(), rows, session.tally().totalOf("requests.") - requests, seconds());
  }

  /** How it ended when all was asked and others have something left to ask. */
  public Outcome asked(Shard shard) {
    return new Outcome.ShardAsked(
        shard.toString(), rows(), session.tally().totalOf("requests.") - requests, seconds());
  }

  private double seconds() {
    return (session.time().nanos() - began) / 1e9;
  }
}
