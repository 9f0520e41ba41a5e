package io.github.hubgenealogy.crawler.hub;

import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.Fault;

/** The sentence and exit code for answers that end a whole crawl. */
public final class Verdicts {
  private static final String RESUME = "What was crawled is kept; run the command again to resume.";

  private Verdicts() {}

  /** The Hub refuses the crawl: 401 or 403 where anyone may read. */
  public static Fault refused(Endpoint endpoint, int status, boolean token) {
    return new Fault(
        ExitCode.REFUSED,
        "the Hub refuses this crawl (status " + status + ")",
        endpoint.toString(),
        token
            ? "The token in HF_TOKEN is not accepted: renew it, or unset it to crawl anonymously."
            : "Set HF_TOKEN to a token with read access, or wait: the address may be blocked.");
  }

  /** No usable answer after all retries. */
  public static Fault of(Endpoint endpoint, Answer.Failed<?> failed) {
    if (failed.trouble() == Trouble.CHALLENGE) {
      return new Fault(
          ExitCode.REFUSED,
          "the Hub takes this client for a bot it does not serve (status 405)",
          endpoint.toString(),
          "Set `contact` in conf/crawler.yaml and try from another network.");
    }
    String what =
        switch (failed.trouble()) {
          case NO_CONNECTION -> "the Hub cannot be reached: connection refused or name unknown";
          case CONNECT_TIMEOUT -> "the Hub cannot be reached: no connection in time";
          case TLS -> "the Hub cannot be reached: its certificate or protocol is not accepted";
          case ANSWER_TIMEOUT, BODY_TIMEOUT -> "the Hub does not answer in time";
          case RESET, TRUNCATED -> "the Hub's answers break off";
          case GARBLED, HTML, TOO_LARGE, CURSOR, REDIRECT ->
              "the Hub's answer makes no sense (" + failed.trouble().word() + ")";
          case SERVER_ERROR -> "the Hub fails (status " + failed.status() + ")";
          case RATE_LIMITED -> "the Hub limits us beyond what it announces (status 429)";
          case CHALLENGE -> throw new IllegalStateException("handled above");
        };
    return Fault.incomplete(what + ", after all retries", endpoint.toString(), RESUME);
  }
}
