package io.github.hubgenealogy.crawler.hub;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Notices a Hub that refuses all of a crawl of single things: a blocked address or a token that may
 * read nothing. One refusal is an answer; very many in a row, without one other answer between, are
 * none of the things asked for.
 */
final class Refusals {
  /** More in a row than chance gives where a few in a hundred repositories are gone. */
  static final int IN_A_ROW = 25;

  private final Endpoint endpoint;
  private final boolean token;
  private final AtomicInteger row = new AtomicInteger();

  Refusals(Endpoint endpoint, boolean token) {
    this.endpoint = endpoint;
    this.token = token;
  }

  /**
   * Takes in an answer.
   *
   * @throws io.github.hubgenealogy.lake.command.Fault at the last of too many refusals
   */
  void note(Ask.Kind kind, Answer.Given<?> given) {
    if (!isRefusal(kind, given)) {
      row.set(0);
    } else if (row.incrementAndGet() >= IN_A_ROW) {
      throw Verdicts.refused(endpoint, given.status(), token);
    }
  }

  /**
   * Without a token an id that is nobody's is answered by 401, so that asking ids may meet many.
   */
  private static boolean isRefusal(Ask.Kind kind, Answer.Given<?> given) {
    boolean unauthorized =
        switch (kind) {
          case PAGE -> false;
          case FILE, FILE_BYTES -> given.status() == 401 || given.status() == 403;
          case DETAIL, OWNER, PROBE -> given.status() == 403;
        };
    return unauthorized
        && !given.errorCode().equals("GatedRepo")
        && !given.errorMessage().matches(".*(restricted|gated|disabled).*");
  }
}
