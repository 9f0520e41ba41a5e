package io.github.hubgenealogy.crawler.hub;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.Retry.AsyncContext;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often and after which pause a failed request is made again: one Resilience4j retry a row of
 * {@link Trouble}. It counts; the waiting is the caller's.
 */
final class Attempts {
  private final Map<Trouble, Retry> retries = new EnumMap<>(Trouble.class);

  Attempts(HttpSettings settings) {
    IntervalFunction backoff =
        IntervalFunction.ofExponentialRandomBackoff(
            settings.firstPause(), 2.0, 0.5, settings.longestPause());
    long longest = settings.longestPause().toMillis();
    for (Trouble trouble : Trouble.values()) {
      RetryConfig config =
          RetryConfig.<Answer.Failed<?>>custom()
              .maxAttempts(trouble.attempts())
              .retryOnResult(failed -> true)
              .intervalBiFunction(
                  (attempt, outcome) -> {
                    Duration after = outcome.get().retryAfter();
                    return after == null
                        ? backoff.apply(attempt)
                        : Long.valueOf(Math.min(longest, after.toMillis()));
                  })
              .build();
      retries.put(trouble, Retry.of(trouble.word(), config));
    }
  }

  Count begin() {
    return new Count();
  }

  /** The attempts at one question; each kind of fault has its own number of them. */
  final class Count {
    private final Map<Trouble, AsyncContext<Answer.Failed<?>>> contexts =
        new EnumMap<>(Trouble.class);

    /** The pause before the next attempt, or nothing if there is to be none. */
    Optional<Duration> pauseBeforeNext(Answer.Failed<?> failed) {
      long millis =
          contexts
              .computeIfAbsent(failed.trouble(), trouble -> retries.get(trouble).asyncContext())
              .onResult(failed);
      return millis < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
    }
  }
}
