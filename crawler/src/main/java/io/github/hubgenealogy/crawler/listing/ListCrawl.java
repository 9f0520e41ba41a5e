package io.github.hubgenealogy.crawler.listing;

import io.github.hubgenealogy.crawler.CrawlSession;
import io.github.hubgenealogy.crawler.Outcome;
import io.github.hubgenealogy.crawler.journal.EarlyTable;
import io.github.hubgenealogy.crawler.journal.Journal;
import io.github.hubgenealogy.crawler.journal.JournalEntry;
import io.github.hubgenealogy.crawler.journal.JournalStart;
import io.github.hubgenealogy.crawler.journal.PartWriter;
import io.github.hubgenealogy.crawler.rate.StopReason;
import io.github.hubgenealogy.crawler.rate.StoppedException;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.command.Progress;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Crawls one list from its oldest element to its end into its journal, and goes on where an earlier
 * crawl of it was stopped or a cursor was lost.
 */
public final class ListCrawl {
  private static final Logger LOG = LoggerFactory.getLogger(ListCrawl.class);

  private final CrawlSession session;
  private final Listing listing;
  private final CursorPages pages;
  private long began;

  public ListCrawl(CrawlSession session, Listing listing) {
    this.session = session;
    this.listing = listing;
    this.pages = new CursorPages(session, listing);
  }

  /** Crawls what is left of the list into its journal, and seals the table when it is whole. */
  public Outcome run() throws IOException {
    began = session.time().nanos();
    long requests = session.tally().totalOf("requests.");
    Journal journal =
        Journal.open(
            session.snapshot().files(), session.snapshot().path("raw/journal/" + listing.word()));
    JournalStart start = start(journal);
    ListCounts counts = new ListCounts(listing.contract(), journal, start);
    long rows;
    try (EarlyTable early = early(journal, counts)) {
      if (!journal.last().map(JournalEntry::complete).orElse(false)) {
        StopReason stopped = crawl(journal, early);
        if (stopped != null) {
          return new Outcome.Stopped(listing.contract().name(), stopped, journal.rows());
        }
      }
      rows = new ListSealing(session, listing).seal(journal, start, early, counts);
    }
    return new Outcome.Sealed(
        listing.contract().name(),
        rows,
        session.tally().totalOf("requests.") - requests,
        (session.time().nanos() - began) / 1e9);
  }

  /** Of a crawl that begins; one that resumes has rows that this one has not seen. */
  private EarlyTable early(Journal journal, ListCounts counts) throws IOException {
    return journal.last().isPresent()
        ? null
        : new EarlyTable(session.snapshot(), listing.contract(), "id", counts);
  }

  private JournalStart start(Journal journal) throws IOException {
    JournalStart start =
        journal.begin(
            new JournalStart(
                listing.contract().name(),
                session.client().endpoint().toString(),
                session.time().now().toString(),
                "",
                session.limit()));
    if (!session.client().endpoint().continues(start.endpoint())) {
      throw Fault.badInput(
          "this crawl was begun at " + start.endpoint(),
          session.client().endpoint().toString(),
          "Give that --endpoint again, or another --snapshot.");
    }
    return start;
  }

  private StopReason crawl(Journal journal, EarlyTable early) throws IOException {
    URI next = session.client().endpoint().at(resumeAt(journal));
    long rows = journal.rows();
    Resumption resumption =
        new Resumption(
            listing,
            session.settings().list().pageSize(),
            journal.last().map(JournalEntry::lastKey).map(key -> key.get(0)).orElse(null),
            session.tally());
    try (Progress progress =
            Progress.of("crawl " + listing.word(), listing.word(), session.limit());
        PartWriter parts =
            new PartWriter(
                journal,
                listing.contract(),
                session.settings().journal(),
                session.time(),
                session.tally(),
                session.client()::origin)) {
      if (early != null) {
        parts.listener(early);
      }
      progress.step(rows);
      while (next != null) {
        StopReason stop = session.waiting().stopReason();
        if (stop != null) {
          return stopped(parts, stop);
        }
        CursorPages.Page page;
        try {
          page = pages.read(next);
          if (!resumption.accepts(page.rows())) {
            throw pages.misled();
          }
        } catch (LostCursor lost) {
          next = wayOn(resumption, lost, parts);
          rows = resumption.isAtStart() ? 0 : rows;
          continue;
        } catch (StoppedException stopping) {
          return stopped(parts, stopping.reason());
        } catch (Fault fault) {
          stopped(parts, StopReason.FAILED);
          throw fault;
        }
        keepServerStart(journal);
        next = page.next();
        if (session.limit() >= 0 && rows + page.rows().count() >= session.limit()) {
          page.rows().truncate((int) (session.limit() - rows));
          next = null;
        }
        rows += page.rows().count();
        session.tally().add("rejected.without_key", page.rejected());
        parts.addPage(page.rows(), next == null ? null : CursorPages.pathOf(next));
        progress.step(page.rows().count());
      }
      pages.cancelAhead();
      session.tally().add("unusable_values", pages.unusableValues());
      parts.flush(true);
      return null;
    }
  }

  private void keepServerStart(Journal journal) throws IOException {
    if (journal.serverStart().isEmpty() && journal.last().isEmpty()) {
      Optional<Instant> start = session.client().serverTime(began);
      if (start.isPresent()) {
        journal.keepServerStart(start.get());
      }
    }
  }

  private URI wayOn(Resumption resumption, LostCursor lost, PartWriter parts) {
    pages.cancelAhead();
    String next = resumption.next().orElse(null);
    if (next == null) {
      stopped(parts, StopReason.FAILED);
      throw lost.fault();
    }
    LOG.warn(
        "the cursor of the {} list is of no use any more; going on {}",
        listing.word(),
        resumption.isAtStart() ? "from the first page" : "from the last key seen");
    if (resumption.isAtStart()) {
      pages.forget();
    }
    return session.client().endpoint().at(next);
  }

  private StopReason stopped(PartWriter parts, StopReason reason) {
    pages.cancelAhead();
    parts.flush(false);
    return reason;
  }

  private String resumeAt(Journal journal) {
    for (JournalEntry entry : journal.entries()) {
      if (entry.nextCursor() != null) {
        pages.follow(entry.nextCursor());
      }
    }
    return journal
        .last()
        .map(JournalEntry::nextCursor)
        .orElseGet(() -> listing.firstPage(session.settings().list().pageSize()));
  }
}
