package io.github.hubgenealogy.crawler.rate;

import io.github.resilience4j.core.EventConsumer;
import io.github.resilience4j.core.EventProcessor;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.event.RateLimiterEvent;
import io.github.resilience4j.ratelimiter.event.RateLimiterOnFailureEvent;
import io.github.resilience4j.ratelimiter.event.RateLimiterOnSuccessEvent;

/** Tells who listens of each permission that was granted or refused. */
final class LimiterEvents extends EventProcessor<RateLimiterEvent>
    implements RateLimiter.EventPublisher {
  void said(String name, boolean granted) {
    if (hasConsumers()) {
      processEvent(
          granted ? new RateLimiterOnSuccessEvent(name) : new RateLimiterOnFailureEvent(name));
    }
  }

  @Override
  public RateLimiter.EventPublisher onSuccess(EventConsumer<RateLimiterOnSuccessEvent> consumer) {
    registerConsumer(RateLimiterOnSuccessEvent.class.getName(), consumer);
    return this;
  }

  @Override
  public RateLimiter.EventPublisher onFailure(EventConsumer<RateLimiterOnFailureEvent> consumer) {
    registerConsumer(RateLimiterOnFailureEvent.class.getName(), consumer);
    return this;
  }
}
