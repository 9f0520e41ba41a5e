package io.github.hubgenealogy.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hubgenealogy.simulator.corpus.CorpusHub;
import io.github.hubgenealogy.simulator.limit.Plan;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Answers that the Hub really gave, held against a server that holds the same records: each by its
 * number in the reference's hub-samples.json, of which recorded-answers.json is a copy.
 */
final class RecordedAnswersTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ALL_ON_LIST =
      "author baseModels cardData config createdAt disabled downloads downloadsAllTime evalResults"
          + " gated gguf inference inferenceProviderMapping lastModified library_name likes"
          + " mask_token model-index pipeline_tag private resourceGroup safetensors sha siblings"
          + " spaces tags transformersInfo trendingScore widgetData xetEnabled";

  @TempDir static Path folder;

  private static JsonNode recorded;
  private static HubServer server;
  private static HubClient client;

  @BeforeAll
  static void start() throws Exception {
    try (InputStream file =
        RecordedAnswersTest.class.getResourceAsStream("/recorded-answers.json")) {
      recorded = JSON.readTree(file);
    }
    Map<String, ObjectNode> byId = new TreeMap<>();
    for (JsonNode answer : recorded) {
      JsonNode body = answer.get("response");
      Iterable<JsonNode> records = body.isArray() ? body : List.of(body);
      for (JsonNode record : records) {
        if (record.has("id")) {
          // Some models were recorded twice; what one answer left out the other has.
          byId.computeIfAbsent(record.get("id").asText(), id -> JSON.createObjectNode())
              .setAll((ObjectNode) record);
        }
      }
    }
    List<String> lines = new ArrayList<>();
    for (ObjectNode record : byId.values()) {
      ObjectNode line = JSON.createObjectNode();
      line.set("id", record.get("id"));
      line.set("api", record);
      line.put("readme", "---\nlicense: mit\n---\n");
      if (record.get("id").asText().equals("google-bert/bert-base-uncased")) {
        line.putArray("renamed_from").add("bert-base-uncased");
      }
      lines.add(line.toString());
    }
    Path corpus = Files.write(folder.resolve("recorded.jsonl"), lines);
    server =
        new HubServer(
            CorpusHub.of(corpus),
            ServerSettings.of(Plan.FREE, Duration.ofMinutes(5)),
            Clock.systemUTC());
    client = new HubClient(server.address());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode body(int number) {
    return recorded.get(number).get("response");
  }

  private static String path(int number) {
    return recorded
        .get(number)
        .get("request")
        .asText()
        .substring("GET https://huggingface.co".length());
  }

  private static void checkHeaders(int number, HubClient.Reply reply) {
    JsonNode headers = recorded.get(number).path("response_headers");
    headers
        .fieldNames()
        .forEachRemaining(name -> assertThat(reply.header(name)).as(name).isNotNull());
    for (String name : List.of("Content-Type", "ETag", "Vary", "Location", "Content-Length")) {
      if (headers.has(name) && !name.equals("ETag")) {
        assertThat(reply.header(name)).as(name).isEqualTo(headers.get(name).asText());
      }
    }
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    for (Iterator<String> each = object.fieldNames(); each.hasNext(); ) {
      names.add(each.next());
    }
    return names;
  }

  /** The same names with the same kinds of values, all the way down. */
  private static void checkShape(JsonNode actual, JsonNode expected) {
    assertThat(actual.getNodeType()).isEqualTo(expected.getNodeType());
    if (expected.isObject()) {
      assertThat(names(actual)).containsExactlyInAnyOrderElementsOf(names(expected));
      for (String name : names(expected)) {
        checkShape(actual.get(name), expected.get(name));
      }
    } else if (expected.isArray()) {
      assertThat(actual).hasSize(expected.size());
      for (int i = 0; i < expected.size(); i++) {
        checkShape(actual.get(i), expected.get(i));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, 4})
  void a_models_own_record_is_the_recorded_one_to_the_byte(int number) throws Exception {
    HubClient.Reply reply = client.get(path(number));
    assertThat(reply.status()).isEqualTo(200);
    checkHeaders(number, reply);
    checkShape(reply.json(), body(number));
    assertThat(names(reply.json())).isEqualTo(names(body(number)));
    assertThat(reply.json()).isEqualTo(body(number));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, 4})
  void a_models_own_record_has_the_recorded_etag(int number) throws Exception {
    assertThat(client.get(path(number)).header("ETag"))
        .isEqualTo(recorded.get(number).at("/response_headers/ETag").asText());
  }

  @Test
  void an_old_name_leads_on_as_recorded() throws Exception {
    HubClient.Reply reply = client.get(path(1));
    assertThat(reply.status()).isEqualTo(307);
    checkHeaders(1, reply);
    assertThat(reply.text()).isEqualTo(body(1).asText());
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 6, 7, 8})
  void an_element_of_a_full_list_is_the_recorded_one(int number) throws Exception {
    String id = body(number).get("id").asText();
    JsonNode element = client.get("/api/models?full=true&search=" + id).json().get(0);
    assertThat(element).isEqualTo(body(number));
    assertThat(names(element)).isEqualTo(names(body(number)));
  }

  @Test
  void the_plain_list_is_the_recorded_one_to_the_byte_with_its_etag_and_its_cursor()
      throws Exception {
    HubClient.Reply reply = client.get(path(9));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json()).isEqualTo(body(9));
    assertThat(reply.header("ETag")).isEqualTo("W/\"56c-Y7CtkvysVjyiFK9WvzRgS1hByWo\"");
    assertThat(reply.header("Link"))
        .isEqualTo(
            recorded
                .get(9)
                .at("/response_headers/Link")
                .asText()
                .replace("https://huggingface.co", server.address().toString()));
  }

  @Test
  void a_list_by_tag_is_the_recorded_one() throws Exception {
    HubClient.Reply reply = client.get(path(10));
    List<JsonNode> expected = new ArrayList<>();
    body(10).forEach(expected::add);
    List<JsonNode> actual = new ArrayList<>();
    reply.json().forEach(actual::add);
    assertThat(actual).containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @CsvSource({"11", "12"})
  void a_record_with_everything_asked_for_has_the_recorded_shape(int number) throws Exception {
    String all = ALL_ON_LIST + " childrenModelCount usedStorage";
    HubClient.Reply reply =
        client.get(
            "/api/models/"
                + body(number).get("id").asText()
                + "?expand[]="
                + String.join("&expand[]=", all.split(" ")));
    assertThat(reply.status()).isEqualTo(200);
    checkShape(reply.json(), body(number));
    assertThat(names(reply.json())).isEqualTo(names(body(number)));
  }

  @Test
  void an_element_of_a_list_with_everything_asked_for_is_the_recorded_one() throws Exception {
    JsonNode list =
        client
            .get(
                "/api/models?limit=3&sort=downloads&expand[]="
                    + String.join("&expand[]=", ALL_ON_LIST.split(" ")))
            .json();
    JsonNode element = list.get(0);
    assertThat(element).isEqualTo(body(13));
    assertThat(names(element)).isEqualTo(names(body(13)));
    assertThat(((ArrayNode) list)).hasSize(3);
  }

  @Test
  void a_merge_has_both_bases_under_one_relation() throws Exception {
    ObjectNode answer = (ObjectNode) client.get(path(14)).json();
    // The source quotes parts only, and the key is not among them.
    answer.remove("_id");
    assertThat(answer).isEqualTo(body(14));
  }

  @Test
  void what_is_not_there_is_refused_as_recorded() throws Exception {
    HubClient.Reply reply = client.get(path(15));
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.text()).isEqualTo(body(15).toString());
    assertThat(reply.header("ETag"))
        .isEqualTo(recorded.get(15).at("/response_headers/ETag").asText());
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 17, 18})
  void answers_of_which_only_headers_were_recorded_have_those(int number) throws Exception {
    String path = path(number).replace("{id}", "google-bert/bert-base-uncased");
    HubClient.Reply reply =
        client.get(path.replace("config.json", "README.md"), "Accept-Encoding", "gzip");
    assertThat(reply.status()).isEqualTo(recorded.get(number).get("status").asInt());
    recorded
        .get(number)
        .get("response_headers")
        .fieldNames()
        .forEachRemaining(name -> assertThat(reply.header(name)).as(name).isNotNull());
  }

  @Test
  void the_refusal_of_a_limiter_is_the_recorded_text() throws Exception {
    String[] token = {"Authorization", "Bearer hf_greedy"};
    for (int i = 0; i < 1_000; i++) {
      client.head("/api/models/google-bert/bert-base-uncased", token);
    }
    HubClient.Reply reply = client.get("/api/models", token);
    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.json()).isEqualTo(body(19));
  }
}
