package io.github.hubgenealogy.explorer.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.cyclonedx.Version;
import org.cyclonedx.exception.ParseException;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The files that a person takes away: whole, valid by other people's readers, and harmless. */
final class ExportTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final List<String> HOSTILE = Toys.HOSTILE;

  @TempDir private static Path folder;

  private static ToyServer server;

  @BeforeAll
  static void start() throws IOException {
    server = new ToyServer(folder, Toys.family(), Toys.hostile());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> export(String snapshot, String id, String further)
      throws Exception {
    String coded = URLEncoder.encode(id, StandardCharsets.UTF_8);
    return HTTP.send(
        HttpRequest.newBuilder(
                URI.create(
                    server.address()
                        + "/api/v1/export?snapshot="
                        + snapshot
                        + "&id="
                        + coded
                        + further))
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void the_csv_has_every_edge_that_is_shown_and_every_model_once_at_least() throws Exception {
    HttpResponse<String> answer =
        export("2026-11-20", Toys.BASE, "&format=csv&per_generation=1000&down=5");
    assertThat(answer.headers().firstValue("content-disposition"))
        .contains("attachment; filename=\"orbit-lab--Orbit-8B.csv\"");
    List<String> lines = answer.body().lines().toList();
    assertThat(lines.get(0))
        .startsWith(
            "\"snapshot\",\"origin\",\"side\",\"distance\",\"model_id\",\"parent_id\",\"relation\"");
    assertThat(lines).contains(lines.get(0)).allMatch(line -> line.split(",", -1).length >= 20);
    // Forty of the base, one of the chat model.
    // three without a parent.
    assertThat(answer.body())
        .contains("\"up\",2,\"lost-lab/seed\",,")
        .contains("\"itself\",0,\"orbit-lab/Orbit-8B\",");
    assertThat(lines.stream().filter(line -> line.contains(",\"quantized\",")).count())
        .isEqualTo(41);
  }

  @Test
  void what_was_expanded_by_hand_is_exported_too() throws Exception {
    String narrow = "&format=csv&per_generation=1&down=1&up=0";
    assertThat(export("2026-11-20", Toys.BASE, narrow).body()).doesNotContain("Orbit-8B-Q39");
    assertThat(export("2026-11-20", Toys.BASE, narrow + "&with=quant4/Orbit-8B-Q39").body())
        .contains("\"expanded\",,\"quant4/Orbit-8B-Q39\",\"orbit-lab/Orbit-8B\",\"quantized\"");
  }

  @Test
  void no_cell_is_a_formula() throws Exception {
    String csv = export("hostile", HOSTILE.get(0), "&format=csv&per_generation=1000").body();
    assertThat(csv).contains("HYPERLINK");
    for (String cell : cells(csv)) {
      assertThat(cell.strip()).as(cell).doesNotContainPattern("^[=+\\-@|%]");
      assertThat(cell).doesNotContainPattern("[\\p{Cntrl}\\u202e\\u200b\\ufeff\\u2028]");
    }
  }

  /** A plain reader of RFC 4180, for what a spreadsheet would see. */
  private static List<String> cells(String csv) {
    List<String> cells = new java.util.ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted) {
        if (c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
          cell.append(c);
          i++;
        } else if (c == '"') {
          quoted = false;
        } else {
          cell.append(c);
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',' || c == '\n') {
        cells.add(cell.toString());
        cell.setLength(0);
      } else if (c != '\r') {
        cell.append(c);
      }
    }
    return cells;
  }

  @Test
  void the_graphml_is_xml_whose_edges_end_at_its_nodes() throws Exception {
    Document document =
        xml(export("2026-11-20", Toys.BASE, "&format=graphml&per_generation=1000&down=5"));
    TreeSet<String> nodes = new TreeSet<>();
    NodeList all = document.getElementsByTagName("node");
    for (int i = 0; i < all.getLength(); i++) {
      assertThat(nodes.add(((Element) all.item(i)).getAttribute("id"))).isTrue();
    }
    NodeList edges = document.getElementsByTagName("edge");
    for (int i = 0; i < edges.getLength(); i++) {
      Element edge = (Element) edges.item(i);
      assertThat(nodes).contains(edge.getAttribute("source"), edge.getAttribute("target"));
    }
    assertThat(nodes).contains("datasets/orbit-lab/corpus", "lost-lab/seed", "zoe/Orbit-chat-GGUF");
  }

  private static Document xml(HttpResponse<String> answer) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @FieldSource("HOSTILE")
  void hostile_names_leave_every_form_whole(String id) throws Exception {
    xml(export("hostile", id, "&format=graphml"));
    assertThat(valid(export("hostile", id, "&format=cyclonedx").body())).isEmpty();
    assertThat(
            new ObjectMapper()
                .readTree(export("hostile", id, "").body())
                .path("model")
                .path("id")
                .asText())
        .isEqualTo(id);
    assertThat(
            export("hostile", id, "&format=csv")
                .headers()
                .firstValue("content-disposition")
                .orElseThrow())
        .matches("attachment; filename=\"[A-Za-z0-9_][A-Za-z0-9._-]*\\.csv\"");
  }

  private static List<ParseException> valid(String bom) throws IOException {
    return new JsonParser().validate(bom.getBytes(StandardCharsets.UTF_8), Version.VERSION_16);
  }

  @Test
  void the_bom_is_valid_and_names_the_ancestors_in_their_order() throws Exception {
    HttpResponse<String> answer = export("2026-11-20", "mia/Orbit-chat-lora", "&format=cyclonedx");
    assertThat(valid(answer.body())).isEmpty();
    JsonNode component =
        new ObjectMapper().readTree(answer.body()).path("metadata").path("component");
    assertThat(component.path("purl").asText()).isEqualTo("pkg:huggingface/mia/Orbit-chat-lora");
    StringBuilder chain = new StringBuilder();
    for (JsonNode at = component;
        !at.isMissingNode();
        at = at.path("pedigree").path("ancestors").path(0)) {
      chain
          .append(at.path("group").asText())
          .append('/')
          .append(at.path("name").asText())
          .append(' ');
    }
    assertThat(chain.toString())
        .isEqualTo(
            "mia/Orbit-chat-lora mia/Orbit-chat orbit-lab/Orbit-8B orbit-lab/Orbit-8B-annealed lost-lab/seed ");
    assertThat(
            new JsonParser()
                .parse(answer.body().getBytes(StandardCharsets.UTF_8))
                .getMetadata()
                .getComponent()
                .getPedigree()
                .getAncestors()
                .getComponents())
        .hasSize(1);
  }

  @Test
  void a_circle_ends_in_the_bom() throws Exception {
    String bom = export("2026-11-20", "circle/one", "&format=cyclonedx").body();
    assertThat(valid(bom)).isEmpty();
    assertThat(bom.split("\"bom-ref\"", -1)).hasSizeLessThan(8);
  }
}
