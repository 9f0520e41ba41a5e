package io.github.hubgenealogy.lake.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MetricsTest {
  /** A line of the text format, as its documentation gives the grammar. */
  private static final Pattern SAMPLE =
      Pattern.compile(
          "[a-z_]+\\{[a-z]+=\"([^\"\\\\\\n]|\\\\[\\\\\"n])*\"(,[a-z]+=\"([^\"\\\\\\n]|\\\\[\\\\\"n])*\")*} "
              + "-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?");

  @TempDir Path folder;

  private Snapshot crawled() throws Exception {
    Snapshot snapshot = Lake.writableAt(folder.resolve("lake").toString()).snapshot("2026-01-01");
    snapshot.create(
        TableContracts.RAW_MODELS,
        new TableSeal(
            "raw_models",
            1,
            "f",
            3,
            List.of(new DataFile("part-00000.parquet", 3, 99, "sum")),
            "hub",
            Map.of(
                "requests", Map.of("200", 7, "429", 2),
                "pace", Map.of("elapsed_seconds", 12.5, "least_seconds", 10.25))));
    snapshot.create(
        TableContracts.EDGES,
        new TableSeal(
            "edges",
            1,
            "f",
            4,
            List.of(new DataFile("part-00000.parquet", 4, 123_456_789_012L, "sum")),
            null,
            Map.of()));
    return snapshot;
  }

  @Test
  void seals_become_lines_of_the_text_format_and_the_same_as_json() throws Exception {
    Metrics metrics = new Metrics("odd \"name\"");
    Snapshot crawled = crawled();
    metrics.addCrawl(crawled);
    metrics.addBuild(crawled);
    metrics.add(Metric.BUILD_STAGE_SECONDS, "stage", "derive-edges", 1.5);
    metrics.write(folder.resolve("out"), "build");

    List<String> lines = Files.readAllLines(folder.resolve("out/hubgen-build.prom"));
    assertThat(lines)
        .contains(
            "hubgen_crawl_rows{snapshot=\"odd \\\"name\\\"\",table=\"raw_models\"} 3",
            "hubgen_crawl_requests{snapshot=\"odd \\\"name\\\"\",outcome=\"429\",table=\"raw_models\"} 2",
            "hubgen_crawl_seconds{snapshot=\"odd \\\"name\\\"\",table=\"raw_models\"} 12.5",
            "hubgen_build_bytes{snapshot=\"odd \\\"name\\\"\",table=\"edges\"} 123456789012",
            "# TYPE hubgen_build_stage_seconds gauge");
    assertThat(lines).allMatch(line -> line.startsWith("# ") || SAMPLE.matcher(line).matches());

    JsonNode json = new ObjectMapper().readTree(folder.resolve("out/hubgen-build.json").toFile());
    assertThat(json.path("samples"))
        .hasSize((int) lines.stream().filter(line -> !line.startsWith("#")).count());
    assertThat(folder.resolve("out").toFile().list()).hasSize(2);
  }

  @Test
  void every_figure_stands_in_the_list_that_operators_read() throws Exception {
    String list =
        Files.readString(Path.of(System.getProperty("hubgen.home"), "docs", "operation.md"));
    for (Metric metric : Metric.values()) {
      assertThat(list).contains("| `" + metric.word() + "` | " + metric.help() + " |");
    }
  }
}
