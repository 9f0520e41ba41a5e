package io.github.hubgenealogy.explorer.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubgenealogy.explorer.made.MadeSnapshot;
import io.github.hubgenealogy.explorer.made.Run;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A snapshot whose ids, licences, owners and websites attack whoever shows them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileSnapshotTest {
  private static final String SCRIPT = "<script>alert(1)</script>";

  /** Names that a card or a list could hold: markup, formulas, control and bidirectional marks. */
  private static final List<String> HOSTILE =
      List.of(
          "evil/" + SCRIPT,
          "=cmd|'/C calc'!A0/x",
          "evil/\u001b]0;owned\u0007\u001b[2J",
          "evil/\u202egnp.exe",
          "evil/\"onmouseover=alert(1) x='",
          "evil/line\nbreak",
          "evil/../../../../tmp/escaped",
          "evil/$(touch escaped)`id`",
          "evil/\ud83d\ude00\u200b",
          "evil/'; drop table models; --",
          "@SUM(1+1)/y");

  private Path folder;
  private Path lake;

  @BeforeAll
  void publish(@TempDir Path scratch) throws Exception {
    folder = scratch;
    lake = scratch.resolve("lake");
    MadeSnapshot made = new MadeSnapshot().model("o/base", "licenses", List.of(SCRIPT));
    for (String id : HOSTILE) {
      made.edge(id, "o/base", "finetune", "inference_rule", SCRIPT)
          .model(id, "licenses", List.of(SCRIPT, "=1+1"), "pipeline_tag", "\u202e" + SCRIPT)
          .trainedOn(id, "data/" + SCRIPT)
          .row(
              TableContracts.CARDS,
              Map.of("model_id", id, "parse_status", "ok", "license_link", "javascript:alert(1)"));
    }
    made.textEdge("evil/said " + SCRIPT, "o/base")
        .succession("o/base", "new_version", "next/" + SCRIPT)
        .row(
            TableContracts.RAW_OWNERS,
            Map.of(
                "owner",
                "evil",
                "type",
                "person",
                "displayName",
                SCRIPT,
                "website",
                "javascript:alert('" + SCRIPT + "')",
                "status",
                "found"));
    made.publish(lake, "2026-11-01");
  }

  private Run run(String... arguments) {
    String[] all =
        Stream.concat(Stream.of(arguments), Stream.of("--lake", lake.toString()))
            .toArray(String[]::new);
    return Run.of(all);
  }

  private static void safeForATerminal(String text) {
    assertThat(text.chars().filter(c -> c < ' ' && c != '\n' && c != '\r')).isEmpty();
    assertThat(text).doesNotContain("\u202e", "\u200b", "\u0007");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void exposure_prints_and_files_them_as_text_and_nothing_else(String language) throws Exception {
    Path csv = folder.resolve("csv-" + language);
    Path json = folder.resolve(language + ".json");
    Path html = folder.resolve(language + ".html");
    Run run =
        run(
            "exposure",
            "o/base",
            "--rows",
            "50",
            "--language",
            language,
            "--csv",
            csv.toString(),
            "--json",
            json.toString(),
            "--html",
            html.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    safeForATerminal(run.out());
    String page = Files.readString(html);
    safeForATerminal(page);
    assertThat(page).doesNotContain("<script").contains("&lt;script&gt;alert(1)");
    assertThat(page).contains("default-src 'none'");
    // The tags of the page are ours alone.
    assertThat(tags(page))
        .isSubsetOf(
            "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "ul", "ol",
            "li", "table", "thead", "tbody", "tr", "th", "td", "div", "section");
    JsonNode document = new ObjectMapper().readTree(json.toFile());
    assertThat(document.at("/answer/descendants")).hasSize(HOSTILE.size());
    TreeSet<String> ids = new TreeSet<>();
    document.at("/answer/descendants").forEach(row -> ids.add(row.at("/model/id").asText()));
    assertThat(ids).isEqualTo(new TreeSet<>(HOSTILE));
    try (Stream<Path> files = Files.walk(csv)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file);
        safeForATerminal(text);
        for (String line : text.split("\r\n")) {
          for (String cell : line.split(",(?=\")")) {
            assertThat(cell).as(file.toString()).doesNotStartWith("\"=").doesNotStartWith("\"@");
          }
        }
      }
    }
    assertThat(folder.resolve("escaped")).doesNotExist();
  }

  private static Set<String> tags(String page) {
    Set<String> tags = new TreeSet<>();
    var tag = Pattern.compile("</?([A-Za-z0-9]+)").matcher(page);
    while (tag.find()) {
      tags.add(tag.group(1));
    }
    return tags;
  }

  @Test
  void lineage_of_each_of_them_is_a_tree_of_plain_text_and_good_json() throws Exception {
    for (String id : HOSTILE) {
      Run tree = run("lineage", id);
      assertThat(tree.exitCode()).as(tree.err()).isZero();
      safeForATerminal(tree.out());
      Run json = run("lineage", id, "--json");
      JsonNode document = new ObjectMapper().readTree(json.out());
      assertThat(document.at("/lineage/model/id").asText()).isEqualTo(id);
      assertThat(document.at("/lineage/up/0/shown/0/model/id").asText()).isEqualTo("o/base");
    }
    safeForATerminal(run("lineage", "o/base", "--text").out());
  }

  @Test
  void names_that_lead_nowhere_are_one_safe_line() {
    for (String asked : List.of("evil/\u001b[2Jno", "nothing\nat all", "", " ", "o/bose", "'")) {
      for (String command : List.of("lineage", "exposure")) {
        Run run = run(command, asked);
        assertThat(run.exitCode()).as(command + " " + asked).isEqualTo(3);
        assertThat(run.err().lines()).hasSize(1);
        safeForATerminal(run.err());
      }
    }
    assertThat(run("lineage", "o/bose").err()).contains("Nearest: o/base, ");
  }

  @Test
  void query_shows_them_as_text() {
    for (String form : List.of("", "--csv")) {
      String[] arguments =
          form.isEmpty()
              ? new String[] {"query", "from models"}
              : new String[] {"query", "from models", form};
      Run run = run(arguments);
      assertThat(run.exitCode()).isZero();
      safeForATerminal(run.out());
    }
  }
}
