package io.github.hubgenealogy.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubgenealogy.crawler.StubHub.Answer;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.TableFileReader;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists that lose their place, and pages that no Hub should give. */
final class ListFaultsTest {
  /** The first second of the first model; the others follow, three of them in each second. */
  private static final long BEGIN = 0x66300000L;

  private static final int MODELS = 50;
  private static final int PAGE = 10;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern CURSOR = Pattern.compile("[?&]cursor=([^&]*)");

  @TempDir Path folder;

  private final StringWriter err = new StringWriter();

  private Path lake() {
    return folder.resolve("lake");
  }

  private int crawl(StubHub hub, String what) {
    return Crawl.runMain(
        new PrintWriter(new StringWriter()),
        new PrintWriter(err),
        what,
        "--endpoint",
        hub.address(),
        "--lake",
        lake().toString(),
        "--snapshot",
        "s");
  }

  private Snapshot snapshot() {
    return Lake.at(lake().toString()).snapshot("s");
  }

  private Map<String, Object> facts() throws Exception {
    return snapshot().requireSeal(TableContracts.RAW_MODELS).facts();
  }

  private List<Object[]> rows(String... columns) throws Exception {
    List<Object[]> rows = new ArrayList<>();
    for (String path : snapshot().dataPaths(TableContracts.RAW_MODELS)) {
      try (TableFileReader reader =
          new TableFileReader(
              snapshot().files(), path, TableContracts.RAW_MODELS, List.of(columns))) {
        for (Object[] row = reader.next(); row != null; row = reader.next()) {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private void assertWhole() throws Exception {
    assertThat(rows("id").stream().map(row -> row[0]))
        .containsExactlyElementsOf(
            IntStream.range(0, MODELS).mapToObj(i -> (Object) ("o/m" + i)).toList());
  }

  private static String key(int i) {
    return String.format(Locale.ROOT, "%08x%016x", BEGIN + i / 3, i);
  }

  private static String model(int i) {
    return String.format(Locale.ROOT, "{\"_id\":\"%s\",\"id\":\"o/m%d\"}", key(i), i);
  }

  private static String page(int from) {
    return "["
        + String.join(
            ",",
            IntStream.range(from, Math.min(MODELS, from + PAGE))
                .mapToObj(ListFaultsTest::model)
                .toList())
        + "]";
  }

  /** A list whose cursors are the place to go on from, or a filter as the Hub's are. */
  private static Answer list(String path, String address) throws Exception {
    int from = 0;
    Matcher cursor = CURSOR.matcher(path);
    if (cursor.find()) {
      String text = URLDecoder.decode(cursor.group(1), StandardCharsets.UTF_8);
      from = text.matches("p\\d+") ? Integer.parseInt(text.substring(1)) : placeAfter(text);
    }
    return from + PAGE >= MODELS
        ? Answer.json(page(from))
        : Answer.json(page(from), "Link", link(address, "p" + (from + PAGE)));
  }

  private static String link(String address, String cursor) {
    return "<" + address + "/api/models?cursor=" + cursor + ">; rel=\"next\"";
  }

  /** Reads the filter as a Mongo would, by its meaning. */
  private static int placeAfter(String base64) throws Exception {
    JsonNode filter = JSON.readTree(Base64.getDecoder().decode(base64)).get("$or");
    JsonNode same = filter.get(0).has("_id") ? filter.get(0) : filter.get(1);
    JsonNode later = filter.get(0).has("_id") ? filter.get(1) : filter.get(0);
    assertThat(later.get("createdAt").get("$gt")).isEqualTo(same.get("createdAt"));
    String after = same.get("_id").get("$gt").asText();
    long second = java.time.Instant.parse(same.get("createdAt").asText()).getEpochSecond();
    for (int i = 0; i < MODELS; i++) {
      long created = BEGIN + i / 3;
      boolean beyond = new BigInteger(key(i), 16).compareTo(new BigInteger(after, 16)) > 0;
      if (created > second || (created == second && beyond)) {
        return i;
      }
    }
    return MODELS;
  }

  private interface Script {
    Answer answer(String path, int before, String address) throws Exception;
  }

  private static StubHub hub(Script script) throws Exception {
    String[] address = new String[1];
    StubHub hub =
        new StubHub(
            (path, before) -> {
              try {
                return script.answer(path, before, address[0]);
              } catch (Exception broken) {
                throw new IllegalStateException(broken);
              }
            });
    address[0] = hub.address();
    return hub;
  }

  @Test
  void a_cursor_that_expired_is_replaced_by_one_made_of_the_last_key() throws Exception {
    try (StubHub hub =
        hub(
            (path, before, address) ->
                path.endsWith("cursor=p20")
                    ? Answer.status(400, "{\"error\":\"Invalid cursor\"}")
                    : list(path, address))) {
      assertThat(crawl(hub, "models")).as(err.toString()).isZero();
      assertThat(hub.asked()).hasSize(1 + 1 + 1 + 3 + 1);
    }
    assertWhole();
    assertThat(facts().get("cursors")).isEqualTo(Map.of("replaced_by_key", 1));
    assertThat(facts().get("duplicates_dropped")).isEqualTo(1);
  }

  @Test
  void where_cursors_of_ours_are_refused_the_list_is_read_again_and_each_model_kept_once()
      throws Exception {
    int[] p20 = new int[1];
    try (StubHub hub =
        hub(
            (path, before, address) ->
                (path.endsWith("cursor=p20") && p20[0]++ == 0) || path.contains("cursor=ey")
                    ? Answer.status(400, "{\"error\":\"Invalid cursor\"}")
                    : list(path, address))) {
      assertThat(crawl(hub, "models")).as(err.toString()).isZero();
    }
    assertWhole();
    assertThat(facts().get("cursors"))
        .isEqualTo(Map.of("replaced_by_key", 1, "restarted_from_first_page", 1));
    assertThat(facts().get("duplicates_dropped")).isEqualTo(20);
  }

  @Test
  void a_cursor_of_ours_that_is_ignored_is_not_believed() throws Exception {
    int[] p20 = new int[1];
    try (StubHub hub =
        hub(
            (path, before, address) ->
                path.endsWith("cursor=p20") && p20[0]++ == 0
                    ? Answer.status(410, "")
                    : path.contains("cursor=ey")
                        ? Answer.json(page(30), "Link", link(address, "p40"))
                        : list(path, address))) {
      assertThat(crawl(hub, "models")).as(err.toString()).isZero();
    }
    assertWhole();
  }

  @Test
  void a_list_that_leads_back_once_is_read_to_its_end_all_the_same() throws Exception {
    int[] seen = new int[1];
    try (StubHub hub =
        hub(
            (path, before, address) ->
                path.endsWith("cursor=p30") && seen[0]++ < 2
                    ? Answer.json(page(30), "Link", link(address, "p20"))
                    : list(path, address))) {
      assertThat(crawl(hub, "models")).as(err.toString()).isZero();
    }
    assertWhole();
  }

  @Test
  void a_crawl_that_ended_at_an_expired_cursor_resumes_by_the_key_that_its_journal_holds()
      throws Exception {
    Thread crawler = Thread.currentThread();
    try (StubHub hub =
        hub(
            (path, before, address) -> {
              if (!path.endsWith("cursor=p20")) {
                return list(path, address);
              }
              if (before == 1) {
                crawler.interrupt();
              }
              return Answer.status(503, "");
            })) {
      assertThat(crawl(hub, "models")).isEqualTo(4);
      assertThat(Thread.interrupted()).isTrue();
    }
    try (StubHub hub =
        hub(
            (path, before, address) ->
                path.endsWith("cursor=p20") ? Answer.status(410, "") : list(path, address))) {
      assertThat(crawl(hub, "models")).as(err.toString()).isZero();
      assertThat(hub.asked().get(0)).endsWith("cursor=p20");
      assertThat(hub.asked().get(1)).contains("cursor=ey");
    }
    assertWhole();
  }

  @Test
  void no_record_however_hostile_costs_its_page() throws Exception {
    String deep = "{\"x\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}";
    String longName = "{\"" + "k".repeat(200_000) + "\":1}";
    String digits = "{\"n\":" + "9".repeat(5_000) + "}";
    List<String> records = new ArrayList<>();
    for (String card : List.of(deep, longName, digits)) {
      int i = records.size();
      records.add(model(i).replace("}", ",\"cardData\":" + card + ",\"tags\":" + deep + "}"));
    }
    records.add("{\"id\":\"without/key\"}");
    records.add(model(records.size()));
    try (StubHub hub =
        hub((path, before, address) -> Answer.json("[" + String.join(",", records) + "]"))) {
      assertThat(crawl(hub, "models")).as(err.toString()).isZero();
    }
    List<Object[]> rows = rows("id", "cardData", "tags");
    assertThat(rows).hasSize(4);
    assertThat((String) rows.get(0)[1])
        .startsWith("{\"x\":[[[")
        .contains("null")
        .hasSizeLessThan(500);
    assertThat(rows.get(1)[1]).isEqualTo(longName);
    assertThat(rows.get(2)[1]).isEqualTo(digits);
    assertThat(rows.get(0)[2]).isNull();
    assertThat(facts().get("rejected")).isEqualTo(Map.of("without_key", 1));
  }

  @Test
  void a_link_that_is_no_url_is_a_fault_of_that_answer_alone() throws Exception {
    try (StubHub hub =
        hub(
            (path, before, address) ->
                path.endsWith("cursor=p20") && before == 0
                    ? Answer.json(page(20), "Link", "<http://[broken/>; rel=\"next\"")
                    : list(path, address))) {
      assertThat(crawl(hub, "models")).as(err.toString()).isZero();
    }
    assertWhole();
  }

  @Test
  void a_lake_that_goes_away_midway_ends_the_crawl_with_exit_code_4_and_names_itself()
      throws Exception {
    try (StubHub hub =
        hub(
            (path, before, address) -> {
              if (path.endsWith("cursor=p40")) {
                try (Stream<Path> files = Files.walk(lake())) {
                  for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                  }
                }
                Files.createFile(lake());
              }
              return list(path, address);
            })) {
      assertThat(crawl(hub, "models")).as(err.toString()).isEqualTo(4);
    }
    assertThat(err.toString()).contains(lake().toString()).doesNotContain("\tat ");
  }

  @Test
  void a_hub_that_refuses_every_card_ends_the_crawl_of_cards_with_exit_code_5() throws Exception {
    try (StubHub hub =
        hub(
            (path, before, address) ->
                path.startsWith("/api/")
                    ? list(path, address)
                    : Answer.status(403, "{\"error\":\"Forbidden\"}"))) {
      assertThat(crawl(hub, "models")).as(err.toString()).isZero();
      assertThat(crawl(hub, "cards")).isEqualTo(5);
      assertThat(hub.asked()).hasSizeLessThan(5 + MODELS);
    }
    assertThat(err.toString()).contains("HF_TOKEN");
  }
}
