package io.github.hubgenealogy.explorer.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.github.hubgenealogy.explorer.genealogy.Relation;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The description says what the server does: every path, every answer, hostile data included. */
final class OpenApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String IRI = "urn:hub-genealogy:openapi";

  @TempDir private static Path folder;

  private static ToyServer server;
  private static JsonNode description;
  private static JsonSchemaFactory schemas;

  @BeforeAll
  static void start() throws IOException {
    ToyGenealogy later = Toys.family();
    ToyGenealogy earlier = new ToyGenealogy("2026-11-13", "simulated");
    earlier.edge(Toys.BASE, "orbit-lab/Orbit-8B-annealed", Relation.ADAPTER);
    earlier.edge(Toys.BASE, "comet/Comet-7B", Relation.MERGE);
    earlier.edge("gone/child", Toys.BASE, Relation.FINETUNE);
    server = new ToyServer(folder, later, earlier, Toys.hostile());
    try (InputStream file =
        io.github.hubgenealogy.explorer.web.api.Api.class.getResourceAsStream("openapi.yaml")) {
      description = YAML.readTree(file);
    }
    String text = JSON.writeValueAsString(description);
    schemas =
        JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder ->
                builder.schemaLoaders(each -> each.schemas(iri -> iri.equals(IRI) ? text : null)));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static List<String> questions() {
    List<String> all = new ArrayList<>();
    all.addAll(
        List.of(
            "snapshots",
            "snapshot",
            "search?q=orb&limit=3",
            "search?q=corpus",
            "resolve?q=orbit-lab/Orbit-8B",
            "resolve?q=nothing",
            "model?id=orbit-lab/Orbit-8B",
            "model?id=lost-lab/seed",
            "parents?id=max/Orbit-Comet-merge",
            "children?id=orbit-lab/Orbit-8B&relation=quantized,adapter&limit=5&offset=3&downloads_min=1",
            "lineage?id=orbit-lab/Orbit-8B&per_generation=4&with=quant3/Orbit-8B-Q3",
            "lineage?id=circle/one&down=3",
            "edge?child=max/Orbit-Comet-merge&parent=comet/Comet-7B",
            "dataset?id=orbit-lab/corpus",
            "owner?id=orbit-lab&limit=1",
            "compare?a=zoe/Orbit-chat-GGUF&b=max/Orbit-copy",
            "changes?id=orbit-lab/Orbit-8B&from=2026-11-13",
            "exposure?id=orbit-lab/Orbit-8B&limit=4&offset=2",
            "exposure?id=orbit-lab/Orbit-8B&carries=copy&limit=2",
            "exposure?id=nothing",
            "exposure?id=orbit-lab/Orbit-8B&all_snapshots=true",
            "exposure?id=orbit-lab/Orbit-8B&all_snapshots=true&snapshot=2026-11-20",
            "record?id=nothing",
            "record?id=orbit-lab/Orbit-8B&format=json",
            "exposure",
            "changes?id=mia/Orbit-chat&from=2026-11-13",
            "export?id=orbit-lab/Orbit-8B",
            "model?id=nothing",
            "children?id=",
            "dataset?id=x",
            "owner?id=x",
            "compare?a=x&b=y",
            "lineage?id=x&up=99",
            "snapshot?snapshot=none"));
    for (String id : Toys.HOSTILE) {
      String coded = URLEncoder.encode(id, StandardCharsets.UTF_8);
      all.add("model?snapshot=hostile&id=" + coded);
      all.add("lineage?snapshot=hostile&id=" + coded);
      all.add("exposure?snapshot=hostile&id=" + coded);
      all.add("owner?snapshot=hostile&id=" + coded);
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("questions")
  void every_answer_is_as_described(String question) throws Exception {
    HttpResponse<String> answer = get(question);
    String path = "/" + question.replaceFirst("\\?.*", "");
    JsonNode response =
        description
            .path("paths")
            .path(path)
            .path("get")
            .path("responses")
            .path(String.valueOf(answer.statusCode()));
    assertThat(response.isMissingNode()).as("%s %s", answer.statusCode(), answer.body()).isFalse();
    String type = answer.headers().firstValue("content-type").orElseThrow();
    String pointer;
    if (response.has("$ref")) {
      pointer =
          response.get("$ref").asText().substring(1) + "/content/" + escaped(type) + "/schema";
    } else {
      pointer =
          "/paths/~1"
              + path.substring(1)
              + "/get/responses/"
              + answer.statusCode()
              + "/content/"
              + escaped(type)
              + "/schema";
    }
    assertThat(description.at(pointer).isMissingNode()).as(pointer).isFalse();
    JsonSchema schema = schemas.getSchema(SchemaLocation.of(IRI + "#" + pointer));
    Set<ValidationMessage> wrong = schema.validate(JSON.readTree(answer.body()));
    assertThat(wrong).as(answer.body()).isEmpty();
  }

  private static String escaped(String type) {
    return type.replace("~", "~0").replace("/", "~1");
  }

  @Test
  void every_path_of_the_description_is_asked_here_and_every_parameter_known() throws Exception {
    Set<String> asked = new TreeSet<>();
    questions().forEach(each -> asked.add("/" + each.replaceFirst("\\?.*", "")));
    asked.add("/openapi.yaml");
    Set<String> described = new TreeSet<>();
    description.path("paths").fieldNames().forEachRemaining(described::add);
    assertThat(asked).isEqualTo(described);
    described.removeAll(Set.of("/openapi.yaml", "/snapshots"));
    for (String path : described) {
      Set<String> parameters = new TreeSet<>();
      for (JsonNode each : description.path("paths").path(path).path("get").path("parameters")) {
        JsonNode whole =
            each.has("$ref") ? description.at(each.get("$ref").asText().substring(1)) : each;
        parameters.add(whole.path("name").asText());
      }
      // The server names the parameters that it knows when it is given another.
      String problem =
          JSON.readTree(get(path.substring(1) + "?nobody=1").body()).path("detail").asText();
      assertThat(problem).endsWith("there are: " + String.join(", ", parameters));
    }
  }

  /** The description itself, held to what OpenAPI 3.1 says of its own form where it can be read. */
  @Test
  void what_is_served_is_the_description() throws Exception {
    HttpResponse<String> answer = get("openapi.yaml");
    assertThat(answer.headers().firstValue("content-type")).contains("application/yaml");
    JsonNode served = YAML.readTree(answer.body());
    assertThat(served).isEqualTo(description);
    assertThat(served.path("openapi").asText()).isEqualTo("3.1.0");
    for (JsonNode reference : served.findValues("$ref")) {
      assertThat(served.at(reference.asText().substring(1)).isMissingNode())
          .as(reference.asText())
          .isFalse();
    }
  }

  private static HttpResponse<String> get(String question) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/" + question)).build(),
        BodyHandlers.ofString());
  }
}
