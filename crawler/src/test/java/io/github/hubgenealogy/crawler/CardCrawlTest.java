package io.github.hubgenealogy.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.crawler.StubHub.Answer;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.TableFileReader;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cards and redirects over real HTTP: a row for every question, whatever the answer was. */
final class CardCrawlTest {
  private static final int LARGE = 1_500_000;

  @TempDir Path lake;

  private final StringWriter err = new StringWriter();

  private int crawl(StubHub hub, String what) {
    return Crawl.runMain(
        new PrintWriter(new StringWriter()),
        new PrintWriter(err),
        what,
        "--endpoint",
        hub.address(),
        "--lake",
        lake.toString(),
        "--snapshot",
        "s");
  }

  private List<Object[]> rows(TableContract table, String... columns) throws Exception {
    Snapshot snapshot = Lake.at(lake.toString()).snapshot("s");
    List<Object[]> rows = new ArrayList<>();
    for (String path : snapshot.dataPaths(table)) {
      try (TableFileReader reader =
          new TableFileReader(snapshot.files(), path, table, List.of(columns))) {
        for (Object[] row = reader.next(); row != null; row = reader.next()) {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private static String model(int key, String id, String rest) {
    return String.format(Locale.ROOT, "{\"_id\":\"%024x\",\"id\":\"%s\"%s}", key, id, rest);
  }

  private static Answer card(String path, int before) {
    String name = path.split("/")[2];
    return switch (name) {
      case "plain" ->
          Answer.json("---\nlicense: mit\n---\n", "X-Repo-Commit", "c0ffee", "ETag", "\"e\"");
      case "hop" ->
          path.startsWith("/o/hop/resolve")
              ? Answer.status(307, "", "Location", "/o/hop/cached", "X-Repo-Commit", "c0ffee")
              : Answer.json("hopped");
      case "elsewhere" -> Answer.status(307, "", "Location", "http://127.0.0.1:1/README.md");
      case "large" -> Answer.json("x".repeat(LARGE));
      case "gated" -> Answer.status(401, "", "X-Error-Code", "GatedRepo");
      case "disabled" ->
          Answer.status(403, "", "X-Error-Message", "Access to this resource is disabled.");
      case "missing" -> Answer.status(404, "", "X-Error-Code", "EntryNotFound");
      case "gone" -> Answer.status(404, "", "X-Error-Code", "RepoNotFound");
      case "late" -> before == 0 ? Answer.status(502, "") : Answer.json("at last");
      default -> throw new IllegalStateException(path);
    };
  }

  @Test
  void every_listed_model_has_one_row_that_says_what_became_of_its_card() throws Exception {
    List<String> names =
        List.of(
            "plain", "hop", "elsewhere", "large", "gated", "disabled", "missing", "gone", "late");
    List<String> models = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      models.add(model(i, "o/" + names.get(i), ""));
    }
    try (StubHub hub =
        new StubHub(
            (path, before) ->
                path.startsWith("/api/")
                    ? Answer.json("[" + String.join(",", models) + "]")
                    : card(path, before))) {
      assertThat(crawl(hub, "models")).as(err.toString()).isZero();
      assertThat(crawl(hub, "cards")).as(err.toString()).isZero();
    }
    Map<String, String> statuses = new TreeMap<>();
    Map<String, byte[]> contents = new TreeMap<>();
    for (Object[] row :
        rows(TableContracts.RAW_CARDS, "id", "status", "truncated", "content", "bytes")) {
      statuses.put((String) row[0], row[1] + (Boolean.TRUE.equals(row[2]) ? " truncated" : ""));
      if (row[3] != null) {
        contents.put((String) row[0], (byte[]) row[3]);
        assertThat(row[4]).isEqualTo((long) ((byte[]) row[3]).length);
      }
    }
    assertThat(statuses)
        .isEqualTo(
            Map.of(
                "o/plain",
                "ok",
                "o/hop",
                "ok",
                "o/elsewhere",
                "failed",
                "o/large",
                "ok truncated",
                "o/gated",
                "gated",
                "o/disabled",
                "disabled",
                "o/missing",
                "missing",
                "o/gone",
                "gone",
                "o/late",
                "ok"));
    assertThat(contents.get("o/hop")).isEqualTo("hopped".getBytes(StandardCharsets.UTF_8));
    assertThat(contents.get("o/late")).isEqualTo("at last".getBytes(StandardCharsets.UTF_8));
    assertThat(contents.get("o/large")).hasSize(1 << 20);
  }

  @Test
  void each_parent_that_the_list_lacks_is_asked_once_and_told_apart() throws Exception {
    String models =
        "["
            + model(1, "o/Listed", "")
            + ","
            + model(
                2,
                "c/one",
                ",\"cardData\":{\"base_model\":[\"old/name\",\"O/listed\",\"./local\",\"None\"]},\"tags\":[\"base_model:old/name\",\"base_model:finetune:gone/x\"]")
            + ","
            + model(
                3,
                "c/two",
                ",\"cardData\":{\"base_model\":\"https://huggingface.co/there/unlisted/tree/main\"},\"config\":{\"peft\":{\"base_model_name_or_path\":\"private/y\"}},\"baseModels\":{\"relation\":\"merge\",\"models\":[{\"_id\":\"k\",\"id\":\"gone/x\"}]}")
            + "]";
    try (StubHub hub =
        new StubHub(
            (path, before) ->
                switch (path) {
                  case "/api/models/old/name" ->
                      Answer.status(307, "", "Location", "/api/models/o/Listed");
                  case "/api/models/o/Listed", "/api/models/there/unlisted" ->
                      Answer.json("{\"id\":\"" + path.substring(12) + "\"}");
                  case "/api/models/gone/x" ->
                      Answer.status(
                          404,
                          "{\"error\":\"Repository not found\"}",
                          "X-Error-Code",
                          "RepoNotFound");
                  case "/api/models/private/y" ->
                      Answer.status(401, "{\"error\":\"Invalid username or password.\"}");
                  default -> Answer.json(models);
                })) {
      assertThat(crawl(hub, "models")).as(err.toString()).isZero();
      int before = hub.asked().size();
      assertThat(crawl(hub, "redirects")).as(err.toString()).isZero();
      assertThat(
              hub.asked().subList(before, hub.asked().size()).stream()
                  .filter(path -> !path.endsWith("o/Listed")))
          .containsExactlyInAnyOrder(
              "/api/models/old/name",
              "/api/models/gone/x",
              "/api/models/there/unlisted",
              "/api/models/private/y");
    }
    List<String> found =
        rows(TableContracts.RAW_REDIRECTS, "askedId", "status", "currentId").stream()
            .map(row -> row[0] + " " + row[1] + " " + row[2])
            .toList();
    assertThat(found)
        .containsExactly(
            "gone/x missing null",
            "old/name moved o/Listed",
            "private/y refused null",
            "there/unlisted found there/unlisted");
  }
}
