package io.github.hubgenealogy.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hubgenealogy.simulator.ecosystem.Ecosystem;
import io.github.hubgenealogy.simulator.ecosystem.EcosystemSettings;
import io.github.hubgenealogy.simulator.ecosystem.SimulatedHub;
import io.github.hubgenealogy.simulator.limit.Plan;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ListEndpointTest {
  private static final int MODELS = 2_500;

  private static HubServer server;
  private static HubClient client;
  private static Ecosystem ecosystem;

  @BeforeAll
  static void start() {
    ecosystem = Ecosystem.of(new EcosystemSettings(MODELS, 12));
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

  private static List<String> texts(List<JsonNode> records, String field) {
    return records.stream().map(record -> record.path(field).asText()).toList();
  }

  private static List<String> names(JsonNode record) {
    List<String> names = new ArrayList<>();
    for (Iterator<String> each = record.fieldNames(); each.hasNext(); ) {
      names.add(each.next());
    }
    return names;
  }

  @ParameterizedTest
  @CsvSource({
    "createdAt,1",
    "createdAt,-1",
    "downloads,-1",
    "downloads,1",
    "likes,-1",
    "lastModified,-1",
    "lastModified,1",
    "trendingScore,-1",
    "trendingScore,1"
  })
  void paging_lists_every_model_once_in_any_order(String sort, int direction) throws Exception {
    List<JsonNode> records =
        client.list(
            "/api/models?limit=99&expand[]=" + sort + "&sort=" + sort + "&direction=" + direction);

    assertThat(texts(records, "_id")).doesNotHaveDuplicates().hasSize(MODELS);
    Function<JsonNode, String> value =
        record ->
            record.get(sort).isNumber()
                ? String.format("%020.3f", record.get(sort).asDouble())
                : record.get(sort).asText();
    for (int i = 1; i < records.size(); i++) {
      int order = value.apply(records.get(i - 1)).compareTo(value.apply(records.get(i)));
      assertThat(order * direction).isLessThanOrEqualTo(0);
      if (order == 0) {
        assertThat(texts(records, "_id").get(i)).isGreaterThan(texts(records, "_id").get(i - 1));
      }
    }
  }

  @Test
  void the_last_page_has_no_link_and_the_others_have_an_absolute_one() throws Exception {
    HubClient.Reply first = client.get("/api/models?sort=createdAt&direction=1");
    assertThat(first.json()).hasSize(1_000);
    assertThat(first.next())
        .startsWith(server.address() + "/api/models?sort=createdAt&direction=1&cursor=");
    HubClient.Reply second = client.get(first.next());
    HubClient.Reply third = client.get(second.next());
    assertThat(third.json()).hasSize(500);
    assertThat(third.header("Link")).isNull();
  }

  @Test
  void expand_works_with_brackets_and_without_and_the_link_has_none() throws Exception {
    HubClient.Reply bracketed =
        client.get("/api/models?limit=3&expand[]=sha&expand[]=tags&sort=createdAt&direction=1");
    HubClient.Reply plain =
        client.get("/api/models?limit=3&expand=sha&expand=tags&sort=createdAt&direction=1");

    assertThat(bracketed.text()).isEqualTo(plain.text());
    assertThat(bracketed.next()).isEqualTo(plain.next()).contains("expand=sha&expand=tags");
    assertThat(names(plain.json().get(0))).containsExactly("_id", "id", "sha", "tags");
  }

  @Test
  void what_is_asked_for_and_unknown_is_left_out_but_config_and_model_index() throws Exception {
    List<JsonNode> records =
        client.list(
            "/api/models?sort=createdAt&direction=1&expand=baseModels&expand=safetensors"
                + "&expand=gguf&expand=library_name&expand=pipeline_tag&expand=model-index"
                + "&expand=config&expand=cardData");

    assertThat(records).allMatch(each -> each.has("model-index") && each.get("config").isObject());
    for (String field :
        List.of("baseModels", "safetensors", "gguf", "library_name", "pipeline_tag", "cardData")) {
      assertThat(records).anyMatch(each -> each.has(field)).anyMatch(each -> !each.has(field));
      assertThat(records).noneMatch(each -> each.has(field) && each.get(field).isNull());
    }
  }

  @Test
  void without_expand_the_fields_are_the_plain_ones_and_full_adds_its_own() throws Exception {
    JsonNode plain = client.get("/api/models?limit=1&sort=downloads").json().get(0);
    assertThat(names(plain))
        .contains("_id", "id", "likes", "trendingScore", "private", "downloads", "tags")
        .contains("createdAt", "modelId")
        .doesNotContain("sha", "author", "cardData", "siblings");
    JsonNode full =
        client.get("/api/models?limit=1&sort=downloads&full=true&cardData=true").json().get(0);
    assertThat(names(full))
        .contains("author", "gated", "lastModified", "sha", "siblings", "cardData")
        .doesNotContain("config", "disabled", "safetensors", "trendingScore");
  }

  @Test
  void a_cursor_that_a_client_makes_from_the_last_key_is_as_good() throws Exception {
    JsonNode page = client.get("/api/models?limit=10&sort=createdAt&direction=1").json();
    String created = page.get(9).get("createdAt").asText();
    String key = page.get(9).get("_id").asText();
    String filter =
        "{\"$or\":[{\"createdAt\":\""
            + created
            + "\",\"_id\":{\"$gt\":\""
            + key
            + "\"}},{\"createdAt\":{\"$gt\":\""
            + created
            + "\"}}]}";
    String cursor =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(filter.getBytes(StandardCharsets.UTF_8));
    JsonNode next =
        client.get("/api/models?limit=10&sort=createdAt&direction=1&cursor=" + cursor).json();
    JsonNode both = client.get("/api/models?limit=20&sort=createdAt&direction=1").json();
    assertThat(next.get(0)).isEqualTo(both.get(10));
    assertThat(next.get(9)).isEqualTo(both.get(19));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sort=trending",
        "sort=created_at",
        "expand=author,sha",
        "expand=childrenModelCount",
        "expand[]=author&expand[]=nothing",
        "limit=0",
        "limit=-1",
        "limit=many",
        "cursor=nonsense",
        "cursor=eyJhIjoxfQ==",
        "direction=0"
      })
  void what_the_hub_refuses_is_refused_with_400_and_says_why(String query) throws Exception {
    HubClient.Reply reply = client.get("/api/models?" + query);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().get("error").asText()).isNotBlank();
  }

  @Test
  void an_unknown_expand_is_refused_in_the_servers_own_words() throws Exception {
    assertThat(client.get("/api/models?expand[]=author&expand[]=no").json().get("error").asText())
        .startsWith("✖ Invalid option: expected one of \"author\"|\"baseModels\"|\"cardData\"")
        .endsWith("\n  → at expand[1]");
  }

  @Test
  void what_the_hub_ignores_is_ignored() throws Exception {
    JsonNode all = client.get("/api/models?limit=5&sort=createdAt&direction=1").json();
    assertThat(
            client
                .get("/api/models?limit=5&sort=createdAt&direction=1&library=x&other=y&dataset=z")
                .json())
        .isEqualTo(all);
    assertThat(client.get("/api/models?limit=99999").json()).hasSize(1_000);
  }

  @Test
  void every_narrowing_gives_those_and_only_those() throws Exception {
    List<JsonNode> all =
        client.list("/api/models?expand=tags&expand=pipeline_tag&expand=gated&expand=author");
    check(all, "filter=gguf", each -> texts(each, "tags").contains("gguf"));
    check(
        all,
        "filter=gguf&filter=license:apache-2.0",
        each -> texts(each, "tags").containsAll(List.of("gguf", "license:apache-2.0")));
    check(
        all,
        "pipeline_tag=text-generation",
        each -> each.path("pipeline_tag").asText().equals("text-generation"));
    check(all, "gated=true", each -> !each.get("gated").isBoolean());
    check(all, "gated=false", each -> each.get("gated").isBoolean());
    check(all, "search=lora&search=ba", each -> contains(each, "lora") && contains(each, "ba"));
    String author = all.get(0).get("author").asText();
    check(all, "author=" + author, each -> each.get("author").asText().equals(author));
  }

  private static boolean contains(JsonNode record, String text) {
    return record.get("id").asText().toLowerCase(java.util.Locale.ROOT).contains(text);
  }

  private static List<String> texts(JsonNode record, String field) {
    List<String> texts = new ArrayList<>();
    record.get(field).forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static void check(List<JsonNode> all, String query, Function<JsonNode, Boolean> is)
      throws Exception {
    Set<String> expected = new HashSet<>();
    all.stream().filter(is::apply).forEach(each -> expected.add(each.get("id").asText()));
    List<String> listed = texts(client.list("/api/models?limit=50&" + query), "id");
    assertThat(listed).as(query).doesNotHaveDuplicates();
    assertThat(new HashSet<>(listed)).as(query).isEqualTo(expected).isNotEmpty();
  }

  @Test
  void datasets_are_paged_alike() throws Exception {
    List<JsonNode> records = client.list("/api/datasets?limit=70&sort=createdAt&direction=1");
    assertThat(texts(records, "id"))
        .doesNotHaveDuplicates()
        .hasSize(ecosystem.datasets().count())
        .anyMatch(id -> !id.contains("/"));
  }
}
