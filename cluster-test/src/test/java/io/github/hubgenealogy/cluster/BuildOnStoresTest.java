package io.github.hubgenealogy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.crawler.Crawl;
import io.github.hubgenealogy.lake.store.Lake;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar builds and publishes what was crawled onto HDFS and S3. */
@Tag("cluster")
final class BuildOnStoresTest {
  private static final String ID = "2026-01-01";

  @TempDir Path folder;

  /**
   * The jars that spark-submit ran on are links, which nobody wants followed when this folder goes.
   */
  @AfterEach
  void removeJars() throws Exception {
    Submitted.run(
        Map.of("HUBGEN_CLUSTER", folder.resolve("spark").toString()), "cluster", List.of("stop"));
  }

  private static void crawl(String lake) throws Exception {
    StringWriter err = new StringWriter();
    try (RunningHub hub =
        RunningHub.start("--models", "400", "--seed", "5", "--plan", "unlimited")) {
      int code =
          Crawl.runMain(
              new PrintWriter(new StringWriter()),
              new PrintWriter(err),
              "all",
              "--lake",
              lake,
              "--snapshot",
              ID,
              "--endpoint",
              hub.address());
      assertThat(code).as(err.toString()).isZero();
    }
  }

  private Submitted.Result build(String lake, String settings, String... more) throws IOException {
    List<String> line = new ArrayList<>(List.of("submit", "build", "--lake", lake));
    line.addAll(List.of("--snapshot", ID));
    line.addAll(List.of(more));
    return Submitted.run(
        Map.of(
            "HUBGEN_CLUSTER",
            folder.resolve("spark").toString(),
            "HUBGEN_MASTER",
            "local[2]",
            "HUBGEN_SUBMIT",
            settings),
        "cluster",
        line);
  }

  /** Two publish what is built but for that; one wins, and the other says so. */
  private void assertOneOfTwoPublishes(String lake, String settings) throws Exception {
    Submitted.Result built = build(lake, settings, "--to", "write-report");
    assertThat(built.exitCode()).as(built.said()).isZero();
    assertThat(Lake.at(lake).snapshot(ID).isPublished()).isFalse();

    List<CompletableFuture<Submitted.Result>> rivals =
        Stream.of(1, 2)
            .map(
                rival ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          try {
                            return build(lake, settings, "--from", "publish");
                          } catch (IOException failed) {
                            throw new java.io.UncheckedIOException(failed);
                          }
                        }))
            .toList();
    List<Submitted.Result> ends = rivals.stream().map(CompletableFuture::join).toList();
    assertThat(ends).extracting(Submitted.Result::exitCode).containsExactlyInAnyOrder(0, 3);
    Submitted.Result loser = ends.get(0).exitCode() == 3 ? ends.get(0) : ends.get(1);
    assertThat(loser.lines()).last().asString().matches("hubgen: .*publish.*");
    assertThat(loser.lines()).noneMatch(line -> line.contains("at io.github.hubgenealogy"));
    assertThat(Contents.rows(Lake.at(lake).snapshot(ID))).containsKeys("lineage", "edges");
  }

  @Test
  void what_was_crawled_onto_hdfs_is_built_and_published_once() throws Exception {
    try (RunningHdfs hdfs = RunningHdfs.start(folder.resolve("hdfs"))) {
      String lake = hdfs.address() + "/lake";
      crawl(lake);
      assertOneOfTwoPublishes(lake, "");
    }
  }

  @Test
  void what_was_crawled_onto_s3_over_a_bad_network_is_built_and_published_once() throws Exception {
    String bucket = "built-lake";
    try (RunningS3 s3 = RunningS3.start(folder.resolve("s3"), bucket);
        FlakyNetwork network = new FlakyNetwork(s3.port())) {
      network.fates(FlakyNetwork.oftenSpoilt());
      RunningS3.reach(bucket, network.port());
      String lake = "s3a://" + bucket + "/lake";
      crawl(lake);
      String settings =
          "--jars "
              + jarsOfS3()
              + RunningS3.settings(network.port()).entrySet().stream()
                  .map(each -> " --conf spark.hadoop." + each.getKey() + "=" + each.getValue())
                  .collect(Collectors.joining());
      assertOneOfTwoPublishes(lake, settings);
      assertThat(network.counts()).containsKeys(FlakyNetwork.Fate.values());
    }
  }

  /** What {@code --packages org.apache.hadoop:hadoop-aws} would bring, of this test's own. */
  private static String jarsOfS3() {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(classPath.split(java.io.File.pathSeparator))
        .filter(
            jar ->
                jar.contains("hadoop-aws")
                    || jar.contains("awssdk")
                    || jar.contains("reactive-streams")
                    || jar.contains("httpcomponents")
                    || jar.contains("analyticsaccelerator")
                    || jar.contains("eventstream")
                    || jar.contains("wildfly"))
        .collect(Collectors.joining(","));
  }
}
