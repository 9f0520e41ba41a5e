package io.github.hubgenealogy.crawler.listing;

import io.github.hubgenealogy.crawler.CrawlSession;
import io.github.hubgenealogy.crawler.Outcome;
import io.github.hubgenealogy.crawler.hub.Answer;
import io.github.hubgenealogy.crawler.hub.Ask;
import io.github.hubgenealogy.crawler.hub.HubClient;
import io.github.hubgenealogy.crawler.hub.Trouble;
import io.github.hubgenealogy.crawler.hub.TroubleException;
import io.github.hubgenealogy.crawler.hub.Verdicts;
import io.github.hubgenealogy.crawler.journal.EarlyTable;
import io.github.hubgenealogy.crawler.journal.Journal;
import io.github.hubgenealogy.crawler.journal.JournalEntry;
import io.github.hubgenealogy.crawler.journal.JournalStart;
import io.github.hubgenealogy.crawler.journal.PartWriter;
import io.github.hubgenealogy.crawler.packed.LongSet;
import io.github.hubgenealogy.crawler.packed.PackedRows;
import io.github.hubgenealogy.crawler.rate.StopReason;
import io.github.hubgenealogy.crawler.rate.StoppedException;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.command.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Crawls one list from its oldest element to its end, page after page by the cursor that each page
 * gives. The next page is asked for as soon as the head of the present one is there, and is on its
 * way while this one is decoded.
 */
public final class ListCrawl {
  private static final Logger LOG = LoggerFactory.getLogger(ListCrawl.class);

  /** What a server says to a cursor that it does not know any more. */
  private static final Set<Integer> EXPIRED = Set.of(400, 404, 410);

  private final CrawlSession session;
  private final Listing listing;
  private final PageReader pages;
  private final PackedRows page = new PackedRows(1 << 20);
  private LongSet seen = new LongSet();
  private HubClient.Ahead ahead;
  private long began;

  public ListCrawl(CrawlSession session, Listing listing) {
    this.session = session;
    this.listing = listing;
    this.pages =
        new PageReader(listing.contract(), session.settings().list().valueKibibytes() << 10);
  }

  private record Page(URI next, int rejected) {}

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
        Page read;
        try {
          read = read(next);
          if (!resumption.accepts(page)) {
            throw new LostCursor(Verdicts.of(session.client().endpoint(), misled()));
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
        next = read.next();
        if (session.limit() >= 0 && rows + page.count() >= session.limit()) {
          page.truncate((int) (session.limit() - rows));
          next = null;
        }
        rows += page.count();
        session.tally().add("rejected.without_key", read.rejected());
        parts.addPage(page, next == null ? null : pathOf(next));
        progress.step(page.count());
      }
      cancelAhead();
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

  /** A cursor that is of no use any more. */
  private static final class LostCursor extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    LostCursor(Fault fault) {
      super(fault);
      this.fault = fault;
    }
  }

  private static Answer.Failed<Page> misled() {
    return new Answer.Failed<>(Trouble.CURSOR, 200, "a cursor that leads elsewhere", null, null);
  }

  private URI wayOn(Resumption resumption, LostCursor lost, PartWriter parts) {
    cancelAhead();
    String next = resumption.next().orElse(null);
    if (next == null) {
      stopped(parts, StopReason.FAILED);
      throw lost.fault;
    }
    LOG.warn(
        "the cursor of the {} list is of no use any more; going on {}",
        listing.word(),
        resumption.isAtStart() ? "from the first page" : "from the last key seen");
    if (resumption.isAtStart()) {
      seen = new LongSet();
    }
    return session.client().endpoint().at(next);
  }

  private StopReason stopped(PartWriter parts, StopReason reason) {
    cancelAhead();
    parts.flush(false);
    return reason;
  }

  private String resumeAt(Journal journal) {
    for (JournalEntry entry : journal.entries()) {
      if (entry.nextCursor() != null) {
        seen.add(LongSet.hash(entry.nextCursor()));
      }
    }
    return journal
        .last()
        .map(JournalEntry::nextCursor)
        .orElseGet(() -> listing.firstPage(session.settings().list().pageSize()));
  }

  private Ask ask(URI uri) {
    return Ask.of(Ask.Kind.PAGE, uri, (long) session.settings().list().pageMebibytes() << 20);
  }

  private Page read(URI uri) {
    HubClient.Ahead sent = ahead;
    ahead = null;
    Answer<Page> answer =
        session
            .client()
            .ask(ask(uri), (asked, headers, body) -> decode(uri, asked, headers, body), sent);
    if (answer instanceof Answer.Given<Page> given) {
      if (given.status() == 200) {
        if (given.body().next() != null) {
          seen.add(LongSet.hash(pathOf(given.body().next())));
        }
        return given.body();
      }
      Fault refused =
          Verdicts.refused(
              session.client().endpoint(), given.status(), session.client().hasToken());
      boolean cursor = uri.getRawQuery() != null && uri.getRawQuery().contains("cursor=");
      throw cursor && EXPIRED.contains(given.status()) ? new LostCursor(refused) : refused;
    }
    Answer.Failed<Page> failed = (Answer.Failed<Page>) answer;
    Fault fault = Verdicts.of(session.client().endpoint(), failed);
    throw failed.trouble() == Trouble.CURSOR ? new LostCursor(fault) : fault;
  }

  private Page decode(URI uri, Instant asked, HttpHeaders headers, InputStream body)
      throws IOException {
    page.truncate(0);
    Optional<URI> next = LinkHeader.next(headers, uri);
    if (next.isPresent()) {
      check(uri, next.get());
      askAhead(next.get());
    } else {
      cancelAhead();
    }
    int rejected = pages.read(body, page, Timestamps.micros(asked));
    return new Page(next.orElse(null), rejected);
  }

  private void check(URI uri, URI next) throws TroubleException {
    if (next.equals(uri) || seen.contains(LongSet.hash(pathOf(next)))) {
      throw new TroubleException(Trouble.CURSOR, "a cursor that was followed before");
    }
    if (!session.client().endpoint().owns(next)) {
      throw new TroubleException(Trouble.CURSOR, "a next page elsewhere");
    }
  }

  private void askAhead(URI next) {
    if (ahead != null && ahead.uri().equals(next)) {
      return;
    }
    cancelAhead();
    ahead = session.client().ahead(ask(next)).orElse(null);
  }

  private void cancelAhead() {
    if (ahead != null) {
      ahead.cancel();
      ahead = null;
    }
  }

  private static String pathOf(URI uri) {
    return uri.getRawPath() + "?" + uri.getRawQuery();
  }
}
