package io.github.hubgenealogy.crawler.counts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Asks for one model's {@code childrenModelCount}, which the Hub gives in a repository's own record
 * and refuses in the list. The columns are those of raw/children.
 */
final class CountAsker implements Asker<CountQuestion> {
  private static final String FIELD = "childrenModelCount";
  private static final long BODY = 1 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CrawlSession session;
  private final HubClient client;

  CountAsker(CrawlSession session) {
    this.session = session;
    this.client = session.client();
  }

  @Override
  public CountQuestion question(PackedCells row) {
    return CountWork.question(row);
  }

  @Override
  public Object[] ask(CountQuestion question) {
    if (!ModelId.isPathSafe(question.id())) {
      return row(question, null, "unknown", null, null);
    }
    Answer<Object[]> answer =
        client.ask(
            Ask.of(
                Ask.Kind.DETAIL,
                client
                    .endpoint()
                    .at("/api/models/" + Endpoint.path(question.id()) + "?expand[]=" + FIELD),
                BODY),
            CountAsker::counts);
    if (answer instanceof Answer.Failed<Object[]> failed) {
      if (failed.trouble().isUnreachable()) {
        throw Verdicts.of(client.endpoint(), failed);
      }
      return row(
          question, null, "unknown", failed.status() == 0 ? null : failed.status(), failed.asked());
    }
    Answer.Given<Object[]> given = (Answer.Given<Object[]>) answer;
    if (given.errorMessage().contains("invalid credentials")) {
      throw Verdicts.refused(client.endpoint(), given.status(), client.hasToken());
    }
    String status =
        switch (given.status()) {
          case 200 -> "found";
          case 301, 302, 303, 307, 308 -> "moved";
          case 404, 410 -> "missing";
          case 401, 403, 451 -> "refused";
          default -> "unknown";
        };
    Object[] counts = given.body() == null || given.body().length == 0 ? null : given.body();
    return row(question, counts, status, given.status(), given.asked());
  }

  /** The counts in the order of the column's fields; none where the record has none. */
  private static Object[] counts(Instant asked, HttpHeaders headers, InputStream body)
      throws IOException {
    JsonNode record = JSON.readTree(body);
    if (record == null || !record.isObject()) {
      throw new TroubleException(Trouble.GARBLED, "a record that is no object");
    }
    JsonNode counts = record.path(FIELD);
    return counts.isObject()
        ? new Object[] {
          count(counts, "adapter"),
          count(counts, "finetune"),
          count(counts, "merge"),
          count(counts, "quantized")
        }
        : new Object[0];
  }

  private static Long count(JsonNode counts, String relation) {
    JsonNode count = counts.path(relation);
    return count.isIntegralNumber() ? count.longValue() : null;
  }

  private Object[] row(
      CountQuestion question, Object[] counts, String status, Integer http, Instant asked) {
    session.tally().count("counts." + status);
    return new Object[] {
      question.key(),
      question.id(),
      counts,
      question.claimedChildren(),
      status,
      http,
      asked == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, asked)
    };
  }
}
