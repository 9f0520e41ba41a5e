package io.github.hubgenealogy.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hubgenealogy.simulator.ecosystem.Ecosystem;
import io.github.hubgenealogy.simulator.ecosystem.EcosystemSettings;
import io.github.hubgenealogy.simulator.ecosystem.ModelRecord;
import io.github.hubgenealogy.simulator.ecosystem.SimulatedHub;
import io.github.hubgenealogy.simulator.hub.Access;
import io.github.hubgenealogy.simulator.hub.GitBlob;
import io.github.hubgenealogy.simulator.limit.MovableClock;
import io.github.hubgenealogy.simulator.limit.Plan;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class FileEndpointTest {
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

  private static int readable(Access access) {
    return first(i -> record(i).access() == access && ecosystem.model(i).readable());
  }

  private static String id(int model) {
    return ecosystem.model(model).id();
  }

  @Test
  void a_small_file_is_found_by_way_of_the_cache() throws Exception {
    int model = readable(Access.OPEN);
    HubClient.Reply hop = client.get("/" + id(model) + "/resolve/main/README.md");
    byte[] readme = record(model).readme();
    String blob = '"' + GitBlob.name(readme) + '"';
    assertThat(hop.status()).isEqualTo(307);
    assertThat(hop.header("X-Linked-Etag")).isEqualTo(blob);
    assertThat(hop.header("X-Repo-Commit")).isEqualTo(record(model).sha());
    assertThat(hop.header("Location"))
        .startsWith("/api/resolve-cache/models/" + id(model) + "/" + record(model).sha());
    HubClient.Reply reply = client.get(hop.header("Location"));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("ETag")).isEqualTo(blob);
    assertThat(reply.bytes()).isEqualTo(readme);

    HubClient.Reply raw = client.get("/" + id(model) + "/raw/main/README.md");
    assertThat(raw.bytes()).isEqualTo(readme);
    assertThat(raw.header("ETag")).isEqualTo("W/" + blob);
    assertThat(raw.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
    assertThat(raw.header("X-Repo-Commit")).isEqualTo(record(model).sha());
  }

  @Test
  void a_missing_file_and_a_missing_revision_say_which_is_missing() throws Exception {
    int bare = first(i -> record(i).access() == Access.OPEN && !ecosystem.model(i).hasCard());
    HubClient.Reply entry = client.get("/" + id(bare) + "/resolve/main/README.md");
    assertThat(entry.status()).isEqualTo(404);
    assertThat(entry.header("X-Error-Code")).isEqualTo("EntryNotFound");
    HubClient.Reply revision = client.get("/" + id(bare) + "/resolve/nowhere/README.md");
    assertThat(revision.status()).isEqualTo(404);
    assertThat(revision.header("X-Error-Code")).isEqualTo("RevisionNotFound");
  }

  @Test
  void a_gated_file_asks_to_log_in_then_for_access_and_its_metadata_is_public() throws Exception {
    int gated = readable(Access.GATED);
    String file = "/" + id(gated) + "/resolve/main/README.md";
    HubClient.Reply anonymous = client.get(file);
    assertThat(anonymous.status()).isEqualTo(401);
    assertThat(anonymous.header("X-Error-Code")).isEqualTo("GatedRepo");
    assertThat(anonymous.header("X-Error-Message"))
        .isEqualTo(
            "Access to model "
                + id(gated)
                + " is restricted. You must have access to it and be authenticated to access it."
                + " Please log in.");
    HubClient.Reply known = client.get(file, TOKEN);
    assertThat(known.status()).isEqualTo(403);
    assertThat(known.header("X-Error-Message"))
        .endsWith("Visit https://huggingface.co/" + id(gated) + " to ask for access.");
    assertThat(client.get(file, "Authorization", "Bearer hf_granted").status()).isEqualTo(307);
    JsonNode metadata = client.get("/api/models/" + id(gated)).json();
    assertThat(metadata.get("gated").isTextual()).isTrue();
    assertThat(metadata.has("cardData")).isTrue();
  }

  @Test
  void an_older_commit_has_an_older_readme_and_the_listed_one_the_current() throws Exception {
    int model = readable(Access.OPEN);
    byte[] readme = record(model).readme();
    HubClient.Reply head =
        client.get("/" + id(model) + "/raw/" + record(model).sha() + "/README.md");
    assertThat(head.bytes()).isEqualTo(readme);
    String older = ecosystem.commit(model, 1);
    HubClient.Reply reply = client.get("/" + id(model) + "/raw/" + older + "/README.md");
    assertThat(reply.header("X-Repo-Commit")).isEqualTo(older);
    assertThat(reply.bytes()).startsWith(readme).hasSizeGreaterThan(readme.length);
    HubClient.Reply cached =
        client.get(
            client.get("/" + id(model) + "/resolve/" + older + "/README.md").header("Location"));
    assertThat(cached.bytes()).isEqualTo(reply.bytes());
  }

  @Test
  void a_part_of_a_file_is_206_and_says_how_long_the_whole_is() throws Exception {
    int model = readable(Access.OPEN);
    byte[] readme = record(model).readme();
    String path = "/" + id(model) + "/raw/main/README.md";
    HubClient.Reply first = client.get(path, "Range", "bytes=0-0");
    assertThat(first.status()).isEqualTo(206);
    assertThat(first.header("Content-Range")).isEqualTo("bytes 0-0/" + readme.length);
    assertThat(first.bytes()).containsExactly(readme[0]);
    HubClient.Reply last = client.get(path, "Range", "bytes=-5");
    assertThat(last.bytes())
        .isEqualTo(Arrays.copyOfRange(readme, readme.length - 5, readme.length));
    assertThat(client.get(path, "Range", "bytes=" + readme.length + "-").status()).isEqualTo(416);
  }

  @Test
  void a_large_file_lies_elsewhere_and_raw_gives_its_pointer() throws Exception {
    int model = first(i -> record(i).access() == Access.OPEN && record(i).hasGguf());
    String file = "simulated.Q4_K_M.gguf";
    HubClient.Reply reply = client.head("/" + id(model) + "/resolve/main/" + file);
    assertThat(reply.status()).isEqualTo(302);
    assertThat(reply.header("X-Linked-Etag")).matches("\"[0-9a-f]{64}\"");
    assertThat(Long.parseLong(reply.header("X-Linked-Size"))).isPositive();
    assertThat(client.get("/" + id(model) + "/raw/main/" + file).text())
        .startsWith("version https://git-lfs.github.com/spec/v1\noid sha256:");
    JsonNode blobs = client.get("/api/models/" + id(model) + "?blobs=true").json().get("siblings");
    assertThat(blobs).anyMatch(each -> each.path("lfs").has("sha256"));
    JsonNode tree = client.get("/api/models/" + id(model) + "/tree/main?recursive=true").json();
    assertThat(tree).hasSameSizeAs(blobs);
  }

  @Test
  void where_two_behaviours_are_plausible_the_other_can_be_chosen() throws Exception {
    int model = readable(Access.OPEN);
    try (HubServer other =
        new HubServer(
            new SimulatedHub(ecosystem),
            ServerSettings.of(Plan.FREE, Duration.ofMinutes(5)).withChoices(false, true, false),
            Clock.systemUTC())) {
      HubClient caller = new HubClient(other.address());
      HubClient.Reply direct = caller.get("/" + id(model) + "/resolve/main/README.md");
      assertThat(direct.bytes()).isEqualTo(record(model).readme());
      HubClient.Reply cached =
          caller.get(
              "/api/resolve-cache/models/" + id(model) + "/" + record(model).sha() + "/README.md");
      assertThat(cached.header("RateLimit")).startsWith("\"resolvers\";r=4998;");
      assertThat(caller.get("/api/models?limit=1").next()).doesNotContain("%3D");
    }
  }

  @Test
  void limits_bite_by_bucket_and_the_hop_to_the_cache_is_free() throws Exception {
    MovableClock clock = new MovableClock();
    int model = readable(Access.OPEN);
    try (HubServer limited =
        new HubServer(
            new SimulatedHub(ecosystem),
            ServerSettings.of(Plan.ANONYMOUS, Duration.ofMinutes(5)),
            clock)) {
      HubClient caller = new HubClient(limited.address());
      HubClient.Reply hop = caller.get("/" + id(model) + "/resolve/main/README.md");
      assertThat(hop.header("RateLimit")).isEqualTo("\"resolvers\";r=2999;t=300");
      assertThat(caller.get(hop.header("Location")).header("RateLimit"))
          .isEqualTo("\"resolvers\";r=2999;t=300");
      for (int i = 0; i < 500; i++) {
        assertThat(caller.get("/api/models?limit=1").status()).isEqualTo(200);
      }
      HubClient.Reply refused = caller.get("/api/models?limit=1");
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.header("RateLimit")).isEqualTo("\"api\";r=0;t=300");
      assertThat(refused.header("RateLimit-Policy"))
          .isEqualTo("\"fixed window\";\"api\";q=500;w=300");
      assertThat(refused.json().get("error").asText())
          .startsWith("We had to rate limit you, you hit the quota of 500 api requests");
      assertThat(caller.get("/api/models?limit=1", TOKEN).status()).isEqualTo(200);
      clock.advance(Duration.ofMinutes(5));
      assertThat(caller.get("/api/models?limit=1").status()).isEqualTo(200);
    }
  }
}
