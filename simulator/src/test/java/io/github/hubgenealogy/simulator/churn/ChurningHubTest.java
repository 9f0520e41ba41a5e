package io.github.hubgenealogy.simulator.churn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hubgenealogy.simulator.ecosystem.Ecosystem;
import io.github.hubgenealogy.simulator.ecosystem.EcosystemSettings;
import io.github.hubgenealogy.simulator.limit.Plan;
import io.github.hubgenealogy.simulator.server.HubClient;
import io.github.hubgenealogy.simulator.server.HubServer;
import io.github.hubgenealogy.simulator.server.ServerSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ChurningHubTest {
  private static final int MODELS = 5_000;

  private final ChurnPlan plan = new ChurnPlan(MODELS, 0.1, 3);
  private final Ecosystem ecosystem =
      Ecosystem.of(new EcosystemSettings(MODELS + plan.reserve(), 3));

  private HubServer serve() {
    return new HubServer(
        new ChurningHub(ecosystem, plan),
        ServerSettings.of(Plan.UNLIMITED, Duration.ofMinutes(5)),
        Clock.systemUTC());
  }

  private Set<String> steady() {
    Set<String> ids = new HashSet<>();
    BitSet steady = plan.steady();
    steady.stream().forEach(model -> ids.add(ecosystem.model(model).id()));
    return ids;
  }

  private static Set<String> ids(List<JsonNode> records) {
    Set<String> ids = new HashSet<>();
    records.forEach(record -> ids.add(record.get("id").asText()));
    return ids;
  }

  @Test
  void a_crawl_by_creation_loses_nothing_that_holds_and_one_by_score_does() throws Exception {
    Set<String> byCreation;
    Set<String> byScore;
    try (HubServer server = serve()) {
      byCreation =
          ids(
              new HubClient(server.address())
                  .list("/api/models?limit=100&sort=createdAt&direction=1"));
    }
    try (HubServer server = serve()) {
      byScore = ids(new HubClient(server.address()).list("/api/models?limit=100"));
    }
    assertThat(steady()).hasSizeGreaterThan(MODELS / 2);
    assertThat(byCreation).containsAll(steady()).hasSizeGreaterThan(MODELS);
    Set<String> lost = steady();
    lost.removeAll(byScore);
    assertThat(lost).isNotEmpty().hasSizeLessThan(MODELS / 10);
  }

  @Test
  void models_come_and_go_and_are_renamed_and_tagged_and_downloaded_meanwhile() throws Exception {
    try (HubServer server = serve()) {
      HubClient client = new HubClient(server.address());
      String list = "/api/models?limit=500&sort=createdAt&direction=1&expand=tags&expand=downloads";
      Map<String, JsonNode> before = new HashMap<>();
      client.list(list).forEach(record -> before.put(record.get("_id").asText(), record));
      Map<String, JsonNode> after = new HashMap<>();
      client.list(list).forEach(record -> after.put(record.get("_id").asText(), record));

      assertThat(after.keySet()).anyMatch(key -> !before.containsKey(key));
      assertThat(before.keySet()).anyMatch(key -> !after.containsKey(key));
      assertThat(after.values())
          .anyMatch(record -> record.get("id").asText().startsWith("sim-renamed/"))
          .anyMatch(record -> record.get("tags").toString().contains("tagged-anew-"))
          .anyMatch(record -> moved(record, before, "downloads"));
      JsonNode renamed =
          after.values().stream()
              .filter(record -> record.get("id").asText().startsWith("sim-renamed/"))
              .findFirst()
              .orElseThrow();
      int number = Integer.parseInt(renamed.get("_id").asText().substring(18), 16);
      HubClient.Reply reply = client.get("/api/models/" + ecosystem.model(number).id());
      assertThat(reply.status()).isEqualTo(307);
      assertThat(reply.header("Location")).isEqualTo("/api/models/" + renamed.get("id").asText());
      String gone =
          before.keySet().stream().filter(key -> !after.containsKey(key)).findFirst().orElseThrow();
      assertThat(client.get("/api/models/" + before.get(gone).get("id").asText()).status())
          .isEqualTo(401);
    }
  }

  private static boolean moved(JsonNode record, Map<String, JsonNode> before, String field) {
    JsonNode first = before.get(record.get("_id").asText());
    return first != null && first.get(field).asLong() < record.get(field).asLong();
  }
}
