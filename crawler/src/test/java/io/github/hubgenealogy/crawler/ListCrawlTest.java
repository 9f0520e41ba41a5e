package io.github.hubgenealogy.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.crawler.StubHub.Answer;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.TableFileReader;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The list of models over real HTTP, from a Hub that pages and fails. */
final class ListCrawlTest {
  @TempDir Path lake;

  private final StringWriter err = new StringWriter();

  private int crawl(StubHub hub, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "models",
                "--endpoint",
                hub.address(),
                "--lake",
                lake.toString(),
                "--snapshot",
                "s"));
    arguments.addAll(List.of(more));
    return Crawl.runMain(
        new PrintWriter(new StringWriter()),
        new PrintWriter(err),
        arguments.toArray(String[]::new));
  }

  private Snapshot snapshot() {
    return Lake.at(lake.toString()).snapshot("s");
  }

  private List<String> ids() throws Exception {
    List<String> ids = new ArrayList<>();
    for (String path : snapshot().dataPaths(TableContracts.RAW_MODELS)) {
      try (TableFileReader reader =
          new TableFileReader(snapshot().files(), path, TableContracts.RAW_MODELS, List.of("id"))) {
        for (Object[] row = reader.next(); row != null; row = reader.next()) {
          ids.add((String) row[0]);
        }
      }
    }
    return ids;
  }

  private static String model(int i) {
    return String.format(
        Locale.ROOT,
        "{\"_id\":\"%024x\",\"id\":\"o/m%d\",\"createdAt\":\"2024-05-01T10:00:00.000Z\"}",
        i,
        i);
  }

  private static String page(int from, int to) {
    List<String> models = new ArrayList<>();
    for (int i = from; i < to; i++) {
      models.add(model(i));
    }
    return "[" + String.join(",", models) + "]";
  }

  /**
   * Three pages of ten, the second with a cursor as the Hub writes one, unescaped marks and all.
   */
  private static Answer paged(String path, String address) {
    if (!path.contains("cursor=")) {
      return Answer.json(
          page(0, 10),
          "Link",
          "<" + address + "/api/models?limit=10&cursor=eyJ+/w==>; rel=\"next\"");
    }
    return path.contains("cursor=eyJ+/w==")
        ? Answer.json(
            page(10, 20), "Link", "<" + address + "/api/models?limit=10&cursor=last>; rel=\"next\"")
        : Answer.json(page(20, 25));
  }

  private static List<String> models(int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add("o/m" + i);
    }
    return ids;
  }

  @Test
  void every_page_is_read_by_the_link_that_the_one_before_gives() throws Exception {
    String[] address = new String[1];
    try (StubHub hub = new StubHub((path, before) -> paged(path, address[0]))) {
      address[0] = hub.address();
      assertThat(crawl(hub)).as(err.toString()).isZero();
      assertThat(ids()).isEqualTo(models(25));
      assertThat(hub.asked().get(0))
          .startsWith("/api/models?sort=createdAt&direction=1&limit=1000&expand");
      assertThat(hub.asked().get(1)).isEqualTo("/api/models?limit=10&cursor=eyJ+/w==");
      assertThat(hub.asked()).hasSize(3);
    }
  }

  /** What a page may come as before it comes whole. */
  enum Fault {
    SERVER_ERROR,
    RESET,
    TRUNCATED,
    GARBAGE,
    WEB_PAGE,
    RATE_LIMITED;

    Answer answer(String address) {
      return switch (this) {
        case SERVER_ERROR -> Answer.status(503, "");
        case RESET -> Answer.reset();
        case TRUNCATED -> Answer.json("[" + model(10) + "," + model(11).substring(0, 20));
        case GARBAGE -> Answer.json("[" + model(10) + ", nonsense");
        case WEB_PAGE ->
            Answer.json("<!doctype html><title>busy</title>", "Content-Type", "text/html");
        case RATE_LIMITED -> Answer.status(429, "{\"error\":\"slow down\"}", "Retry-After", "1");
      };
    }
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void a_page_that_fails_once_is_asked_again_and_no_model_is_lost_or_doubled(Fault fault)
      throws Exception {
    String[] address = new String[1];
    try (StubHub hub =
        new StubHub(
            (path, before) ->
                path.contains("cursor=eyJ+/w==") && before == 0
                    ? fault.answer(address[0])
                    : paged(path, address[0]))) {
      address[0] = hub.address();
      assertThat(crawl(hub)).as(err.toString()).isZero();
      assertThat(ids()).isEqualTo(models(25));
    }
  }

  @Test
  void a_model_that_comes_twice_is_kept_once_and_of_two_keys_under_one_id_the_newer_counts()
      throws Exception {
    String twice =
        "["
            + model(1)
            + ","
            + model(2)
            + ","
            + model(1)
            + ","
            + model(3).replace("o/m3", "o/m2")
            + "]";
    try (StubHub hub = new StubHub((path, before) -> Answer.json(twice))) {
      assertThat(crawl(hub)).as(err.toString()).isZero();
      assertThat(ids()).containsExactly("o/m1", "o/m2");
      Map<String, Object> facts = snapshot().requireSeal(TableContracts.RAW_MODELS).facts();
      assertThat(facts.get("duplicates_dropped")).isEqualTo(1);
    }
  }

  @Test
  void a_cursor_that_leads_back_is_no_loop_without_end() throws Exception {
    String[] address = new String[1];
    try (StubHub hub =
        new StubHub(
            (path, before) ->
                Answer.json(
                    page(0, 2),
                    "Link",
                    "<" + address[0] + "/api/models?cursor=round>; rel=\"next\""))) {
      address[0] = hub.address();
      assertThat(crawl(hub)).isEqualTo(4);
      assertThat(err.toString().lines().filter(line -> line.startsWith("hubgen:"))).hasSize(1);
      assertThat(hub.asked().size()).isLessThan(20);
    }
  }

  @Test
  void a_hub_that_refuses_the_whole_of_it_ends_with_a_sentence_and_exit_code_5() throws Exception {
    try (StubHub hub =
        new StubHub(
            (path, before) ->
                Answer.status(401, "{\"error\":\"Invalid username or password.\"}"))) {
      assertThat(crawl(hub)).isEqualTo(5);
      assertThat(err.toString()).contains("HF_TOKEN");
    }
  }

  @Test
  void a_limit_ends_the_list_early_and_what_was_asked_for_stands() throws Exception {
    String[] address = new String[1];
    try (StubHub hub = new StubHub((path, before) -> paged(path, address[0]))) {
      address[0] = hub.address();
      assertThat(crawl(hub, "--limit", "15")).as(err.toString()).isZero();
      assertThat(ids()).isEqualTo(models(15));
    }
  }
}
