package io.github.hubgenealogy.crawler.hub;

import java.time.Duration;
import java.util.Objects;

/**
 * How requests are made; see {@code conf/crawler.yaml}.
 *
 * @param contact a URL or address that stands in the User-Agent; empty for none
 * @param connectTimeout until a connection stands
 * @param answerTimeout until the first byte of an answer
 * @param bodyTimeout until an answer is read whole
 * @param firstPause before the first retry; it doubles with each
 * @param longestPause where doubling ends, and the most that a Retry-After is obeyed for
 * @param breakerWindow how many requests the circuit breaker looks back over
 * @param breakerPause how long it lets the Hub rest
 * @param redirects how many are followed for one file
 * @param compressOnLoopback whether pages are asked for compressed even where there is no wire
 */
public record HttpSettings(
    String contact,
    Duration connectTimeout,
    Duration answerTimeout,
    Duration bodyTimeout,
    Duration firstPause,
    Duration longestPause,
    Integer breakerWindow,
    Duration breakerPause,
    Integer redirects,
    Boolean compressOnLoopback) {

  public HttpSettings {
    contact = Objects.requireNonNullElse(contact, "");
    connectTimeout = Objects.requireNonNullElse(connectTimeout, Duration.ofSeconds(10));
    answerTimeout = Objects.requireNonNullElse(answerTimeout, Duration.ofSeconds(60));
    bodyTimeout = Objects.requireNonNullElse(bodyTimeout, Duration.ofMinutes(3));
    firstPause = Objects.requireNonNullElse(firstPause, Duration.ofMillis(500));
    longestPause = Objects.requireNonNullElse(longestPause, Duration.ofMinutes(1));
    breakerWindow = Objects.requireNonNullElse(breakerWindow, 40);
    breakerPause = Objects.requireNonNullElse(breakerPause, Duration.ofSeconds(30));
    redirects = Objects.requireNonNullElse(redirects, 5);
    compressOnLoopback = Objects.requireNonNullElse(compressOnLoopback, false);
    if (!contact.matches("[\\x20-\\x7e]*") || contact.matches(".*[()<>].*")) {
      throw new IllegalArgumentException("contact is plain text without brackets");
    }
    positive("connect-timeout", connectTimeout);
    positive("answer-timeout", answerTimeout);
    positive("body-timeout", bodyTimeout);
    positive("first-pause", firstPause);
    positive("breaker-pause", breakerPause);
    if (longestPause.compareTo(firstPause) < 0) {
      throw new IllegalArgumentException("longest-pause is shorter than first-pause");
    }
    if (breakerWindow < 2 || redirects < 0 || redirects > 20) {
      throw new IllegalArgumentException("breaker-window is at least 2, redirects 0 to 20");
    }
  }

  private static void positive(String key, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(key + " must be longer than nothing");
    }
  }
}
