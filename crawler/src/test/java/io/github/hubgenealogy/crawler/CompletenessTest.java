package io.github.hubgenealogy.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.crawler.StubHub.Answer;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a list's seal, and from it the manifest, states of how complete it is. */
final class CompletenessTest {
  @TempDir Path folder;

  private static String model(int key, String created) {
    return "{\"_id\":\"%024x\",\"id\":\"o/m%d\",\"createdAt\":\"%s\"}".formatted(key, key, created);
  }

  @Test
  void after_the_last_page_the_list_says_how_complete_it_is() throws Exception {
    String old = "2024-05-01T10:00:00.000Z";
    String coming = "2999-01-01T00:00:00.000Z";
    String[] address = new String[1];
    TestLake lake = new TestLake(folder);
    try (StubHub hub =
        new StubHub(
            (path, before) -> {
              if (path.contains("cursor=")) {
                return before == 0
                    ? Answer.status(502, "")
                    : Answer.json("[" + model(2, old) + "," + model(3, coming) + "]");
              }
              return Answer.json(
                  "[" + model(1, old) + "," + model(2, old) + "]",
                  "Link",
                  "<" + address[0] + "/api/models?cursor=x>; rel=\"next\"");
            })) {
      address[0] = hub.address();
      assertThat(lake.crawl(hub, "s", "models")).as(lake.err()).isZero();
    }
    Map<String, Object> facts = lake.snapshot("s").requireSeal(TableContracts.RAW_MODELS).facts();
    assertThat(facts)
        .containsKey("startedAtByServer")
        .containsEntry("complete", true)
        .containsEntry("listed", 4)
        .containsEntry("rows", 3)
        .containsEntry("duplicates_dropped", 1)
        .containsEntry("created_during_crawl", 1)
        .containsEntry("gaps_retried", 1)
        .containsEntry("first_key", "%024x".formatted(1))
        .containsEntry("last_key", "%024x".formatted(3));
  }

  @Test
  void what_was_created_meanwhile_is_told_by_the_servers_clock_also_when_the_crawl_is_resumed()
      throws Exception {
    String before = "2031-05-01T09:59:00.000Z";
    String after = "2031-05-01T10:01:00.000Z";
    String[] address = new String[1];
    TestLake lake = new TestLake(folder);
    try (StubHub hub =
        new StubHub(
            (path, asked) -> {
              if (!path.contains("cursor=")) {
                return Answer.json(
                    "[" + model(1, before) + "," + model(2, after) + "]",
                    "Date",
                    "Thu, 01 May 2031 10:00:00 GMT",
                    "Link",
                    "<" + address[0] + "/api/models?cursor=x>; rel=\"next\"");
              }
              return asked == 0
                  ? Answer.status(403, "", "Date", "Thu, 01 May 2031 10:00:00 GMT")
                  : Answer.json(
                      "[" + model(3, before) + "," + model(4, after) + "]",
                      "Date",
                      "Thu, 01 May 2031 10:30:00 GMT");
            })) {
      address[0] = hub.address();
      assertThat(lake.crawl(hub, "s", "models")).isEqualTo(5);
      assertThat(lake.crawl(hub, "s", "models")).as(lake.err()).isZero();
    }
    Map<String, Object> facts = lake.snapshot("s").requireSeal(TableContracts.RAW_MODELS).facts();
    assertThat(facts).containsEntry("rows", 4).containsEntry("created_during_crawl", 2);
    assertThat((String) facts.get("startedAtByServer")).startsWith("2031-05-01T");
    assertThat((String) facts.get("startedAt")).doesNotStartWith("2031-05-01T");
  }
}
