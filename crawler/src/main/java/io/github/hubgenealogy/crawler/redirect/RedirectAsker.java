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
import io.github.hubgenealogy.crawler.hub.Verdicts;
import io.github.hubgenealogy.crawler.packed.PackedCells;
import io.github.hubgenealogy.lake.id.ModelId;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
  private final JsonFactory json = new JsonFactory();

  RedirectAsker(CrawlSession session, ListedIds listed) {
    this.session = session;
    this.client = session.client();
    this.listed = listed;
  }

  @Override
  public String question(PackedCells row) {
    return row.text(0);
  }

  @Override
  public Object[] ask(String id) {
    Answer<String> first = ask(client.endpoint().at(API + Endpoint.path(id)));
    if (first instanceof Answer.Failed<String> failed) {
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
    Answer.Given<String> given = (Answer.Given<String>) first;
    if (given.errorMessage().contains("invalid credentials")) {
      throw Verdicts.refused(client.endpoint(), given.status(), client.hasToken());
    }
    return switch (given.status()) {
      case 200 -> {
        String current = given.body() == null ? id : given.body();
        yield row(
            id,
            current.equals(id) ? RedirectStatus.FOUND : RedirectStatus.MOVED,
            current,
            200,
            given.asked());
      }
      case 301, 302, 303, 307, 308 -> moved(id, given);
      case 404, 410 -> row(id, RedirectStatus.MISSING, null, given.status(), given.asked());
      case 401, 403, 451 -> row(id, RedirectStatus.REFUSED, null, given.status(), given.asked());
      default -> row(id, RedirectStatus.UNKNOWN, null, given.status(), given.asked());
    };
  }

  private Object[] moved(String id, Answer.Given<String> first) {
    Answer.Given<String> given = first;
    URI at = client.endpoint().at(API + Endpoint.path(id));
    for (int hop = 0; hop < session.settings().http().redirects(); hop++) {
      Optional<URI> target = target(at, given);
      if (target.isEmpty()) {
        break;
      }
      at = target.get();
      String current = idOf(at);
      if (current == null || current.equals(id)) {
        break;
      }
      if (listed.contains(current)) {
        return row(id, RedirectStatus.MOVED, current, first.status(), first.asked());
      }
      if (!(ask(at) instanceof Answer.Given<String> next)) {
        break;
      }
      given = next;
      if (given.status() == 200) {
        String answering = given.body() == null ? current : given.body();
        return row(id, RedirectStatus.MOVED, answering, first.status(), first.asked());
      }
      if (given.status() == 401 || given.status() == 403) {
        return row(id, RedirectStatus.REFUSED, null, first.status(), first.asked());
      }
      if (given.status() == 404) {
        return row(id, RedirectStatus.MISSING, null, first.status(), first.asked());
      }
    }
    return row(id, RedirectStatus.UNKNOWN, null, first.status(), first.asked());
  }

  private Optional<URI> target(URI from, Answer.Given<String> given) {
    try {
      return given
          .header("Location")
          .map(location -> from.resolve(URI.create(location)))
          .filter(client.endpoint()::owns);
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static String idOf(URI api) {
    String path = api.getRawPath();
    if (!path.startsWith(API)) {
      return null;
    }
    String id =
        URLDecoder.decode(path.substring(API.length()).replace("+", "%2B"), StandardCharsets.UTF_8);
    return ModelId.isPathSafe(id) ? id : null;
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

  private Object[] row(
      String id, RedirectStatus status, String current, Integer http, Instant asked) {
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
}
