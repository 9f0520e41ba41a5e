package io.github.hubgenealogy.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.crawler.StubHub.Answer;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Absent parents and owners are asked for once across snapshots, and by the bucket that is set. */
final class RememberedAnswersTest {
  private static final TableContract REDIRECTS = TableContracts.RAW_REDIRECTS;
  private static final TableContract OWNERS = TableContracts.RAW_OWNERS;
  private static final String SHA = "0123456789abcdef0123456789abcdef01234567";

  @TempDir Path folder;
  @TempDir Path home;

  private final String installation = System.getProperty("hubgen.home");
  private TestLake lake;

  @BeforeEach
  void begin() {
    lake = new TestLake(folder);
  }

  @AfterEach
  void restore() {
    System.setProperty("hubgen.home", installation);
  }

  private void setting(String line) throws Exception {
    Files.createDirectories(home.resolve("conf"));
    Files.writeString(home.resolve("conf/crawler.yaml"), "asking:\n  " + line + "\n");
    System.setProperty("hubgen.home", home.toString());
  }

  private static String model(int key, String id, String... bases) {
    String named =
        Arrays.stream(bases).map(base -> "\"" + base + "\"").collect(Collectors.joining(","));
    return "{\"_id\":\"%024x\",\"id\":\"%s\",\"cardData\":{\"base_model\":[%s]}}"
        .formatted(key, id, named);
  }

  private static Answer api(String path) {
    return switch (path.substring("/api/models/".length())) {
      case "old/name" -> Answer.status(307, "", "Location", "/api/models/o/listed");
      case "there/unlisted" -> Answer.json("{\"id\":\"there/unlisted\"}");
      case "gone/x" -> Answer.status(404, "", "X-Error-Code", "RepoNotFound");
      case "broken/y" -> Answer.json("not json");
      default -> Answer.status(401, "");
    };
  }

  private StubHub hub(String... models) throws Exception {
    String list = "[" + String.join(",", models) + "]";
    return new StubHub(
        (path, before) -> path.startsWith("/api/models?") ? Answer.json(list) : api(path));
  }

  private List<String> redirects(StubHub hub, String snapshot) {
    assertThat(lake.crawl(hub, snapshot, "models")).as(lake.err()).isZero();
    int before = hub.asked().size();
    assertThat(lake.crawl(hub, snapshot, "redirects")).as(lake.err()).isZero();
    return hub.asked().subList(before, hub.asked().size()).stream().distinct().toList();
  }

  @Test
  void an_absent_parent_is_asked_for_once_across_snapshots() throws Exception {
    setting("remember-days: 90");
    try (StubHub hub =
        hub(model(1, "o/listed"), model(2, "c/a", "old/name", "gone/x", "private/z"))) {
      assertThat(redirects(hub, "a")).hasSize(3);
      lake.publish("a");
    }
    try (StubHub hub =
        hub(
            model(1, "o/listed"),
            model(2, "c/a", "old/name", "gone/x"),
            model(3, "c/b", "gone/x", "there/unlisted"))) {
      assertThat(redirects(hub, "b")).containsExactly("/api/models/there/unlisted");
    }
    assertThat(lake.rows("b", REDIRECTS, "askedId", "status", "currentId", "carriedFrom"))
        .containsExactly(
            "gone/x missing null a",
            "old/name moved o/listed a",
            "there/unlisted found there/unlisted null");
    assertThat(lake.rows("a", REDIRECTS, "askedId", "fetchedAt"))
        .containsAll(
            lake.rows("b", REDIRECTS, "askedId", "fetchedAt").stream()
                .filter(row -> !row.startsWith("there/"))
                .toList());
  }

  @Test
  void what_is_older_than_remembered_is_asked_again() throws Exception {
    setting("remember-days: 0");
    try (StubHub hub = hub(model(2, "c/a", "gone/x"))) {
      assertThat(redirects(hub, "a")).hasSize(1);
      lake.publish("a");
      assertThat(redirects(hub, "b")).hasSize(1);
    }
    assertThat(lake.rows("b", REDIRECTS, "askedId", "carriedFrom")).containsExactly("gone/x null");
  }

  @Test
  void by_resolve_the_same_words_come_from_heads_alone() throws Exception {
    setting("redirects-by: resolve");
    String end = "/resolve/main/README.md";
    Map<String, Answer> answers =
        Map.of(
            "/old/name" + end,
            Answer.status(307, "", "Location", "/o/listed" + end),
            "/older/name" + end,
            Answer.status(307, "", "Location", "/there/unlisted" + end),
            "/there/unlisted" + end,
            Answer.status(
                307,
                "",
                "Location",
                "/api/resolve-cache/models/there/unlisted/" + SHA + "/README.md"),
            "/there/bare" + end,
            Answer.status(404, "", "X-Error-Code", "EntryNotFound"),
            "/there/gated" + end,
            Answer.status(401, "", "X-Error-Code", "GatedRepo"),
            "/gone/x" + end,
            Answer.status(404, "", "X-Error-Code", "RepoNotFound"),
            "/private/z" + end,
            Answer.status(401, ""),
            "/astray/w" + end,
            Answer.status(
                307, "", "Location", "/api/resolve-cache/models/There/Cased/" + SHA + "/README.md"),
            "/round/v" + end,
            Answer.status(307, "", "Location", "/round/u" + end),
            "/round/u" + end,
            Answer.status(307, "", "Location", "/round/v" + end));
    String list =
        "["
            + model(1, "o/listed")
            + ","
            + model(
                2,
                "c/a",
                "old/name",
                "older/name",
                "there/unlisted",
                "there/bare",
                "there/gated",
                "gone/x",
                "private/z",
                "astray/w",
                "round/v")
            + "]";
    try (StubHub hub =
        new StubHub(
            (path, before) -> path.startsWith("/api/") ? Answer.json(list) : answers.get(path))) {
      redirects(hub, "a");
      assertThat(hub.asked().stream().filter(path -> path.startsWith("/api/"))).hasSize(1);
      assertThat(hub.methods().subList(1, hub.methods().size())).containsOnly("HEAD");
    }
    assertThat(lake.rows("a", REDIRECTS, "askedId", "status", "currentId", "httpStatus"))
        .containsExactly(
            "astray/w moved There/Cased 307",
            "gone/x missing null 404",
            "old/name moved o/listed 307",
            "older/name moved there/unlisted 307",
            "private/z refused null 401",
            "round/v unknown null 307",
            "there/bare found there/bare 404",
            "there/gated found there/gated 401",
            "there/unlisted found there/unlisted 307");
  }

  private static Answer owner(String path) {
    return switch (path) {
      case "/api/organizations/acme/overview" ->
          Answer.json("{\"fullname\":\"Acme Labs\",\"websiteUrl\":\"https://acme.example\"}");
      case "/api/users/ada/overview" -> Answer.json("{\"fullname\":\" Ada \",\"user\":\"ada\"}");
      case "/api/organizations/shy/overview" -> Answer.status(401, "{}");
      default -> Answer.status(404, "{}");
    };
  }

  private List<String> owners(StubHub hub, String snapshot, String... lines) throws Exception {
    Path ids = Files.write(folder.resolve("ids.txt"), List.of(lines), StandardCharsets.UTF_8);
    int before = hub.asked().size();
    assertThat(lake.crawl(hub, snapshot, "owners", "--ids", ids.toString()))
        .as(lake.err())
        .isZero();
    return hub.asked().subList(before, hub.asked().size());
  }

  @Test
  void the_owners_named_are_asked_for_each_once_across_snapshots() throws Exception {
    try (StubHub hub =
        new StubHub(
            (path, before) ->
                path.startsWith("/api/models?")
                    ? Answer.json("[" + model(1, "o/listed") + "]")
                    : owner(path))) {
      assertThat(lake.crawl(hub, "a", "models")).isZero();
      assertThat(owners(hub, "a", "# whom we look at", "acme", "", "ada/some-model", "acme/other"))
          .containsExactlyInAnyOrder(
              "/api/organizations/acme/overview",
              "/api/organizations/ada/overview",
              "/api/users/ada/overview");
      // The same names again ask nothing; more names are added to the table.
      assertThat(owners(hub, "a", "ada", "acme")).isEmpty();
      assertThat(owners(hub, "a", "shy", "nobody"))
          .containsExactlyInAnyOrder(
              "/api/organizations/shy/overview",
              "/api/organizations/nobody/overview",
              "/api/users/nobody/overview");
      assertThat(lake.rows("a", OWNERS, "owner", "type", "displayName", "website", "status"))
          .containsExactly(
              "acme organisation Acme Labs https://acme.example found",
              "ada person Ada null found",
              "nobody null null null missing",
              "shy null null null refused");
      lake.publish("a");
      assertThat(lake.crawl(hub, "b", "models")).isZero();
      assertThat(owners(hub, "b", "ada", "new"))
          .containsExactlyInAnyOrder("/api/organizations/new/overview", "/api/users/new/overview");
    }
    assertThat(lake.rows("b", OWNERS, "owner", "type", "carriedFrom"))
        .containsExactly("ada person a", "new null null");
  }

  @Test
  void a_file_of_owners_that_cannot_be_used_is_refused_in_one_line() throws Exception {
    Path ids = Files.writeString(folder.resolve("ids.txt"), "fine\n../../etc/passwd\n");
    assertThat(lake.crawl(null, "a", "owners", "--ids", ids.toString())).isEqualTo(3);
    assertThat(lake.err()).contains("ids.txt line 2").hasLineCount(1);
    Files.writeString(ids, "# none\n");
    assertThat(lake.crawl(null, "a", "owners", "--ids", ids.toString())).isEqualTo(3);
    assertThat(lake.err()).contains("names no owner").hasLineCount(1);
    assertThat(lake.crawl(null, "a", "owners", "--ids", folder + "/none")).isEqualTo(3);
    assertThat(lake.crawl(null, "a", "owners")).isEqualTo(2);
  }
}
