package io.github.hubgenealogy.crawler.rate;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the two headers of draft-ietf-httpapi-ratelimit-headers-09 say, as the Hub writes them:
 * {@code RateLimit: "api";r=499;t=293} and {@code RateLimit-Policy: "fixed
 * window";"api";q=500;w=300}.
 *
 * @param bucket the name of the limit that was charged
 * @param remaining requests left in its window when this answer was counted
 * @param reset whole seconds to the window's end; servers round them as they like
 * @param quota requests a window, or −1 where the policy was not sent
 * @param window the window's length, or null where the policy was not sent
 */
public record RateHeaders(String bucket, long remaining, long reset, long quota, Duration window) {
  public static final String STATE = "RateLimit";
  public static final String POLICY = "RateLimit-Policy";

  /** Longer than any window in use; beyond it a header is nonsense. */
  private static final long MAX_SECONDS = 86_400;

  private static final Pattern STATE_FORM =
      Pattern.compile("\"(\\w+)\"\\s*;\\s*r\\s*=\\s*(\\d{1,15})\\s*;\\s*t\\s*=\\s*(\\d{1,9})");
  private static final Pattern POLICY_FORM =
      Pattern.compile("\"(\\w+)\"\\s*;\\s*q\\s*=\\s*(\\d{1,15})\\s*;\\s*w\\s*=\\s*(\\d{1,9})");

  /**
   * Reads both headers; empty where the first is missing or no such thing.
   *
   * @param state may be null
   * @param policy may be null
   */
  public static Optional<RateHeaders> parse(String state, String policy) {
    if (state == null) {
      return Optional.empty();
    }
    Matcher matcher = STATE_FORM.matcher(state);
    if (!matcher.find()) {
      return Optional.empty();
    }
    long reset = Long.parseLong(matcher.group(3));
    if (reset > MAX_SECONDS) {
      return Optional.empty();
    }
    long quota = -1;
    Duration window = null;
    Matcher terms = policy == null ? null : POLICY_FORM.matcher(policy);
    if (terms != null && terms.find()) {
      long seconds = Long.parseLong(terms.group(3));
      if (seconds > 0 && seconds <= MAX_SECONDS) {
        quota = Long.parseLong(terms.group(2));
        window = Duration.ofSeconds(seconds);
      }
    }
    return Optional.of(
        new RateHeaders(matcher.group(1), Long.parseLong(matcher.group(2)), reset, quota, window));
  }
}
