package io.github.hubgenealogy.crawler.card;

import io.github.hubgenealogy.crawler.CrawlSession;
import io.github.hubgenealogy.crawler.asking.Asker;
import io.github.hubgenealogy.crawler.hub.Answer;
import io.github.hubgenealogy.crawler.hub.Endpoint;
import io.github.hubgenealogy.crawler.hub.FileFetch;
import io.github.hubgenealogy.crawler.hub.HubClient;
import io.github.hubgenealogy.crawler.hub.Verdicts;
import io.github.hubgenealogy.crawler.packed.PackedCells;
import io.github.hubgenealogy.lake.id.ModelId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Asks for one README at the listed commit, or on {@code main} where that commit is gone. The
 * columns are those of raw/cards.
 */
final class CardAsker implements Asker<CardQuestion> {
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

  private final CrawlSession session;
  private final HubClient client;
  private final FileFetch files;
  private final int kept;

  CardAsker(CrawlSession session) {
    this.session = session;
    this.client = session.client();
    this.files = new FileFetch(client, session.settings().http().redirects());
    this.kept = session.settings().asking().cardKibibytes() << 10;
  }

  @Override
  public CardQuestion question(PackedCells row) {
    return new CardQuestion(row.text(CardWork.KEY), row.text(CardWork.ID), row.text(CardWork.SHA));
  }

  @Override
  public Object[] ask(CardQuestion question) {
    if (!ModelId.isPathSafe(question.id())) {
      return row(question, CardStatus.FAILED, null, null, null);
    }
    boolean atCommit = question.sha() != null && COMMIT.matcher(question.sha()).matches();
    FileFetch.Result result = fetch(question, atCommit ? question.sha() : "main");
    if (atCommit
        && result.answer() instanceof Answer.Given<byte[]> given
        && given.status() == 404
        && given.errorCode().equals("RevisionNotFound")) {
      result = fetch(question, "main");
    }
    return row(question, result);
  }

  private FileFetch.Result fetch(CardQuestion question, String revision) {
    return files.fetch(
        client
            .endpoint()
            .at("/" + Endpoint.path(question.id()) + "/resolve/" + revision + "/README.md"),
        kept);
  }

  private Object[] row(CardQuestion question, FileFetch.Result result) {
    if (result.answer() instanceof Answer.Failed<byte[]> failed) {
      if (failed.trouble().isUnreachable()) {
        throw Verdicts.of(client.endpoint(), failed);
      }
      return row(
          question,
          CardStatus.FAILED,
          failed.status() == 0 ? null : failed.status(),
          failed.asked(),
          null);
    }
    Answer.Given<byte[]> given = (Answer.Given<byte[]>) result.answer();
    if (given.status() != 200) {
      return row(question, refusal(given), given.status(), given.asked(), null);
    }
    Object[] row =
        row(question, CardStatus.OK, 200, given.asked(), given.header("ETag").orElse(null));
    byte[] content = given.body();
    boolean truncated = content.length > kept;
    byte[] bytes = truncated ? Arrays.copyOf(content, kept) : content;
    String sha = result.commit();
    row[2] = sha;
    row[7] = (long) bytes.length;
    row[8] = truncated;
    row[9] = bytes;
    row[11] = (sha == null || question.sha() == null) ? null : !sha.equals(question.sha());
    return row;
  }

  private CardStatus refusal(Answer.Given<byte[]> given) {
    String code = given.errorCode();
    String message = given.errorMessage();
    return switch (given.status()) {
      case 401, 403 -> {
        if (message.contains("invalid credentials")) {
          throw Verdicts.refused(client.endpoint(), given.status(), client.hasToken());
        }
        if (message.contains("disabled")) {
          yield CardStatus.DISABLED;
        }
        boolean gated =
            code.equals("GatedRepo") || message.contains("restricted") || message.contains("gated");
        yield gated
            ? CardStatus.GATED
            : given.status() == 401 ? CardStatus.GONE : CardStatus.FAILED;
      }
      case 404 ->
          code.equals("RepoNotFound") || code.equals("RevisionNotFound")
              ? CardStatus.GONE
              : CardStatus.MISSING;
      case 410, 451 -> CardStatus.DISABLED;
      default -> CardStatus.FAILED;
    };
  }

  private Object[] row(
      CardQuestion question, CardStatus status, Integer http, Instant asked, String etag) {
    session.tally().count("cards." + status.word());
    Object[] row = new Object[12];
    row[0] = question.key();
    row[1] = question.id();
    row[3] = status.word();
    row[4] = http;
    row[5] = etag;
    row[6] = asked == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, asked);
    row[8] = false;
    return row;
  }
}
