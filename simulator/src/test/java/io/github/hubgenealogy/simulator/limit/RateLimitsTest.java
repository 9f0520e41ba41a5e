package io.github.hubgenealogy.simulator.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RateLimitsTest {
  private final MovableClock clock = new MovableClock();
  private final RateLimits limits = new RateLimits(Plan.FREE, Duration.ofMinutes(5), clock);

  @Test
  void the_headers_count_down_and_name_the_policy() {
    Verdict first = limits.charge("a", Bucket.API, 1);
    assertThat(first.header()).isEqualTo("\"api\";r=999;t=300");
    assertThat(first.policyHeader()).isEqualTo("\"fixed window\";\"api\";q=1000;w=300");

    clock.advance(Duration.ofMillis(60_001));
    assertThat(limits.charge("a", Bucket.API, 1).header()).isEqualTo("\"api\";r=998;t=240");
  }

  @Test
  void the_window_begins_with_the_first_request_and_not_before() {
    clock.advance(Duration.ofMinutes(4));
    limits.charge("a", Bucket.API, 1);
    clock.advance(Duration.ofMinutes(5).minusMillis(1));
    assertThat(limits.charge("a", Bucket.API, 1).remaining()).isEqualTo(998);
    clock.advance(Duration.ofMillis(1));
    assertThat(limits.charge("a", Bucket.API, 1).header()).isEqualTo("\"api\";r=999;t=300");
  }

  @Test
  void the_request_after_the_quota_is_refused_until_the_window_ends() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(limits.charge("a", Bucket.API, 1).allowed()).isTrue();
    }
    Verdict refused = limits.charge("a", Bucket.API, 1);
    assertThat(refused.allowed()).isFalse();
    assertThat(refused.remaining()).isZero();
    assertThat(refused.refusal())
        .isEqualTo(
            "We had to rate limit you, you hit the quota of 1000 api requests per 5 minutes period."
                + " Upgrade to a PRO user or Team/Enterprise organization account"
                + " (https://hf.co/pricing) to get higher limits. See"
                + " https://huggingface.co/docs/hub/rate-limits");
    clock.advance(Duration.ofMinutes(5));
    assertThat(limits.charge("a", Bucket.API, 1).allowed()).isTrue();
  }

  @Test
  void callers_and_buckets_are_counted_apart() {
    limits.charge("a", Bucket.API, 1);
    assertThat(limits.charge("b", Bucket.API, 1).remaining()).isEqualTo(999);
    assertThat(limits.charge("a", Bucket.RESOLVERS, 1).header())
        .isEqualTo("\"resolvers\";r=4999;t=300");
    assertThat(limits.charge("a", Bucket.PAGES, 1).quota()).isEqualTo(200);
  }

  @Test
  void a_look_costs_nothing() {
    limits.charge("a", Bucket.API, 1);
    assertThat(limits.charge("a", Bucket.API, 0).remaining()).isEqualTo(999);
  }

  @Test
  void a_scaled_window_says_so_in_whole_seconds_rounded_up() {
    RateLimits scaled = new RateLimits(Plan.ANONYMOUS, Duration.ofMillis(1_500), clock);
    Verdict verdict = scaled.charge("", Bucket.API, 1);
    assertThat(verdict.header()).isEqualTo("\"api\";r=499;t=2");
    assertThat(verdict.policyHeader()).isEqualTo("\"fixed window\";\"api\";q=500;w=2");
  }
}
