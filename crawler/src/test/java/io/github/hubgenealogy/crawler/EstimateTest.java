package io.github.hubgenealogy.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.hubgenealogy.crawler.StubHub.Answer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a crawl would cost, reckoned without a request. */
final class EstimateTest {
  @TempDir Path folder;

  private static String line(String out, String part) {
    return out.lines()
        .filter(line -> line.startsWith(part))
        .findFirst()
        .orElseThrow()
        .replaceAll(" +", " ");
  }

  @Test
  void a_given_number_of_models_is_reckoned_under_each_plan() {
    TestLake lake = new TestLake(folder);
    assertThat(lake.crawl(null, "s", "all", "--estimate", "--models", "2400000")).isZero();
    // 2.4 million cards at 5,000 each five minutes: 480 windows, 40 hours.
    assertThat(line(lake.out(), "all cards "))
        .isEqualTo("all cards 2,400,000 resolvers 66.67 40.00 16.67 10.00 4.00");
    // 2,400 pages: 12 minutes by the free allowance, as long as by 300 ms a page.
    assertThat(line(lake.out(), "list of models"))
        .isEqualTo("list of models 2,400 api 0.40 0.20 0.20 0.20 0.20");
    assertThat(line(lake.out(), "redirects, each 50,000, by api")).contains(" 4.17 ");
    assertThat(line(lake.out(), "redirects, each 50,000, by resolve")).contains(" 0.83 ");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whole_crawls_are_reckoned_as_the_table_that_the_readme_shows() throws Exception {
    TestLake lake = new TestLake(folder);
    assertThat(
            lake.crawl(
                null,
                "s",
                "models",
                "--estimate",
                "--models",
                "2400000",
                "--changed",
                "300000",
                "--markdown"))
        .isZero();
    // 480 windows of five minutes for the cards of a free token, and its lists and redirects.
    double lists = Double.parseDouble(line(lake.out(), "| list | ").split(" \\| ")[3]);
    double all = Double.parseDouble(line(lake.out(), "| list + all ").split(" \\| ")[3]);
    assertThat(all - lists).isCloseTo(40.0, within(0.11));
    String readme = Files.readString(Path.of(System.getProperty("hubgen.home"), "README.md"));
    assertThat(readme).contains(lake.out().strip());
  }

  @Test
  void the_last_snapshot_says_how_much_there_is_and_nothing_is_sent() throws Exception {
    TestLake lake = new TestLake(folder);
    try (StubHub hub =
        new StubHub(
            (path, before) ->
                Answer.json(
                    "[{\"_id\":\"1\",\"id\":\"o/a\",\"lastModified\":\"2026-01-01T00:00:00.000Z\"},"
                        + "{\"_id\":\"2\",\"id\":\"o/b\",\"lastModified\":\"2020-01-01T00:00:00.000Z\"}]"))) {
      assertThat(lake.crawl(hub, "s", "models")).isZero();
      int asked = hub.asked().size();
      for (List<String> command : List.of(List.of("--estimate"), List.of("cards", "--estimate"))) {
        assertThat(lake.crawl(command.size() > 1 ? hub : null, "s", command.toArray(String[]::new)))
            .as(lake.err())
            .isZero();
        assertThat(lake.out()).contains("for 2 models, from snapshot s (hub)");
        assertThat(line(lake.out(), "all cards ")).startsWith("all cards 2 resolvers");
        assertThat(line(lake.out(), "cards changed since")).startsWith("cards changed since 0 ");
      }
      assertThat(hub.asked()).hasSize(asked);
    }
  }

  @Test
  void without_a_snapshot_or_a_number_it_says_what_to_give() {
    TestLake lake = new TestLake(folder);
    assertThat(lake.crawl(null, "s", "all", "--estimate")).isEqualTo(3);
    assertThat(lake.err()).hasLineCount(1);
    assertThat(lake.crawl(null, "s")).isEqualTo(2);
    assertThat(lake.err()).contains("Missing what to crawl");
    StringWriter err = new StringWriter();
    assertThat(
            Crawl.runMain(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                "--lake",
                folder.toString(),
                "models"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("Options come after what to crawl");
  }
}
