package io.github.hubgenealogy.crawler.listing;

import io.github.hubgenealogy.crawler.CrawlSession;
import io.github.hubgenealogy.crawler.hub.Answer;
import io.github.hubgenealogy.crawler.hub.Ask;
import io.github.hubgenealogy.crawler.hub.HubClient;
import io.github.hubgenealogy.crawler.hub.Trouble;
import io.github.hubgenealogy.crawler.hub.TroubleException;
import io.github.hubgenealogy.crawler.hub.Verdicts;
import io.github.hubgenealogy.crawler.packed.LongSet;
import io.github.hubgenealogy.crawler.packed.PackedRows;
import io.github.hubgenealogy.lake.command.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The pages of a list, each by the cursor that the one before gives. The next page is asked for as
 * soon as the head of the present one is there, and is on its way while this one is decoded.
 */
final class CursorPages {
  /** What a server says to a cursor that it does not know any more. */
  private static final Set<Integer> EXPIRED = Set.of(400, 404, 410);

  private final CrawlSession session;
  private final PageReader decoder;
  private final PackedRows rows = new PackedRows(1 << 20);
  private LongSet seen = new LongSet();
  private HubClient.Ahead ahead;

  CursorPages(CrawlSession session, Listing listing) {
    this.session = session;
    this.decoder =
        new PageReader(listing.contract(), session.settings().list().valueKibibytes() << 10);
  }

  /**
   * A page that was read.
   *
   * @param next where the next page is, null after the last
   * @param rows what it lists; valid until the next page is read
   * @param rejected elements without a key
   */
  record Page(URI next, PackedRows rows, int rejected) {}

  /** Values that were no use, of all pages read. */
  long unusableValues() {
    return decoder.unusableValues();
  }

  /** Remembers a cursor's path as followed: a page that leads back to it is in a loop. */
  void follow(String path) {
    seen.add(LongSet.hash(path));
  }

  /** Forgets what was followed, to begin from the first page again. */
  void forget() {
    seen = new LongSet();
  }

  /** A page's path and query, as the journal keeps it. */
  static String pathOf(URI uri) {
    return uri.getRawPath() + "?" + uri.getRawQuery();
  }

  /** That the page read last is none that its cursor can have led to. */
  LostCursor misled() {
    return new LostCursor(
        Verdicts.of(
            session.client().endpoint(),
            new Answer.Failed<>(Trouble.CURSOR, 200, "a cursor that leads elsewhere", null, null)));
  }

  private Ask ask(URI uri) {
    return Ask.of(Ask.Kind.PAGE, uri, (long) session.settings().list().pageMebibytes() << 20);
  }

  /**
   * The page at an address, tried again as its troubles ask for.
   *
   * @throws LostCursor where the address holds a cursor that the server refuses, or the page one
   *     that was followed before or leads to another server
   * @throws Fault where the page cannot be had
   */
  Page read(URI uri) {
    HubClient.Ahead sent = ahead;
    ahead = null;
    Answer<Page> answer =
        session
            .client()
            .ask(ask(uri), (asked, headers, body) -> decode(uri, asked, headers, body), sent);
    if (answer instanceof Answer.Given<Page> given) {
      if (given.status() == 200) {
        if (given.body().next() != null) {
          follow(pathOf(given.body().next()));
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
    rows.truncate(0);
    Optional<URI> next = LinkHeader.next(headers, uri);
    if (next.isPresent()) {
      check(uri, next.get());
      askAhead(next.get());
    } else {
      cancelAhead();
    }
    int rejected = decoder.read(body, rows, Timestamps.micros(asked));
    return new Page(next.orElse(null), rows, rejected);
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

  /** Gives up what is on its way. */
  void cancelAhead() {
    if (ahead != null) {
      ahead.cancel();
      ahead = null;
    }
  }
}
