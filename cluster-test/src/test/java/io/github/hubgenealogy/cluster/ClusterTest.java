package io.github.hubgenealogy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.simulator.Simulate;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged jar on a Spark cluster of three processes: what it builds there is what one machine
 * builds, whoever dies while it does.
 */
@Tag("cluster")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ClusterTest {
  private static final String ID = "2026-01-01";

  private Path folder;
  private Map<String, String> expected;

  @BeforeAll
  void build(@TempDir Path given) throws Exception {
    folder = given;
    Path lake = raw("one-machine");
    Submitted.Result result =
        Submitted.run(
            Map.of(),
            "hubgen",
            List.of("build", "--lake", lake.toString(), "--snapshot", ID, "--engine", "spark"));
    assertThat(result.exitCode()).as(result.said()).isZero();
    expected = Contents.files(snapshot(lake));
  }

  @AfterAll
  void keepNothing() {
    expected = null;
  }

  /** A lake with the raw tables of one simulated Hub, the same each time. */
  private Path raw(String name) {
    Path lake = folder.resolve(name);
    int code =
        Simulate.runMain(
            new PrintWriter(Writer.nullWriter()),
            new PrintWriter(Writer.nullWriter()),
            "--models",
            "4000",
            "--seed",
            "7",
            "--raw",
            lake.resolve(ID).toString());
    assertThat(code).isZero();
    return lake;
  }

  private static Snapshot snapshot(Path lake) {
    return Lake.at(lake.toString()).snapshot(ID);
  }

  private void assertBuilds(RunningSpark spark, String name, Consumer<String> listener)
      throws Exception {
    Path lake = raw(name);
    Submitted.Result built =
        spark.submit(
            listener,
            "build",
            "--lake",
            lake.toUri().toString(),
            "--snapshot",
            ID,
            "--engine",
            "spark");
    assertThat(built.exitCode()).as(built.said()).isZero();
    assertThat(Contents.files(snapshot(lake))).isEqualTo(expected);
    Submitted.Result verified =
        Submitted.run(Map.of(), "hubgen", List.of("verify", ID, "--lake", lake.toString()));
    assertThat(verified.exitCode()).as(verified.said()).isZero();
  }

  @Test
  void a_worker_lost_midway_changes_nothing_of_what_is_built() throws Exception {
    try (RunningSpark spark = RunningSpark.start(folder.resolve("spark-1"))) {
      AtomicInteger killed = new AtomicInteger();
      assertBuilds(
          spark,
          "worker-lost",
          line -> {
            if (line.contains("derive-edges: start") && killed.getAndIncrement() == 0) {
              spark.killWorker(1);
            }
          });
      assertThat(killed.get()).isEqualTo(1);
    }
  }

  @Test
  void an_executor_lost_in_the_rounds_of_the_distributed_engine_changes_nothing() throws Exception {
    try (RunningSpark spark = RunningSpark.start(folder.resolve("spark-2"))) {
      AtomicInteger killed = new AtomicInteger();
      assertBuilds(
          spark,
          "executor-lost",
          line -> {
            if (line.contains("trace-lineage: ") && line.contains(" edges of ")) {
              killed.addAndGet(spark.killExecutors(1));
            }
          });
      assertThat(killed.get()).isPositive();
    }
  }
}
