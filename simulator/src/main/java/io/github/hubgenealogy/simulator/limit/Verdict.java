package io.github.hubgenealogy.simulator.limit;

import java.time.Duration;

/**
 * What the limiter says of one request.
 *
 * @param remaining requests left in the window, this one counted
 * @param resetSeconds whole seconds until the window ends, rounded up
 */
public record Verdict(
    boolean allowed, Bucket bucket, int quota, int remaining, long resetSeconds, Duration window) {

  /** The header {@code RateLimit}, as draft 9 of the IETF has it and the Hub sends it. */
  public String header() {
    return '"' + bucket.word() + "\";r=" + remaining + ";t=" + resetSeconds;
  }

  /** The header {@code RateLimit-Policy}. */
  public String policyHeader() {
    return "\"fixed window\";\"" + bucket.word() + "\";q=" + quota + ";w=" + seconds(window);
  }

  /** The text of the Hub's 429. */
  public String refusal() {
    String period =
        window.equals(Duration.ofMinutes(5)) ? "5 minutes" : seconds(window) + " seconds";
    return "We had to rate limit you, you hit the quota of "
        + quota
        + " "
        + bucket.word()
        + " requests per "
        + period
        + " period. Upgrade to a PRO user or Team/Enterprise organization account"
        + " (https://hf.co/pricing) to get higher limits. See"
        + " https://huggingface.co/docs/hub/rate-limits";
  }

  private static long seconds(Duration duration) {
    return Math.max(1, (duration.toMillis() + 999) / 1000);
  }
}
