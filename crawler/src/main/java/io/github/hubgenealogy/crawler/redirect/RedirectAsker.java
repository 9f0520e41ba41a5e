package io.github.hubgenealogy.crawler.redirect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.hubgenealogy.crawler.CrawlSession;
import io.github.hubgenealogy.crawler.asking.Asker;
import io.github.hubgenealogy.crawler.hub.Answer;
import io.github.hubgenealogy.crawler.hub.Ask;
import io.github.hubgenealogy.crawler.hub.Endpoint;
import io.github.hubgenealogy.crawler.hub.HubClient;
import io.github.hubgenealogy.crawler.hub.Trouble;
import io.github.hubgenealogy.crawler.hub.TroubleException;
import io.github.hubgenealogy.crawler.packed.PackedCells;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks the Hub's API whether it knows an id, and follows where it sends us until an id answers or
 * is one that the list holds. The columns are those of raw/redirects.
 */
final class RedirectAsker implements Asker<String> {
  private static final String API = "/api/models/";
  private static final long BODY = 4 << 20;

  private final CrawlSession session;
  private final HubClient client;
  private final ListedIds listed;
  private final RedirectRows rows;
  private final JsonFactory json = new JsonFactory();

  RedirectAsker(CrawlSession session, ListedIds listed) {
    this.session = session;
    this.client = session.client();
    this.listed = listed;
    this.rows = new RedirectRows(session);
  }

  @Override
  public String question(PackedCells row) {
    return row.text(0);
  }

  @Override
  public Object[] ask(String id) {
    Answer<String> first = ask(client.endpoint().at(API + Endpoint.path(id)));
    if (first instanceof Answer.Failed<String> failed) {
      return rows.failed(id, failed);
    }
    Answer.Given<String> given = (Answer.Given<String>) first;
    rows.refuseBadToken(given);
    return switch (given.status()) {
      case 200 -> rows.found(id, given.body() == null ? id : given.body(), 200, given.asked());
      case 301, 302, 303, 307, 308 -> moved(id, given);
      case 404, 410 -> rows.row(id, RedirectStatus.MISSING, null, given.status(), given.asked());
      case 401, 403, 451 ->
          rows.row(id, RedirectStatus.REFUSED, null, given.status(), given.asked());
      default -> rows.row(id, RedirectStatus.UNKNOWN, null, given.status(), given.asked());
    };
  }

  private Object[] moved(String id, Answer.Given<String> first) {
    Answer.Given<String> given = first;
    URI at = client.endpoint().at(API + Endpoint.path(id));
    for (int hop = 0; hop < session.settings().http().redirects(); hop++) {
      Optional<URI> target = RedirectRows.target(at, given).filter(client.endpoint()::owns);
      if (target.isEmpty()) {
        break;
      }
      at = target.get();
      String current = idOf(at);
      if (current == null || current.equals(id)) {
        break;
      }
      if (listed.contains(current)) {
        return rows.row(id, RedirectStatus.MOVED, current, first.status(), first.asked());
      }
      if (!(ask(at) instanceof Answer.Given<String> next)) {
        break;
      }
      given = next;
      if (given.status() == 200) {
        String answering = given.body() == null ? current : given.body();
        return rows.row(id, RedirectStatus.MOVED, answering, first.status(), first.asked());
      }
      if (given.status() == 401 || given.status() == 403) {
        return rows.row(id, RedirectStatus.REFUSED, null, first.status(), first.asked());
      }
      if (given.status() == 404) {
        return rows.row(id, RedirectStatus.MISSING, null, first.status(), first.asked());
      }
    }
    return rows.row(id, RedirectStatus.UNKNOWN, null, first.status(), first.asked());
  }

  private static String idOf(URI api) {
    String path = api.getRawPath();
    if (!path.startsWith(API)) {
      return null;
    }
    return RedirectRows.id(path.substring(API.length()));
  }

  private Answer<String> ask(URI uri) {
    return client.ask(Ask.of(Ask.Kind.DETAIL, uri, BODY), this::id);
  }

  /** The {@code id} of a record; null if its beginning, as far as it is read, has none. */
  private String id(Instant asked, HttpHeaders headers, InputStream body) throws IOException {
    try (JsonParser parser = json.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new TroubleException(Trouble.GARBLED, "a record that is no object");
      }
      String field;
      while ((field = parser.nextFieldName()) != null) {
        JsonToken token = parser.nextToken();
        if (field.equals("id") && token == JsonToken.VALUE_STRING) {
          return parser.getText();
        }
        parser.skipChildren();
      }
      return null;
    }
  }
}
