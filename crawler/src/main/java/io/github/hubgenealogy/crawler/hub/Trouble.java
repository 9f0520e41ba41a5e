package io.github.hubgenealogy.crawler.hub;

import java.util.Locale;

/**
 * What can go wrong with one request, and the rule for each: the one table of faults. Between
 * attempts there is a pause that doubles, with jitter, or what the server asks for.
 */
public enum Trouble {
  /** Nobody listens there, or the name does not resolve. After the retries the crawl stops. */
  NO_CONNECTION(5, true),
  /** No connection within the time allowed. After the retries the crawl stops. */
  CONNECT_TIMEOUT(5, true),
  /** The certificate or protocol of the connection was refused. After the retries it stops. */
  TLS(2, true),
  /** Connected, but no first byte of an answer in time. */
  ANSWER_TIMEOUT(6, true),
  /** The answer began but did not end in time: a slow or endless body. */
  BODY_TIMEOUT(6, true),
  /** The connection broke. */
  RESET(8, true),
  /** The body ended before its end. */
  TRUNCATED(8, true),
  /** The body is not what it should be: no JSON, broken gzip, a nonsense header. */
  GARBLED(6, true),
  /** A web page came in place of data, as proxies send. */
  HTML(8, true),
  /** The body is larger than anything honest: a gzip bomb, an endless body. */
  TOO_LARGE(3, false),
  /** 408, 425 and 5xx. */
  SERVER_ERROR(8, true),
  /** 429. The limiter of the bucket holds everything back meanwhile. */
  RATE_LIMITED(20, false),
  /** 405 with a bot challenge of what stands before the Hub. */
  CHALLENGE(3, true),
  /** Redirects that lead in a circle, too far, or to a place that is not to be asked. */
  REDIRECT(2, false),
  /** The list's next page is one already read, or not the Hub's; then the last key leads on. */
  CURSOR(2, false);

  private final int attempts;
  private final boolean countsForBreaker;

  Trouble(int attempts, boolean countsForBreaker) {
    this.attempts = attempts;
    this.countsForBreaker = countsForBreaker;
  }

  /** How often a request is made in all before this fault is final. */
  public int attempts() {
    return attempts;
  }

  /** Whether it says that the server as a whole is unwell. */
  public boolean countsForBreaker() {
    return countsForBreaker;
  }

  /** Whether it means that the server cannot be reached at all, so that no row is to blame. */
  public boolean isUnreachable() {
    return this == NO_CONNECTION || this == CONNECT_TIMEOUT || this == TLS;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
