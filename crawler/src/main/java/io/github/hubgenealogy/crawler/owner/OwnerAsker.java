package io.github.hubgenealogy.crawler.owner;

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
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * Asks whether an organisation has a name and, where none has, whether a person has: one or two
 * requests. The columns are those of raw/owners.
 */
final class OwnerAsker implements Asker<String> {
  private static final long BODY = 4 << 20;
  private static final int LONGEST = 1_000;
  private static final Set<String> WEBSITE = Set.of("website", "websiteUrl", "homepage");

  private final CrawlSession session;
  private final HubClient client;
  private final JsonFactory json = new JsonFactory();

  /** What an overview says. */
  private record Overview(String fullName, String website) {}

  /** The kinds of owner; the words of the column {@code type}. */
  private enum Type {
    ORGANISATION("organisation", "organizations"),
    PERSON("person", "users");

    private final String word;
    private final String path;

    Type(String word, String path) {
      this.word = word;
      this.path = path;
    }
  }

  OwnerAsker(CrawlSession session) {
    this.session = session;
    this.client = session.client();
  }

  @Override
  public String question(PackedCells row) {
    return row.text(0);
  }

  @Override
  public Object[] ask(String owner) {
    Answer.Given<Overview> last = null;
    for (Type type : Type.values()) {
      Answer<Overview> answer =
          client.ask(
              Ask.of(
                  Ask.Kind.OWNER,
                  client
                      .endpoint()
                      .at("/api/" + type.path + "/" + Endpoint.path(owner) + "/overview"),
                  BODY),
              this::overview);
      if (answer instanceof Answer.Failed<Overview> failed) {
        if (failed.trouble().isUnreachable()) {
          throw Verdicts.of(client.endpoint(), failed);
        }
        return row(
            owner,
            null,
            null,
            OwnerStatus.UNKNOWN,
            failed.status() == 0 ? null : failed.status(),
            failed.asked());
      }
      last = (Answer.Given<Overview>) answer;
      if (last.errorMessage().contains("invalid credentials")) {
        throw Verdicts.refused(client.endpoint(), last.status(), client.hasToken());
      }
      if (last.status() == 200) {
        return row(owner, type, last.body(), OwnerStatus.FOUND, 200, last.asked());
      }
      if (last.status() != 404) {
        break;
      }
    }
    OwnerStatus status =
        switch (last.status()) {
          case 404, 410 -> OwnerStatus.MISSING;
          case 401, 403, 451 -> OwnerStatus.REFUSED;
          default -> OwnerStatus.UNKNOWN;
        };
    return row(owner, null, null, status, last.status(), last.asked());
  }

  private Overview overview(Instant asked, HttpHeaders headers, InputStream body)
      throws IOException {
    String fullName = null;
    String website = null;
    try (JsonParser parser = json.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new TroubleException(Trouble.GARBLED, "an overview that is no object");
      }
      String field;
      while ((field = parser.nextFieldName()) != null) {
        boolean text = parser.nextToken() == JsonToken.VALUE_STRING;
        if (text && field.equals("fullname")) {
          fullName = cut(parser.getText());
        } else if (text && WEBSITE.contains(field)) {
          website = cut(parser.getText());
        } else {
          parser.skipChildren();
        }
      }
      if (parser.currentToken() != JsonToken.END_OBJECT) {
        throw new TroubleException(Trouble.TRUNCATED, "an overview that breaks off");
      }
    }
    return new Overview(fullName, website);
  }

  private static String cut(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      return null;
    }
    int end = Math.min(LONGEST, stripped.length());
    return stripped.substring(
        0, end > 0 && Character.isHighSurrogate(stripped.charAt(end - 1)) ? end - 1 : end);
  }

  private Object[] row(
      String owner, Type type, Overview overview, OwnerStatus status, Integer http, Instant asked) {
    session.tally().count("owners." + status.word());
    return new Object[] {
      owner,
      type == null ? null : type.word,
      overview == null ? null : overview.fullName(),
      overview == null ? null : overview.website(),
      status.word(),
      http,
      asked == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, asked),
      null
    };
  }
}
