package io.github.hubgenealogy.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.crawler.StubHub.Answer;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cards of an earlier snapshot are copied where nothing can have changed, and asked for where. */
final class CarryOverTest {
  private static final TableContract CARDS = TableContracts.RAW_CARDS;
  private static final String ETAG = "\"blob-of-%s\"";

  @TempDir Path folder;

  /** The listed commit of each model, by name: the Hub's state, which tests change. */
  private final Map<String, String> commits = new TreeMap<>();

  /** What each README says. */
  private final Map<String, String> readmes = new TreeMap<>();

  /** What main is, where the list does not say so. */
  private final Map<String, String> heads = new TreeMap<>();

  /** Commits that are gone. */
  private final Set<String> gone = new HashSet<>();

  private final List<String> conditional = new CopyOnWriteArrayList<>();
  private TestLake lake;

  @BeforeEach
  void begin() {
    lake = new TestLake(folder);
    for (String name : List.of("changed", "gated", "large", "missing", "same", "touched")) {
      commits.put(name, commit(name, 1));
      readmes.put(name, "of " + name);
    }
    readmes.put("large", "x".repeat(1_500_000));
  }

  private static String commit(String name, int version) {
    return String.format(Locale.ROOT, "%08x%032x", name.hashCode(), version);
  }

  private static String key(String name) {
    return String.format(Locale.ROOT, "%024x", name.charAt(0) * 1_000 + name.length());
  }

  private StubHub hub() throws Exception {
    return new StubHub(
        (path, headers, before) -> path.startsWith("/api/models?") ? list() : card(path, headers));
  }

  private Answer list() {
    return Answer.json(
        commits.keySet().stream()
            .map(
                name ->
                    "{\"_id\":\"%s\",\"id\":\"o/%s\",\"sha\":\"%s\"}"
                        .formatted(key(name), name, commits.get(name)))
            .collect(Collectors.joining(",", "[", "]")));
  }

  private Answer card(String path, Map<String, String> headers) {
    String name = path.split("/")[2];
    String revision = path.split("/")[4];
    if (gone.contains(revision)) {
      return Answer.status(404, "", "X-Error-Code", "RevisionNotFound");
    }
    if (name.equals("touched") && path.contains("/resolve/")) {
      return Answer.status(
          307, "", "Location", path.replace("/resolve/", "/cached/"), "X-Repo-Commit", revision);
    }
    if (name.equals("gated")) {
      return Answer.status(401, "", "X-Error-Code", "GatedRepo");
    }
    if (!readmes.containsKey(name) || name.equals("missing")) {
      return Answer.status(404, "", "X-Error-Code", "EntryNotFound");
    }
    String etag = ETAG.formatted(readmes.get(name).hashCode());
    String known = headers.get("If-None-Match");
    if (known != null) {
      conditional.add(name);
    }
    String commit =
        revision.equals("main") ? heads.getOrDefault(name, commits.get(name)) : revision;
    return etag.equals(known)
        ? Answer.status(304, "", "ETag", etag, "X-Repo-Commit", commit)
        : Answer.json(readmes.get(name), "ETag", etag, "X-Repo-Commit", commit);
  }

  private List<String> crawl(StubHub hub, String snapshot) {
    int before = hub.asked().size();
    assertThat(lake.crawl(hub, snapshot, "models")).as(lake.err()).isZero();
    assertThat(lake.crawl(hub, snapshot, "cards")).as(lake.err()).isZero();
    return hub.asked().subList(before, hub.asked().size()).stream()
        .filter(path -> path.startsWith("/o/"))
        .map(path -> path.split("/")[2])
        .distinct()
        .toList();
  }

  @Test
  void what_has_not_changed_is_copied_and_everything_else_is_asked_again() throws Exception {
    try (StubHub hub = hub()) {
      assertThat(crawl(hub, "a")).hasSize(6);
      lake.publish("a");
      commits.put("changed", commit("changed", 2));
      readmes.put("changed", "quite another");
      commits.put("touched", commit("touched", 2));
      commits.put("new", commit("new", 1));
      readmes.put("new", "of new");

      assertThat(crawl(hub, "b"))
          .containsExactlyInAnyOrder("changed", "gated", "large", "new", "touched");
      assertThat(conditional).containsExactlyInAnyOrder("changed", "touched");
    }
    assertThat(lake.rows("b", CARDS, "id", "status", "httpStatus", "carriedFrom", "shaDiffers"))
        .containsExactlyInAnyOrder(
            "o/changed ok 200 null false",
            "o/gated gated 401 null null",
            "o/large ok 200 null false",
            "o/missing missing 404 a null",
            "o/new ok 200 null false",
            "o/same ok 200 a false",
            "o/touched ok 304 a false");
    assertThat(lake.rows("b", CARDS, "id", "sha", "content"))
        .contains(
            "o/same " + commits.get("same") + " of same",
            "o/touched " + commits.get("touched") + " of touched",
            "o/changed " + commits.get("changed") + " quite another");
    assertThat(lake.rows("b", CARDS, "_id")).isSorted();
    assertThat(lake.fact("b", CARDS, "carried")).isEqualTo(2);
    assertThat(lake.fact("b", CARDS, "readmes_of_listed_sha_share")).isEqualTo(1.0);
  }

  @Test
  void a_copied_row_keeps_the_time_at_which_it_was_asked_for() throws Exception {
    try (StubHub hub = hub()) {
      crawl(hub, "a");
      lake.publish("a");
      crawl(hub, "b");
      lake.publish("b");
      crawl(hub, "c");
    }
    List<String> first = lake.rows("a", CARDS, "id", "fetchedAt", "etag", "bytes");
    List<String> third = lake.rows("c", CARDS, "id", "fetchedAt", "etag", "bytes");
    assertThat(third).filteredOn(row -> row.startsWith("o/same")).isSubsetOf(first);
    assertThat(lake.rows("c", CARDS, "id", "carriedFrom")).contains("o/same b", "o/missing b");
  }

  @Test
  void a_snapshot_that_lacks_a_card_is_looked_past() throws Exception {
    try (StubHub hub = hub()) {
      crawl(hub, "a");
      lake.publish("a");
      String same = commits.remove("same");
      crawl(hub, "b");
      lake.publish("b");
      commits.put("same", same);
      assertThat(crawl(hub, "c")).doesNotContain("same");
    }
    assertThat(lake.rows("c", CARDS, "id", "carriedFrom")).contains("o/same a", "o/missing b");
  }

  @Test
  void a_snapshot_that_is_not_published_is_no_source() throws Exception {
    try (StubHub hub = hub()) {
      crawl(hub, "a");
      assertThat(crawl(hub, "b")).hasSize(6);
    }
  }

  @Test
  void where_the_listed_commit_is_gone_main_is_taken_and_never_copied_for_that_commit()
      throws Exception {
    gone.add(commits.get("same"));
    gone.add(commits.get("missing"));
    heads.put("same", commit("same", 7));
    try (StubHub hub = hub()) {
      crawl(hub, "a");
      lake.publish("a");
      assertThat(lake.rows("a", CARDS, "id", "status", "sha", "shaDiffers"))
          .contains("o/same ok " + commit("same", 7) + " true", "o/missing missing null true");
      assertThat(lake.fact("a", CARDS, "readmes_of_listed_sha")).isEqualTo(3);

      assertThat(crawl(hub, "b")).contains("same", "missing");
      lake.publish("b");

      // Now the list names the commit that was read then.
      commits.put("same", commit("same", 7));
      assertThat(crawl(hub, "c")).doesNotContain("same");
    }
    assertThat(lake.rows("c", CARDS, "id", "carriedFrom", "shaDiffers")).contains("o/same b false");
  }

  @Test
  void a_renamed_model_keeps_its_card_under_its_new_name() throws Exception {
    try (StubHub hub = hub()) {
      crawl(hub, "a");
      lake.publish("a");
    }
    List<String> asked = new ArrayList<>();
    String renamed =
        "[{\"_id\":\"%s\",\"id\":\"o/renamed\",\"sha\":\"%s\"}]"
            .formatted(key("same"), commits.get("same"));
    try (StubHub hub = new StubHub((path, before) -> Answer.json(renamed))) {
      asked.addAll(crawl(hub, "b"));
    }
    assertThat(asked).isEmpty();
    assertThat(lake.rows("b", CARDS, "id", "content", "carriedFrom"))
        .containsExactly("o/renamed of same a");
  }
}
