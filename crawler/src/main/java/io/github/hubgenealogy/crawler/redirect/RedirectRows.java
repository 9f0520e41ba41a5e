package io.github.hubgenealogy.crawler.redirect;

import io.github.hubgenealogy.crawler.CrawlSession;
import io.github.hubgenealogy.crawler.hub.Answer;
import io.github.hubgenealogy.crawler.hub.HubClient;
import io.github.hubgenealogy.crawler.hub.Verdicts;
import io.github.hubgenealogy.lake.id.ModelId;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What both ways to ask for an absent parent share: its row, and where an answer leads. */
final class RedirectRows {
  private final CrawlSession session;
  private final HubClient client;

  RedirectRows(CrawlSession session) {
    this.session = session;
    this.client = session.client();
  }

  /** Rows of raw/redirects, in the order of its columns. */
  Object[] row(String id, RedirectStatus status, String current, Integer http, Instant asked) {
    session.tally().count("redirects." + status.word());
    return new Object[] {
      "model",
      id,
      status.word(),
      current,
      http,
      asked == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, asked),
      null
    };
  }

  /** The row for an id that answers under a name. */
  Object[] found(String id, String current, int http, Instant asked) {
    boolean same = current.equals(id);
    return row(id, same ? RedirectStatus.FOUND : RedirectStatus.MOVED, current, http, asked);
  }

  /** The row where there was no usable answer; a Hub that cannot be reached ends the crawl. */
  Object[] failed(String id, Answer.Failed<?> failed) {
    if (failed.trouble().isUnreachable()) {
      throw Verdicts.of(client.endpoint(), failed);
    }
    return row(
        id,
        RedirectStatus.UNKNOWN,
        null,
        failed.status() == 0 ? null : failed.status(),
        failed.asked());
  }

  /** Ends the crawl where the token is refused. */
  void refuseBadToken(Answer.Given<?> given) {
    if (given.errorMessage().contains("invalid credentials")) {
      throw Verdicts.refused(client.endpoint(), given.status(), client.hasToken());
    }
  }

  /** Where a redirect leads, if that is a URL at all. */
  static Optional<URI> target(URI from, Answer.Given<?> given) {
    try {
      return given.header("Location").map(location -> from.resolve(URI.create(location)));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** An id out of a path, or null where it is none. */
  static String id(String encoded) {
    try {
      String id = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
      return ModelId.isPathSafe(id) ? id : null;
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }
}
