package io.github.hubgenealogy.simulator.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.simulator.limit.Plan;
import io.github.hubgenealogy.simulator.server.HubClient;
import io.github.hubgenealogy.simulator.server.HubServer;
import io.github.hubgenealogy.simulator.server.ServerSettings;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CorpusHubTest {
  private static final byte[] ODD_BYTES = {'-', (byte) 0xe9, 0, '\r'};
  private static final String LONG_NAME = "x".repeat(180);

  @TempDir Path folder;

  private Path corpus(String... lines) throws Exception {
    Path file = folder.resolve("cards.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private Path corpus() throws Exception {
    return corpus(
        "{\"id\":\"z/dated\",\"readme\":\"---\\nlicense: mit\\n---\\n\",\"api\":{\"id\":\"z/dated\","
            + "\"sha\":\"c9fa1912a7d6d0ab19eddef05cf7828d11ef2c9e\",\"downloads\":5,\"likes\":1,"
            + "\"createdAt\":\"2025-01-29T08:29:22.000Z\",\"tags\":[\"diffusers\",\"region:us\"]}}",
        "{\"id\":\"a/undated\",\"readme\":\"# M\\u00fcller\",\"api\":{\"modelId\":\"a/undated\","
            + "\"downloads\":70,\"tags\":[],\"lastModified\":\"2022-01-11T03:52:53.000Z\"}}",
        "{\"id\":\"m/odd,name.git\",\"readme_base64\":\""
            + Base64.getEncoder().encodeToString(ODD_BYTES)
            + "\"}",
        "{\"id\":\"" + LONG_NAME + "\",\"collection\":\"x\"}");
  }

  private static HubServer serve(Path file) {
    return new HubServer(
        CorpusHub.of(file),
        ServerSettings.of(Plan.UNLIMITED, Duration.ofMinutes(5)),
        Clock.systemUTC());
  }

  @Test
  void the_list_by_date_is_in_the_files_own_order_and_lacks_what_the_file_lacks() throws Exception {
    try (HubServer server = serve(corpus())) {
      List<JsonNode> records =
          new HubClient(server.address())
              .list(
                  "/api/models?limit=1&sort=createdAt&direction=1&expand=createdAt&expand=sha"
                      + "&expand=tags&expand=cardData&expand=downloads&expand=config");
      assertThat(records.stream().map(each -> each.get("id").asText()))
          .containsExactly("z/dated", "a/undated", "m/odd,name.git", LONG_NAME);
      assertThat(records.get(0).get("_id").asText()).startsWith("6799e6e2").hasSize(24);
      assertThat(records.get(0).get("sha").asText())
          .isEqualTo("c9fa1912a7d6d0ab19eddef05cf7828d11ef2c9e");
      assertThat(records.get(1).has("createdAt")).isFalse();
      assertThat(records.get(1).get("sha").asText()).matches("[0-9a-f]{40}");
      assertThat(records.get(1).get("_id").asText()).startsWith("00000000").hasSize(24);
      assertThat(records.get(3).has("tags")).isFalse();
      assertThat(records.get(3).has("config")).isFalse();
    }
  }

  @Test
  void every_other_order_lists_every_model_once() throws Exception {
    try (HubServer server = serve(corpus())) {
      HubClient client = new HubClient(server.address());
      for (String sort : List.of("downloads", "lastModified", "likes", "trendingScore")) {
        for (int direction : List.of(1, -1)) {
          List<JsonNode> records =
              client.list("/api/models?limit=1&sort=" + sort + "&direction=" + direction);
          assertThat(records).as(sort).doesNotHaveDuplicates().hasSize(4);
        }
      }
      assertThat(client.list("/api/models?sort=downloads").get(0).get("id").asText())
          .isEqualTo("a/undated");
      assertThat(client.list("/api/datasets")).isEmpty();
    }
  }

  @Test
  void readmes_are_served_byte_for_byte_and_their_absence_is_an_entry_not_found() throws Exception {
    try (HubServer server = serve(corpus())) {
      HubClient client = new HubClient(server.address());
      HubClient.Reply hop = client.get("/m/odd,name.git/resolve/main/README.md");
      assertThat(client.get(hop.header("Location")).bytes()).isEqualTo(ODD_BYTES);
      assertThat(client.get("/a/undated/raw/main/README.md").text()).isEqualTo("# Müller");
      HubClient.Reply none = client.get("/" + LONG_NAME + "/resolve/main/README.md");
      assertThat(none.status()).isEqualTo(404);
      assertThat(none.header("X-Error-Code")).isEqualTo("EntryNotFound");
      assertThat(client.get("/api/models/A/Undated").header("Location"))
          .isEqualTo("/api/models/a/undated");
    }
  }

  @Test
  void keys_are_made_up_alike_each_time() throws Exception {
    Path file = corpus();
    assertThat(CorpusHub.of(file).models().key(1)).isEqualTo(CorpusHub.of(file).models().key(1));
  }

  @Test
  void what_is_no_corpus_is_refused_with_the_line() throws Exception {
    assertThatThrownBy(() -> CorpusHub.of(folder.resolve("none")))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("cannot read the corpus");
    Path broken = corpus("{\"id\":\"a/b\"}", "{nonsense");
    assertThatThrownBy(() -> CorpusHub.of(broken))
        .isInstanceOf(Fault.class)
        .hasMessageContaining(":2");
    Path twice = corpus("{\"id\":\"a/b\"}", "{\"id\":\"a/b\"}");
    assertThatThrownBy(() -> CorpusHub.of(twice)).hasMessageContaining(":2");
  }
}
