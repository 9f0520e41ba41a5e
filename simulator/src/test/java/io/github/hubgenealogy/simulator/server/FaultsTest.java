package io.github.hubgenealogy.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.hubgenealogy.simulator.ecosystem.Ecosystem;
import io.github.hubgenealogy.simulator.ecosystem.EcosystemSettings;
import io.github.hubgenealogy.simulator.ecosystem.SimulatedHub;
import io.github.hubgenealogy.simulator.fault.FaultKind;
import io.github.hubgenealogy.simulator.fault.FaultSettings;
import io.github.hubgenealogy.simulator.fault.Faults;
import io.github.hubgenealogy.simulator.limit.MovableClock;
import io.github.hubgenealogy.simulator.limit.Plan;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FaultsTest {
  private static final int MODELS = 400;
  private static final String LIST = "/api/models?limit=50&sort=createdAt&direction=1";

  private final Ecosystem ecosystem = Ecosystem.of(new EcosystemSettings(MODELS, 4));
  private final MovableClock clock = new MovableClock();

  private HubServer serve(Map<FaultKind, Double> rates) {
    FaultSettings faults =
        new FaultSettings(rates, 8, Duration.ofMillis(30), Duration.ofMillis(60), 0);
    return serve(faults);
  }

  private HubServer serve(FaultSettings faults) {
    return new HubServer(
        new SimulatedHub(ecosystem),
        ServerSettings.of(Plan.FREE, Duration.ofMinutes(5)).withFaults(faults),
        clock);
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {"TOO_MANY", "INTERNAL_ERROR", "BAD_GATEWAY", "UNAVAILABLE", "GATEWAY_TIMEOUT"})
  void an_error_has_its_status_and_the_headers_of_every_answer(FaultKind kind) throws Exception {
    try (HubServer server = serve(Map.of(kind, 1.0))) {
      HubClient.Reply reply = new HubClient(server.address()).get(LIST);
      assertThat(reply.status()).isEqualTo(Integer.parseInt(kind.word()));
      // The hidden limiter refuses although requests are left.
      assertThat(reply.header("RateLimit")).isEqualTo("\"api\";r=999;t=300");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {"RESET", "TRUNCATE", "STALL"})
  void a_broken_connection_gives_no_whole_answer(FaultKind kind) {
    try (HubServer server = serve(Map.of(kind, 1.0))) {
      HubClient client = new HubClient(server.address());
      assertThatThrownBy(() -> client.get(LIST)).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> client.get(LIST, "Accept-Encoding", "gzip"))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void garbage_is_no_json_and_a_page_for_people_is_no_list() throws Exception {
    try (HubServer server = serve(Map.of(FaultKind.GARBAGE, 1.0))) {
      HubClient.Reply reply = new HubClient(server.address()).get(LIST);
      assertThat(reply.status()).isEqualTo(200);
      assertThatThrownBy(reply::json).isInstanceOf(JsonProcessingException.class);
    }
    try (HubServer server = serve(Map.of(FaultKind.HTML, 1.0))) {
      HubClient.Reply reply = new HubClient(server.address()).get(LIST);
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.header("Content-Type")).startsWith("text/html");
    }
  }

  @Test
  void slow_short_and_doubled_pages_lose_nothing_though_all_come_at_once() throws Exception {
    try (HubServer server =
        serve(Map.of(FaultKind.SLOW, 1.0, FaultKind.SHORT_PAGE, 1.0, FaultKind.DUPLICATE, 1.0))) {
      List<JsonNode> records = new HubClient(server.address()).list(LIST);
      Set<String> keys = new HashSet<>();
      records.forEach(record -> keys.add(record.get("_id").asText()));
      assertThat(keys).hasSize(MODELS);
      assertThat(records).hasSizeGreaterThan(MODELS);
    }
  }

  @Test
  void a_short_page_before_the_end_still_has_a_link() throws Exception {
    try (HubServer server = serve(Map.of(FaultKind.SHORT_PAGE, 1.0))) {
      HubClient.Reply page = new HubClient(server.address()).get(LIST);
      assertThat(page.json()).hasSize(16);
      assertThat(page.next()).isNotNull();
    }
  }

  @Test
  void the_hidden_limiter_counts_within_a_second() throws Exception {
    FaultSettings burst = new FaultSettings(Map.of(), 1, Duration.ZERO, Duration.ZERO, 3);
    try (HubServer server = serve(burst)) {
      HubClient client = new HubClient(server.address());
      List<Integer> statuses = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        statuses.add(client.get(LIST).status());
      }
      assertThat(statuses).containsExactly(200, 200, 200, 429, 429);
      clock.advance(Duration.ofSeconds(1));
      assertThat(client.get(LIST).status()).isEqualTo(200);
    }
  }

  @Test
  void faults_follow_from_the_seed_the_request_and_the_attempt_alone() {
    FaultSettings settings = FaultSettings.of(Map.of(FaultKind.RESET, 0.2, FaultKind.SLOW, 0.3), 5);
    List<Set<FaultKind>> forth = new ArrayList<>();
    List<Set<FaultKind>> back = new ArrayList<>();
    Faults one = new Faults(settings);
    Faults other = new Faults(settings);
    for (int i = 0; i < 2_000; i++) {
      forth.add(one.of("GET /" + i));
    }
    for (int i = 1_999; i >= 0; i--) {
      back.add(0, other.of("GET /" + i));
    }
    assertThat(forth).isEqualTo(back);
    assertThat(forth.stream().filter(each -> each.contains(FaultKind.RESET)).count())
        .isBetween(340L, 460L);
    assertThat(forth).anyMatch(each -> each.size() == 2);
  }

  @Test
  void a_request_that_is_tried_again_succeeds_in_the_end() {
    Faults faults = new Faults(FaultSettings.of(Map.of(FaultKind.UNAVAILABLE, 0.5), 6));
    for (int request = 0; request < 200; request++) {
      int attempts = 0;
      while (!faults.of("GET /" + request).isEmpty()) {
        attempts++;
      }
      assertThat(attempts).isLessThan(30);
    }
  }
}
