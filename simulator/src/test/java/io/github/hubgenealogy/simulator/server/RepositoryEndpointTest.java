package io.github.hubgenealogy.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hubgenealogy.simulator.ecosystem.Ecosystem;
import io.github.hubgenealogy.simulator.ecosystem.EcosystemSettings;
import io.github.hubgenealogy.simulator.ecosystem.ModelRecord;
import io.github.hubgenealogy.simulator.ecosystem.OtherTruth;
import io.github.hubgenealogy.simulator.ecosystem.SimulatedHub;
import io.github.hubgenealogy.simulator.hub.Access;
import io.github.hubgenealogy.simulator.limit.Plan;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class RepositoryEndpointTest {
  private static final String[] TOKEN = {"Authorization", "Bearer hf_someone"};

  private static HubServer server;
  private static HubClient client;
  private static Ecosystem ecosystem;

  @BeforeAll
  static void start() {
    ecosystem = Ecosystem.of(new EcosystemSettings(20_000, 31));
    server =
        new HubServer(
            new SimulatedHub(ecosystem),
            ServerSettings.of(Plan.UNLIMITED, Duration.ofMinutes(5)),
            Clock.systemUTC());
    client = new HubClient(server.address());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static int first(IntPredicate is) {
    return IntStream.range(0, ecosystem.size()).filter(is).findFirst().orElseThrow();
  }

  private static ModelRecord record(int model) {
    return new ModelRecord(ecosystem.model(model));
  }

  private static String id(int model) {
    return ecosystem.model(model).id();
  }

  @Test
  void a_missing_repository_is_401_without_a_token_and_404_with_one() throws Exception {
    HubClient.Reply anonymous = client.get("/api/models/rajpurkar/squad");
    assertThat(anonymous.status()).isEqualTo(401);
    assertThat(anonymous.text()).isEqualTo("{\"error\":\"Invalid username or password.\"}");
    // The recorded ETag of this very body.
    assertThat(anonymous.header("ETag")).isEqualTo("W/\"29-dEMcHWfJi78ZR1aqzb1ELAhp3Us\"");
    assertThat(anonymous.header("X-Error-Message")).isEqualTo("Invalid username or password.");

    HubClient.Reply known = client.get("/api/models/rajpurkar/squad", TOKEN);
    assertThat(known.status()).isEqualTo(404);
    assertThat(known.header("X-Error-Code")).isEqualTo("RepoNotFound");
    assertThat(known.text()).isEqualTo("{\"error\":\"Repository not found\"}");
    assertThat(client.get("/nobody/nothing/resolve/main/README.md").status()).isEqualTo(401);
  }

  @Test
  void a_bad_token_is_401() throws Exception {
    HubClient.Reply reply = client.get("/api/models", "Authorization", "Bearer hf_invalid");
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("X-Error-Message"))
        .isEqualTo("Invalid credentials in Authorization header");
  }

  @Test
  void an_old_name_and_a_wrong_case_lead_to_the_current_name() throws Exception {
    OtherTruth truth = new OtherTruth(ecosystem);
    int renamed = first(i -> truth.oldId(i) != null);
    HubClient.Reply reply = client.get("/api/models/" + truth.oldId(renamed));
    assertThat(reply.status()).isEqualTo(307);
    assertThat(reply.header("Location")).isEqualTo("/api/models/" + id(renamed));
    assertThat(reply.header("Vary")).isEqualTo("Origin, Accept");
    assertThat(reply.header("ETag")).isNull();
    assertThat(reply.text())
        .isEqualTo("Temporary Redirect. Redirecting to /api/models/" + id(renamed));
    assertThat(client.get(reply.header("Location")).json().get("id").asText())
        .isEqualTo(id(renamed));

    String upper = id(0).toUpperCase(Locale.ROOT);
    assertThat(client.get("/api/models/" + upper).header("Location"))
        .isEqualTo("/api/models/" + id(0));
    assertThat(client.get("/" + upper + "/resolve/main/README.md").header("Location"))
        .isEqualTo("/" + id(0) + "/resolve/main/README.md");
  }

  @Test
  void the_record_carries_the_etag_of_its_bytes_and_is_not_sent_twice() throws Exception {
    String path = "/api/models/" + id(0);
    HubClient.Reply reply = client.get(path);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("ETag"))
        .isEqualTo(Digests.weakEtag(reply.bytes(), reply.bytes().length));
    HubClient.Reply again = client.get(path, "If-None-Match", reply.header("ETag"));
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.bytes()).isEmpty();
    assertThat(client.head(path).header("Content-Length"))
        .isEqualTo(Integer.toString(reply.bytes().length));
  }

  @Test
  void the_record_comes_compressed_when_asked() throws Exception {
    String path = "/api/models?limit=20&sort=createdAt&direction=1";
    HubClient.Reply plain = client.get(path);
    HubClient.Reply packed = client.get(path, "Accept-Encoding", "gzip, deflate");
    assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(packed.header("Vary")).contains("Accept-Encoding");
    assertThat(packed.header("Content-Length")).isNull();
    assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.bytes())).readAllBytes())
        .isEqualTo(plain.bytes());
  }

  @Test
  void a_disabled_repository_is_403() throws Exception {
    int disabled = first(i -> record(i).access() == Access.DISABLED);
    HubClient.Reply reply = client.get("/" + id(disabled) + "/resolve/main/README.md");
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.header("X-Error-Message")).isEqualTo("Access to this resource is disabled.");
  }

  @Test
  void children_are_counted_by_relation_as_the_list_has_them() throws Exception {
    int parent =
        IntStream.range(0, ecosystem.size())
            .boxed()
            .max(Comparator.comparingLong(i -> record(i).downloads()))
            .orElseThrow();
    JsonNode counts =
        client
            .get("/api/models/" + id(parent) + "?expand=childrenModelCount")
            .json()
            .get("childrenModelCount");
    for (String relation : List.of("adapter", "finetune", "quantized", "merge")) {
      long listed =
          client
              .list(
                  "/api/models?expand=baseModels&filter=base_model:" + relation + ":" + id(parent))
              .stream()
              .filter(child -> child.has("baseModels"))
              .count();
      assertThat(counts.get(relation).asLong()).as(relation).isEqualTo(listed);
    }
  }

  @Test
  void owners_have_an_overview_under_their_own_kind_only() throws Exception {
    boolean[] seen = new boolean[2];
    for (int i = 0; i < ecosystem.size() && !(seen[0] && seen[1]); i++) {
      String owner = record(i).author();
      HubClient.Reply organisation = client.get("/api/organizations/" + owner + "/overview");
      HubClient.Reply user = client.get("/api/users/" + owner + "/overview");
      boolean isOrganisation = organisation.status() == 200;
      assertThat(user.status()).isEqualTo(isOrganisation ? 404 : 200);
      JsonNode overview = isOrganisation ? organisation.json() : user.json();
      assertThat(overview.get(isOrganisation ? "name" : "user").asText()).isEqualTo(owner);
      assertThat(overview.get("numModels").asInt()).isPositive();
      seen[isOrganisation ? 0 : 1] = true;
    }
    assertThat(seen).containsOnly(true);
    assertThat(client.get("/api/users/nobody/overview").status()).isEqualTo(404);
  }

  @Test
  void other_methods_and_other_pages_are_refused() throws Exception {
    assertThat(client.send("POST", "/api/models").status()).isEqualTo(405);
    assertThat(client.get("/api/nothing").status()).isEqualTo(404);
  }
}
