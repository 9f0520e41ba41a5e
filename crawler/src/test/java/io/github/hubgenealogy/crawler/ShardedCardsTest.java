package io.github.hubgenealogy.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubgenealogy.crawler.StubHub.Answer;
import io.github.hubgenealogy.crawler.asking.Shard;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.FolderLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cards that several machines share: each its own journal, one table in the end. */
final class ShardedCardsTest {
  private static final TableContract CARDS = TableContracts.RAW_CARDS;
  private static final int MODELS = 60;

  @TempDir Path folder;

  private TestLake lake;

  @BeforeEach
  void begin() {
    lake = new TestLake(folder);
  }

  private static String key(int model) {
    return String.format("%024x", model * 7_919);
  }

  private static StubHub hub() throws Exception {
    String list =
        IntStream.range(0, MODELS)
            .mapToObj(i -> "{\"_id\":\"%s\",\"id\":\"o/m%d\"}".formatted(key(i), i))
            .collect(Collectors.joining(",", "[", "]"));
    return new StubHub(
        (path, before) -> Answer.json(path.startsWith("/api/") ? list : "card of " + path));
  }

  private void crawl(StubHub hub, String... options) {
    assertThat(lake.crawl(hub, "s", options)).as(lake.err()).isZero();
  }

  @Test
  void every_key_is_of_exactly_one_share_and_the_shares_are_even() {
    int[] sizes = new int[3];
    for (int i = 0; i < 30_000; i++) {
      String key = key(i);
      long of =
          IntStream.range(0, 3)
              .filter(
                  share -> {
                    boolean has = new Shard(share, 3).has(key);
                    sizes[share] += has ? 1 : 0;
                    return has;
                  })
              .count();
      assertThat(of).isEqualTo(1);
    }
    assertThat(IntStream.of(sizes)).allMatch(size -> size > 9_500 && size < 10_500);
  }

  @Test
  void a_share_is_counted_from_zero_and_the_last_may_be_called_by_its_number() {
    assertThat(Shard.of("0/4")).isEqualTo(new Shard(0, 4));
    assertThat(Shard.of("4/4")).isEqualTo(new Shard(0, 4));
    for (String wrong : List.of("5/4", "1/0", "-1/2", "x", "1", "1/2000")) {
      assertThatThrownBy(() -> Shard.of(wrong)).isInstanceOf(IllegalArgumentException.class);
      assertThat(lake.crawl(null, "s", "cards", "--shard", wrong)).isEqualTo(2);
    }
  }

  @Test
  void shares_ask_for_what_is_theirs_and_a_crawl_of_all_makes_the_table() throws Exception {
    try (StubHub hub = hub()) {
      crawl(hub, "models");
      Set<String> asked = new HashSet<>();
      for (int share = 0; share < 3; share++) {
        int before = hub.asked().size();
        crawl(hub, "cards", "--shard", share + "/3");
        List<String> now = hub.asked().subList(before, hub.asked().size());
        assertThat(now).hasSizeBetween(5, 40).doesNotHaveDuplicates();
        asked.addAll(now);
        assertThat(lake.snapshot("s").seal(CARDS)).isEmpty();
      }
      assertThat(asked).hasSize(MODELS);
      assertThat(hub.asked()).hasSize(1 + MODELS);
      int before = hub.asked().size();
      crawl(hub, "cards");
      assertThat(hub.asked()).hasSize(before);
    }
    assertThat(lake.rows("s", CARDS, "id")).hasSize(MODELS).doesNotHaveDuplicates();
    assertThat(lake.rows("s", CARDS, "_id")).isSorted();
    assertThat(lake.fact("s", CARDS, "shares")).isEqualTo(3);
    assertThat(folder.resolve("s/raw/journal/cards")).doesNotExist();
  }

  @Test
  void a_crawl_of_all_asks_what_a_share_has_left() throws Exception {
    try (StubHub hub = hub()) {
      crawl(hub, "models");
      crawl(hub, "cards", "--shard", "0/2");
      crawl(hub, "cards");
      assertThat(hub.asked()).hasSize(1 + MODELS).doesNotHaveDuplicates();
    }
    assertThat(lake.rows("s", CARDS, "id")).hasSize(MODELS);
  }

  @Test
  void the_first_decides_how_many_shares_there_are() throws Exception {
    try (StubHub hub = hub()) {
      crawl(hub, "models");
      crawl(hub, "cards", "--shard", "0/2");
      assertThat(lake.crawl(hub, "s", "cards", "--shard", "1/3")).isEqualTo(3);
      assertThat(lake.err()).contains("split into 2 shards, not 3").contains("--shard I/2");
    }
  }

  @Test
  void a_share_needs_a_sealed_list() throws Exception {
    try (StubHub hub = hub()) {
      assertThat(lake.crawl(hub, "s", "cards", "--shard", "0/2")).isEqualTo(3);
      assertThat(lake.err()).contains("has no table raw_models");
    }
  }

  @Test
  void a_second_crawl_of_one_share_refuses_and_another_share_goes_on() throws Exception {
    try (StubHub hub = hub()) {
      crawl(hub, "models");
      try (FolderLock held =
          FolderLock.take(
              lake.snapshot("s").files(),
              "s/raw/journal/cards/shard-0001",
              "crawl cards --shard 1/2")) {
        assertThat(lake.crawl(hub, "s", "cards", "--shard", "1/2")).isEqualTo(3);
        assertThat(lake.err())
            .contains("process " + ProcessHandle.current().pid())
            .contains("crawl cards --shard 1/2");
        crawl(hub, "cards", "--shard", "0/2");
        assertThat(lake.crawl(hub, "s", "cards")).isEqualTo(3);
        assertThat(lake.err()).contains("another crawl writes this snapshot");
      }
      crawl(hub, "cards");
    }
    try (var left = Files.list(folder.resolve("s/raw/journal"))) {
      assertThat(left).isEmpty();
    }
  }
}
