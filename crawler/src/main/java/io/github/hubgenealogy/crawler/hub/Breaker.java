package io.github.hubgenealogy.crawler.hub;

import io.github.hubgenealogy.crawler.Tally;
import io.github.hubgenealogy.crawler.rate.TimeSource;
import io.github.hubgenealogy.crawler.rate.Waiting;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a Hub that is unwell rest: when four fifths of the latest requests failed in a way that
 * speaks against the server as a whole, all pause, a few then try, and the crawl goes on.
 */
final class Breaker {
  private static final Logger LOG = LoggerFactory.getLogger(Breaker.class);
  private static final int TRIALS = 3;

  /**
   * A Hub of which half the answers fail still gets on by retries, and random faults come in
   * streaks: only what fails nearly always is worth a rest of all.
   */
  private static final int SUSTAINED_PERCENT = 80;

  private final CircuitBreaker breaker;
  private final Waiting waiting;
  private final Duration pause;

  Breaker(HttpSettings settings, Waiting waiting, Tally tally) {
    this.waiting = waiting;
    this.pause = settings.breakerPause();
    this.breaker =
        CircuitBreaker.of(
            "hub",
            CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(settings.breakerWindow())
                .minimumNumberOfCalls(settings.breakerWindow() / 2)
                .failureRateThreshold(SUSTAINED_PERCENT)
                .waitDurationInOpenState(pause)
                .permittedNumberOfCallsInHalfOpenState(TRIALS)
                .clock(new ForwardClock(waiting.time()))
                .recordResult(Breaker::speaksAgainstServer)
                .build());
    breaker
        .getEventPublisher()
        .onStateTransition(
            event -> {
              switch (event.getStateTransition().getToState()) {
                case OPEN -> {
                  tally.count("breaker.opened");
                  LOG.warn("the Hub fails too often; letting it rest for {} s", pause.toSeconds());
                }
                case CLOSED -> LOG.info("the Hub answers again");
                case HALF_OPEN, DISABLED, FORCED_OPEN, METRICS_ONLY -> {}
              }
            });
  }

  private static boolean speaksAgainstServer(Object answer) {
    return answer instanceof Answer.Failed<?> failed && failed.trouble().countsForBreaker();
  }

  boolean isClosed() {
    return breaker.getState() == CircuitBreaker.State.CLOSED;
  }

  /** Waits until a request may go. */
  void acquire() {
    while (!breaker.tryAcquirePermission()) {
      waiting.pause(pause.dividedBy(10).plusMillis(1), Waiting.Reason.CIRCUIT_BREAKER);
    }
  }

  /** Tells how it went; null where the request was never made. */
  void release(Answer<?> answer, long duration, TimeUnit unit) {
    if (answer == null) {
      breaker.releasePermission();
    } else {
      breaker.onResult(duration, unit, answer);
    }
  }

  /** The forward-going clock in the form that Resilience4j asks for. */
  private static final class ForwardClock extends Clock {
    private final TimeSource time;

    ForwardClock(TimeSource time) {
      this.time = time;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochSecond(0, time.nanos());
    }
  }
}
