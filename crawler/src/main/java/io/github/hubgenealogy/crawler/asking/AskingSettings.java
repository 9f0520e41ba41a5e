package io.github.hubgenealogy.crawler.asking;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.hubgenealogy.crawler.rate.Concurrency;
import io.github.hubgenealogy.crawler.rate.Waiting;
import java.util.Objects;

/**
 * How single cards, ids and owners are asked for; see {@code conf/crawler.yaml}.
 *
 * @param firstConcurrency requests at a time when a crawl begins
 * @param maxConcurrency requests at a time at most
 * @param cardKibibytes how much of a README is kept
 * @param rememberDays how long an absent parent, or an owner, is remembered across snapshots
 * @param redirectsBy where absent parents are asked for
 */
public record AskingSettings(
    Integer firstConcurrency,
    Integer maxConcurrency,
    Integer cardKibibytes,
    Integer rememberDays,
    RedirectsBy redirectsBy) {

  /** Where the Hub is asked for an absent parent, which decides the bucket that is charged. */
  public enum RedirectsBy {
    /** {@code /api/models/}: tells the current id itself. */
    @JsonProperty("api")
    API,
    /** HEAD on {@code /resolve/}: a larger allowance, and the current id from where it leads. */
    @JsonProperty("resolve")
    RESOLVE
  }

  public AskingSettings {
    firstConcurrency = Objects.requireNonNullElse(firstConcurrency, 8);
    maxConcurrency = Objects.requireNonNullElse(maxConcurrency, 64);
    cardKibibytes = Objects.requireNonNullElse(cardKibibytes, 1024);
    rememberDays = Objects.requireNonNullElse(rememberDays, 90);
    redirectsBy = Objects.requireNonNullElse(redirectsBy, RedirectsBy.API);
    if (firstConcurrency < 1 || maxConcurrency < firstConcurrency || maxConcurrency > 1000) {
      throw new IllegalArgumentException(
          "first-concurrency is at least 1, max-concurrency at least that and at most 1000");
    }
    if (cardKibibytes < 1 || cardKibibytes > 16 * 1024) {
      throw new IllegalArgumentException("card-kibibytes is 1 to 16384");
    }
    if (rememberDays < 0) {
      throw new IllegalArgumentException("remember-days is 0 or more");
    }
  }

  /** The places that requests share. */
  public Concurrency concurrency(Waiting waiting) {
    return new Concurrency(waiting, firstConcurrency, maxConcurrency);
  }
}
