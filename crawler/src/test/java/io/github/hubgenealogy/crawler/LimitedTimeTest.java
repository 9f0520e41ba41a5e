package io.github.hubgenealogy.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.crawler.StubHub.Answer;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.FolderLock;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crawl that is given so much time, and two crawls at one time. */
final class LimitedTimeTest {
  private static final TableContract CARDS = TableContracts.RAW_CARDS;
  private static final int MODELS = 300;

  /** The setting max-concurrency. */
  private static final int MOST_ON_THEIR_WAY = 64;

  @TempDir Path folder;

  private TestLake lake;

  @BeforeEach
  void begin() {
    lake = new TestLake(folder);
  }

  /** One that gives so many cards at once, and the others when the latch is open. */
  private static StubHub hub(int quick, CountDownLatch open) throws Exception {
    String list =
        IntStream.range(0, MODELS)
            .mapToObj(
                i -> "{\"_id\":\"%024x\",\"id\":\"o/m%d\",\"downloads\":%d}".formatted(i, i, i))
            .collect(Collectors.joining(",", "[", "]"));
    return new StubHub(
        (path, before) -> {
          if (path.startsWith("/api/")) {
            return Answer.json(list);
          }
          int model = Integer.parseInt(path.split("/")[2].substring(1));
          if (model < MODELS - quick) {
            try {
              open.await(1, TimeUnit.SECONDS);
            } catch (InterruptedException end) {
              Thread.currentThread().interrupt();
            }
          }
          return Answer.json("card");
        });
  }

  @Test
  void when_the_time_is_up_the_crawl_ends_and_the_same_command_goes_on() throws Exception {
    CountDownLatch open = new CountDownLatch(1);
    try (StubHub hub = hub(50, open)) {
      assertThat(lake.crawl(hub, "s", "models")).isZero();
      assertThat(lake.crawl(hub, "s", "cards", "--for", "700ms")).isEqualTo(4);
      assertThat(lake.err())
          .contains("the time given with --for is up")
          .contains("To resume: hubgen crawl cards --lake " + folder + " --snapshot s");
      assertThat(lake.snapshot("s").seal(CARDS)).isEmpty();
      open.countDown();
      assertThat(lake.crawl(hub, "s", "cards")).as(lake.err()).isZero();
      assertThat(hub.asked()).doesNotHaveDuplicates();
    }
    assertThat(lake.rows("s", CARDS, "id")).hasSize(MODELS);
  }

  @Test
  void a_partial_crawl_makes_a_table_of_what_there_was_time_for_most_downloaded_first()
      throws Exception {
    CountDownLatch open = new CountDownLatch(1);
    try (StubHub hub = hub(50, open)) {
      assertThat(lake.crawl(hub, "s", "models")).isZero();
      assertThat(lake.crawl(hub, "s", "cards", "--for", "700ms", "--partial"))
          .as(lake.err())
          .isZero();
      List<String> had = lake.rows("s", CARDS, "id");
      // Those before it in the order were asked for too: at most 64 are on their way at a time.
      assertThat(had.stream().map(id -> Integer.parseInt(id.substring(3))))
          .allMatch(model -> model >= MODELS - had.size() - MOST_ON_THEIR_WAY);
      assertThat(had.size()).isLessThan(MODELS);
      assertThat(lake.fact("s", CARDS, "not_asked")).isEqualTo(MODELS - had.size());
      open.countDown();
    }
  }

  @Test
  void a_second_crawl_into_one_snapshot_refuses_and_names_the_first() throws Exception {
    try (StubHub hub = hub(MODELS, new CountDownLatch(0));
        FolderLock held =
            FolderLock.take(lake.snapshot("s").files(), "s/raw/journal", "crawl models")) {
      for (String what : List.of("models", "datasets", "all")) {
        assertThat(lake.crawl(hub, "s", what)).isEqualTo(3);
        assertThat(lake.err())
            .contains("process " + ProcessHandle.current().pid())
            .contains("(crawl models)")
            .hasLineCount(1);
      }
      assertThat(hub.asked()).isEmpty();
      assertThat(lake.crawl(hub, "other", "models")).as(lake.err()).isZero();
    }
  }
}
