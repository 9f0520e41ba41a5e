package io.github.hubgenealogy.crawler.rate;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How far the server's clock is ahead of our forward-going one, as an interval that every answer's
 * {@code Date} narrows.
 *
 * <p>An answer that was stamped {@code Date} was stamped within that second of the server's,
 * between our sending and its arrival; so the difference lies between {@code Date − arrived} and
 * {@code Date + 1 s − sent}. The intervals of all answers share a part as long as both clocks go
 * forward alike; where one does not, the server's was set, or the answer was stamped by something
 * that stands before the server, and all begins anew with it. Safe for use by several threads.
 */
public final class ServerClock {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  /** What stands before a server may stamp by a clock that it reads once a second. */
  private static final long STALE = SECOND;

  /** Both clocks are good to a ten-thousandth, which is twice what a quartz is. */
  private static final long DRIFT = 10_000;

  private String said = "";
  private Optional<Instant> date = Optional.empty();
  private boolean known;
  private long least;
  private long most;
  private long asOf;

  /**
   * Takes in an answer's {@code Date}.
   *
   * @param sent nanoseconds when its request left
   * @param arrived nanoseconds when its head came
   * @return by when the answer had surely been stamped, and so counted: never later than it came
   */
  public synchronized long heard(long sent, long arrived, HttpHeaders headers) {
    String text = headers.firstValue("Date").orElse("");
    // Many answers of one second say the same.
    if (!text.equals(said)) {
      said = text;
      date = dateOf(text);
    }
    return date.isEmpty() ? arrived : heard(sent, arrived, date.get().getEpochSecond() * SECOND);
  }

  private long heard(long sent, long arrived, long date) {
    long low = date - arrived;
    long high = date + SECOND - sent;
    if (known) {
      long drift = Math.max(0, arrived - asOf) / DRIFT;
      least = Math.max(least - drift, low);
      most = Math.min(most + drift, high);
    }
    if (!known || least > most) {
      least = low;
      most = high;
    }
    known = true;
    asOf = arrived;
    return Math.max(sent, Math.min(arrived, date + SECOND + STALE - least));
  }

  /** Reads a date of a header; empty where it is none that a clock of ours can hold. */
  public static Optional<Instant> dateOf(String text) {
    try {
      Instant date = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
      // Nanoseconds beyond these do not fit into a long.
      long year = Duration.ofDays(365).toSeconds();
      return Math.abs(date.getEpochSecond()) < 250 * year ? Optional.of(date) : Optional.empty();
    } catch (DateTimeException nonsense) {
      return Optional.empty();
    }
  }

  /** The server's time at a moment of our forward-going clock; nothing where it never said. */
  public synchronized Optional<Instant> at(long nanos) {
    return known
        ? Optional.of(Instant.EPOCH.plusNanos(nanos + least + (most - least) / 2))
        : Optional.empty();
  }
}
