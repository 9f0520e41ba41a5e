package io.github.hubgenealogy.crawler.hub;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What became of a question, after all retries. */
public sealed interface Answer<T> {

  /**
   * The Hub answered, be it yes or no.
   *
   * @param body what the reader made of it; null unless the status is 200
   * @param asked when the request left, by the wall clock
   */
  record Given<T>(int status, HttpHeaders headers, T body, Instant asked) implements Answer<T> {

    /** The Hub's own word for a refusal: GatedRepo, RepoNotFound, EntryNotFound, … */
    public String errorCode() {
      return header("X-Error-Code").orElse("");
    }

    /** The Hub's sentence for a refusal, in lower case. */
    public String errorMessage() {
      return header("X-Error-Message").orElse("").toLowerCase(Locale.ROOT);
    }

    public Optional<String> header(String name) {
      return headers.firstValue(name);
    }
  }

  /**
   * No usable answer.
   *
   * @param status the last one seen, or 0
   * @param detail for people; never a token, never more than a line
   * @param retryAfter how long the server wants to be left alone; zero where its announced window
   *     says so, null where it does not say
   */
  record Failed<T>(Trouble trouble, int status, String detail, Instant asked, Duration retryAfter)
      implements Answer<T> {}
}
