package io.github.hubgenealogy.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.crawler.StubHub.Answer;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Hub's counts of children, for the models that most others claim as a parent. */
final class CountCrawlTest {
  @TempDir Path folder;

  private static String model(int key, String id, String rest) {
    return "{\"_id\":\"%024x\",\"id\":\"%s\"%s}".formatted(key, id, rest);
  }

  private static final String LIST =
      "["
          + String.join(
              ",",
              model(1, "o/First", ""),
              model(2, "o/second", ""),
              model(3, "o/third", ""),
              // Claimed twice by one child, in another case: one child.
              model(
                  4,
                  "c/a",
                  ",\"cardData\":{\"base_model\":\"o/first\"},\"tags\":[\"base_model:o/First\"]"),
              model(5, "c/b", ",\"tags\":[\"base_model:quantized:o/First\"]"),
              model(6, "c/c", ",\"cardData\":{\"base_model\":[\"o/second\",\"o/First\"]}"),
              model(
                  7,
                  "c/d",
                  ",\"baseModels\":{\"relation\":\"merge\",\"models\":[{\"_id\":\"k\",\"id\":\"o/second\"}]}"),
              model(8, "c/e", ",\"cardData\":{\"base_model\":\"o/third\"}"),
              model(9, "c/f", ",\"cardData\":{\"base_model\":\"not/listed\"}"),
              model(10, "c/g", ",\"cardData\":{\"base_model\":\"not/listed\"}"),
              model(11, "c/h", ",\"cardData\":{\"base_model\":\"not/listed\"}"))
          + "]";

  @Test
  void the_most_claimed_of_the_listed_models_are_asked_for() throws Exception {
    TestLake lake = new TestLake(folder);
    try (StubHub hub =
        new StubHub(
            (path, before) ->
                path.startsWith("/api/models?")
                    ? Answer.json(LIST)
                    : path.contains("o/First")
                        ? Answer.json(
                            "{\"_id\":\"1\",\"id\":\"o/First\",\"childrenModelCount\":{\"adapter\":1,\"merge\":4,\"quantized\":2,\"finetune\":3000000000}}")
                        : Answer.json("{\"id\":\"o/second\"}"))) {
      assertThat(lake.crawl(hub, "s", "models")).as(lake.err()).isZero();
      assertThat(lake.crawl(hub, "s", "counts", "--top", "2")).as(lake.err()).isZero();
      assertThat(hub.asked().subList(1, 3))
          .containsExactlyInAnyOrder(
              "/api/models/o/First?expand[]=childrenModelCount",
              "/api/models/o/second?expand[]=childrenModelCount");
    }
    assertThat(
            lake.rows(
                "s",
                TableContracts.RAW_CHILDREN,
                "id",
                "claimedChildren",
                "childrenModelCount",
                "status"))
        .containsExactly("o/First 3 [1, 3000000000, 4, 2] found", "o/second 2 null found");
  }
}
