package io.github.hubgenealogy.crawler.rate;

import io.github.hubgenealogy.crawler.Tally;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One limiter a bucket of the server's. Which bucket a kind of request is charged to is taken from
 * the documentation until an answer names another.
 */
public final class RateLimiters {
  private final Map<String, ServerRateLimiter> byBucket = new ConcurrentHashMap<>();
  private final Map<String, String> bucketByKind = new ConcurrentHashMap<>();
  private final Waiting waiting;
  private final Tally tally;

  public RateLimiters(Waiting waiting, Tally tally) {
    this.waiting = waiting;
    this.tally = tally;
  }

  /** The limiter to ask for a kind of request. */
  public ServerRateLimiter forKind(String kind, String documentedBucket) {
    return bucket(bucketByKind.getOrDefault(kind, documentedBucket));
  }

  /** The limiter of a bucket that an answer named, which is from now on that of the kind. */
  public ServerRateLimiter named(String kind, String bucket) {
    bucketByKind.put(kind, bucket);
    return bucket(bucket);
  }

  private ServerRateLimiter bucket(String name) {
    return byBucket.computeIfAbsent(name, key -> new ServerRateLimiter(key, waiting, tally));
  }
}
