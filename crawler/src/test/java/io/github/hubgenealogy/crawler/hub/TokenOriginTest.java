package io.github.hubgenealogy.crawler.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.crawler.Tally;
import io.github.hubgenealogy.crawler.rate.Concurrency;
import io.github.hubgenealogy.crawler.rate.TimeSource;
import io.github.hubgenealogy.crawler.rate.Waiting;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The token goes to the endpoint's own scheme, host and port, and along no redirect elsewhere. */
final class TokenOriginTest {
  private static final String SECRET = "hf_markerThatGoesNowhereElse";

  private final Tally tally = new Tally();
  private final Waiting waiting = new Waiting(TimeSource.system(), tally, null);

  private HubClient client(String address) {
    HttpSettings settings =
        new HttpSettings(
            null,
            null,
            null,
            null,
            Duration.ofMillis(1),
            Duration.ofMillis(2),
            null,
            null,
            5,
            null);
    return new HubClient(
        Endpoint.of(address),
        Token.of(SECRET),
        settings,
        new Concurrency(waiting, 8, 8),
        waiting,
        tally,
        "1");
  }

  private static boolean holdsToken(String head) {
    return head.contains(SECRET);
  }

  @Test
  void a_redirect_to_another_port_name_or_back_carries_it_only_at_home() throws Exception {
    try (RawHub other =
        new RawHub(
            before ->
                before == 0
                    ? RawHub.answer(307, "", "Location: /o/m/resolve/main/elsewhere")
                    : RawHub.answer(200, "card"))) {
      List<String> elsewheres =
          List.of(other.address(), other.address().replace("127.0.0.1", "localhost"));
      for (String elsewhere : elsewheres) {
        try (RawHub home =
                new RawHub(
                    before ->
                        before == 0
                            ? RawHub.answer(307, "", "Location: /o/m/resolve/main/here")
                            : RawHub.answer(302, "", "Location: " + elsewhere + "/file"));
            HubClient client = client(home.address())) {
          FileFetch.Result card =
              new FileFetch(client, 5)
                  .fetch(client.endpoint().at("/o/m/resolve/main/README.md"), 1000);
          assertThat(card.answer()).isInstanceOf(Answer.Given.class);
          assertThat(home.heads()).hasSize(2).allMatch(TokenOriginTest::holdsToken);
        }
      }
      assertThat(other.heads()).hasSizeGreaterThan(2).noneMatch(TokenOriginTest::holdsToken);
      assertThat(other.heads())
          .noneMatch(head -> head.toLowerCase(java.util.Locale.ROOT).contains("authorization"));
    }
  }

  @Test
  void the_same_host_under_another_name_port_or_scheme_is_another_origin() {
    Endpoint home = Endpoint.of("https://huggingface.co");
    assertThat(home.owns(home.at("/api/models"))).isTrue();
    assertThat(home.owns(java.net.URI.create("https://HuggingFace.co:443/x"))).isTrue();
    for (String other :
        List.of(
            "http://huggingface.co/x",
            "https://huggingface.co:8443/x",
            "https://huggingface.co.example.org/x",
            "https://huggingface.co@example.org/x",
            "https://cdn.huggingface.co/x")) {
      assertThat(home.owns(java.net.URI.create(other))).as(other).isFalse();
    }
  }

  @Test
  void no_plain_http_but_to_this_machine_is_followed() throws Exception {
    try (RawHub home =
            new RawHub(before -> RawHub.answer(302, "", "Location: http://example.org/file"));
        HubClient client = client(home.address())) {
      FileFetch.Result card =
          new FileFetch(client, 5).fetch(client.endpoint().at("/o/m/resolve/main/x"), 1000);
      assertThat(((Answer.Failed<byte[]>) card.answer()).trouble()).isEqualTo(Trouble.REDIRECT);
      assertThat(card.toString()).doesNotContain(SECRET);
    }
  }
}
