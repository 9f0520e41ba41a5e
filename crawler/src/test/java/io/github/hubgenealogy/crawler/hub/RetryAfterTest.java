package io.github.hubgenealogy.crawler.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RetryAfterTest {
  private static final String NOON = "Thu, 01 May 2031 12:00:00 GMT";

  private static Duration waitOf(String... headers) {
    Map<String, List<String>> named = new HashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      named.put(headers[i], List.of(headers[i + 1]));
    }
    return Bodies.retryAfter(429, HttpHeaders.of(named, (name, value) -> true));
  }

  @Test
  void seconds_are_taken_as_they_are() {
    assertThat(waitOf("Retry-After", "17")).isEqualTo(Duration.ofSeconds(17));
  }

  @Test
  void a_date_is_counted_from_the_answers_own_whatever_our_clock_says() {
    assertThat(waitOf("Retry-After", "Thu, 01 May 2031 12:00:40 GMT", "Date", NOON))
        .isEqualTo(Duration.ofSeconds(40));
  }

  @Test
  void a_date_that_is_past_or_stands_alone_and_nonsense_say_nothing() {
    assertThat(waitOf("Retry-After", "Thu, 01 May 2031 11:00:00 GMT", "Date", NOON)).isNull();
    assertThat(waitOf("Retry-After", "Thu, 01 May 2031 12:00:40 GMT")).isNull();
    assertThat(waitOf("Retry-After", "soon", "Date", NOON)).isNull();
    assertThat(waitOf()).isNull();
  }

  @Test
  void a_count_that_is_used_up_says_when_it_ends_itself() {
    assertThat(waitOf("Retry-After", "17", "RateLimit", "\"api\";r=0;t=40")).isZero();
  }
}
