package io.github.hubgenealogy.crawler.hub;

import io.github.hubgenealogy.crawler.Tally;
import io.github.hubgenealogy.crawler.rate.Concurrency;
import io.github.hubgenealogy.crawler.rate.RateHeaders;
import io.github.hubgenealogy.crawler.rate.RateLimiters;
import io.github.hubgenealogy.crawler.rate.Waiting;
import io.github.hubgenealogy.lake.store.Origin;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Asks the Hub, by the pace it allows, and again where the table of faults says so. Safe for use by
 * several threads.
 */
public final class HubClient implements AutoCloseable {
  private final Endpoint endpoint;
  private final Token token;
  private final Waiting waiting;
  private final Tally tally;
  private final Transport transport;
  private final Attempts attempts;
  private final Bodies bodies;
  private final Breaker breaker;
  private final Concurrency concurrency;
  private final Refusals refusals;

  public HubClient(
      Endpoint endpoint,
      Token token,
      HttpSettings settings,
      Concurrency concurrency,
      Waiting waiting,
      Tally tally,
      String version) {
    this.endpoint = endpoint;
    this.token = token;
    this.concurrency = concurrency;
    this.waiting = waiting;
    this.tally = tally;
    this.transport =
        new Transport(
            endpoint,
            token,
            settings,
            new RateLimiters(waiting, tally),
            waiting.time(),
            tally,
            version);
    this.attempts = new Attempts(settings);
    this.bodies = new Bodies(settings);
    this.breaker = new Breaker(settings, waiting, tally);
    this.refusals = new Refusals(endpoint, token.present());
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  public boolean hasToken() {
    return token.present();
  }

  /** What the server's data is, by its own word. */
  public Origin origin() {
    return endpoint.isHub() ? Origin.HUB : transport.origin();
  }

  /**
   * The server's time at a moment of the forward-going clock; nothing until it has said one.
   *
   * @param nanos as of {@link io.github.hubgenealogy.crawler.rate.TimeSource#nanos}
   */
  public Optional<Instant> serverTime(long nanos) {
    return transport.clock().at(nanos);
  }

  /** A question sent before its turn, so that its answer is on its way meanwhile. */
  public static final class Ahead {
    private final Flight flight;

    private Ahead(Flight flight) {
      this.flight = flight;
    }

    public URI uri() {
      return flight.ask().uri();
    }

    /** Gives it up. */
    public void cancel() {
      flight.response().cancel(true);
    }
  }

  /** Sends a question ahead, if its bucket allows at once. */
  public Optional<Ahead> ahead(Ask ask) {
    return breaker.isClosed() ? transport.sendNow(ask).map(Ahead::new) : Optional.empty();
  }

  /** Asks until there is an answer or the retries are used up. */
  public <T> Answer<T> ask(Ask ask, BodyReader<T> reader) {
    return ask(ask, reader, null);
  }

  /** Asks; the first attempt may have been sent ahead. */
  public <T> Answer<T> ask(Ask ask, BodyReader<T> reader, Ahead ahead) {
    Attempts.Count count = attempts.begin();
    Flight first = ahead == null ? null : ahead.flight;
    boolean signed = true;
    while (true) {
      Answer<T> answer = attempt(ask, reader, first, signed);
      first = null;
      if (answer instanceof Answer.Given<T> given) {
        // A token limited to some repositories can be refused what anyone may read.
        if (given.status() == 403
            && signed
            && token.present()
            && !given.errorCode().equals("GatedRepo")) {
          signed = false;
          continue;
        }
        refusals.note(ask.kind(), given);
        return given;
      }
      Answer.Failed<T> failed = (Answer.Failed<T>) answer;
      Optional<Duration> pause = count.pauseBeforeNext(failed);
      if (pause.isEmpty()) {
        tally.count("failures." + failed.trouble().word());
        return failed;
      }
      tally.count("retries." + failed.trouble().word());
      if (failed.trouble() == Trouble.RATE_LIMITED) {
        transport.refused(ask, failed, pause.get());
      }
      pause(ask, pause.get());
    }
  }

  /** Lets a pause pass; what is asked many at a time gives its place to another meanwhile. */
  private void pause(Ask ask, Duration pause) {
    if (ask.kind().streamed() || pause.isZero()) {
      waiting.pause(pause, Waiting.Reason.RETRY);
      return;
    }
    concurrency.leave();
    try {
      waiting.pause(pause, Waiting.Reason.RETRY);
    } finally {
      concurrency.enterAgain();
    }
  }

  private <T> Answer<T> attempt(Ask ask, BodyReader<T> reader, Flight sent, boolean signed) {
    breaker.acquire();
    Answer<T> answer = null;
    long start = waiting.time().nanos();
    try {
      Flight flight = sent == null ? transport.send(ask, signed) : sent;
      answer = bodies.take(flight, reader);
      if (answer instanceof Answer.Given<T> && !ask.kind().streamed()) {
        concurrency.took(waiting.time().nanos() - flight.sent());
      }
      if (answer instanceof Answer.Failed<T> failed) {
        tally.count("troubles." + failed.trouble().word());
      }
      return answer;
    } finally {
      breaker.release(answer, waiting.time().nanos() - start, TimeUnit.NANOSECONDS);
    }
  }

  /** The places of those who ask many at a time; each holds one while it asks. */
  public Concurrency concurrency() {
    return concurrency;
  }

  /** Whether a 429 is explained by the count it carries. */
  static boolean isUsedUp(HttpHeaders headers) {
    return RateHeaders.parse(headers.firstValue(RateHeaders.STATE).orElse(null), null)
        .filter(rate -> rate.remaining() == 0)
        .isPresent();
  }

  @Override
  public void close() {
    bodies.close();
  }
}
