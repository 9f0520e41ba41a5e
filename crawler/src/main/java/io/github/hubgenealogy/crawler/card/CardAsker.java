package io.github.hubgenealogy.crawler.card;

import io.github.hubgenealogy.crawler.CrawlSession;
import io.github.hubgenealogy.crawler.RawColumns;
import io.github.hubgenealogy.crawler.asking.Asker;
import io.github.hubgenealogy.crawler.hub.Answer;
import io.github.hubgenealogy.crawler.hub.Endpoint;
import io.github.hubgenealogy.crawler.hub.FileFetch;
import io.github.hubgenealogy.crawler.hub.HubClient;
import io.github.hubgenealogy.crawler.hub.Verdicts;
import io.github.hubgenealogy.crawler.packed.PackedCells;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.id.ModelId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Asks for one README at the listed commit, or on {@code main} where that commit is gone. The
 * columns are those of raw/cards.
 */
final class CardAsker implements Asker<CardQuestion> {
  private static final TableContract CARDS = TableContracts.RAW_CARDS;
  private static final int KEY = CARDS.indexOf(RawColumns.KEY);
  private static final int ID = CARDS.indexOf(RawColumns.ID);
  private static final int SHA = CARDS.indexOf(RawColumns.SHA);
  private static final int STATUS = CARDS.indexOf(RawColumns.STATUS);
  private static final int HTTP_STATUS = CARDS.indexOf(RawColumns.HTTP_STATUS);
  private static final int ETAG = CARDS.indexOf(RawColumns.ETAG);
  private static final int FETCHED_AT = CARDS.indexOf(RawColumns.FETCHED_AT);
  private static final int BYTES = CARDS.indexOf(RawColumns.BYTES);
  private static final int TRUNCATED = CARDS.indexOf(RawColumns.TRUNCATED);
  private static final int CONTENT = CARDS.indexOf(RawColumns.CONTENT);
  private static final int CARRIED_FROM = CARDS.indexOf(RawColumns.CARRIED_FROM);
  private static final int SHA_DIFFERS = CARDS.indexOf(RawColumns.SHA_DIFFERS);
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
    return CardWork.question(row);
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
      Object[] row = row(question, fetch(question, "main"));
      if (row[STATUS].equals(CardStatus.MISSING.word())) {
        row[SHA_DIFFERS] = true;
      }
      return row;
    }
    return row(question, result);
  }

  private FileFetch.Result fetch(CardQuestion question, String revision) {
    return files.fetch(
        client
            .endpoint()
            .at("/" + Endpoint.path(question.id()) + "/resolve/" + revision + "/README.md"),
        kept,
        question.known() == null ? Map.of() : Map.of("If-None-Match", question.known().etag()));
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
    CardQuestion.Known known = question.known();
    if (given.status() == 304 && known != null) {
      Object[] row = row(question, CardStatus.OK, 304, given.asked(), known.etag());
      fill(row, question, result.commit(), known.content(), false);
      row[CARRIED_FROM] = known.carriedFrom();
      session.tally().count("cards.unchanged");
      return row;
    }
    if (given.status() != 200) {
      return row(question, refusal(given), given.status(), given.asked(), null);
    }
    Object[] row =
        row(question, CardStatus.OK, 200, given.asked(), given.header("ETag").orElse(null));
    byte[] content = given.body();
    boolean truncated = content.length > kept;
    fill(
        row,
        question,
        result.commit(),
        truncated ? Arrays.copyOf(content, kept) : content,
        truncated);
    return row;
  }

  private static void fill(
      Object[] row, CardQuestion question, String commit, byte[] content, boolean truncated) {
    row[SHA] = commit;
    row[BYTES] = (long) content.length;
    row[TRUNCATED] = truncated;
    row[CONTENT] = content;
    if (commit != null && question.sha() != null) {
      row[SHA_DIFFERS] = !commit.equals(question.sha());
    }
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
    Object[] row = new Object[CARDS.columns().size()];
    row[KEY] = question.key();
    row[ID] = question.id();
    row[STATUS] = status.word();
    row[HTTP_STATUS] = http;
    row[ETAG] = etag;
    row[FETCHED_AT] = asked == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, asked);
    row[TRUNCATED] = false;
    return row;
  }
}
