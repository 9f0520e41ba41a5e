package io.github.hubgenealogy.jobs.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;
import org.apache.spark.sql.SparkSession;

/**
 * Engine against engine, and one of them against brute force, on random graphs with cycles. Many
 * graphs lie side by side in one run as blocks without an edge between them, since a run of the
 * engine spark costs its rounds whatever the size.
 */
final class EnginePropertyTest {
  private static final int BLOCKS = 300;

  private Path lake;

  @BeforeTry
  void folder() throws IOException {
    lake = Files.createTempDirectory("engines");
  }

  @AfterTry
  void empty() throws IOException {
    try (Stream<Path> all = Files.walk(lake)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static SparkSession spark() {
    return Store.getOrCreate(
            "spark",
            Lifespan.RUN,
            () -> Sessions.open(new JobsSettings.Spark("local[2]", 4, false), null))
        .get();
  }

  private static GivenGraph blocks(long seed, int largest) {
    Random random = new Random(seed);
    GivenGraph all = new GivenGraph();
    for (int block = 0; block < BLOCKS; block++) {
      int models = 1 + random.nextInt(largest);
      all.beside(
          GivenGraph.name("b", block) + "/",
          GivenGraph.random(random, models, random.nextInt(2 * models + 2)));
    }
    return all;
  }

  private void agree(EngineRun.Engine other, long seed, int largest, int cap) throws Exception {
    GivenGraph given = blocks(seed, largest);
    EngineRun memory =
        EngineRun.of(
            EngineRun.Engine.MEMORY, given.models(spark()), given.edges(spark(), seed), cap, lake);
    assertThat(memory.lineageRows()).isEqualTo(Oracle.lineage(given, cap));
    assertThat(memory.ancestryRows()).isEqualTo(Oracle.ancestry(given, cap));
    EngineRun second =
        EngineRun.of(other, given.models(spark()), given.edges(spark(), ~seed), cap, lake);
    assertThat(second.lineage()).isEqualTo(memory.lineage());
    assertThat(second.ancestry()).isEqualTo(memory.ancestry());
  }

  @Property(tries = 1, shrinking = ShrinkingMode.OFF)
  void rounds_to_the_end_write_the_bytes_of_memory(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 14) int largest,
      @ForAll @IntRange(min = 1, max = 20) int cap)
      throws Exception {
    agree(EngineRun.Engine.SPARK_WITHOUT_LOCAL_FINISH, seed, largest, cap);
  }

  @Property(tries = 1, shrinking = ShrinkingMode.OFF)
  void a_local_finish_writes_the_bytes_of_memory(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 14) int largest,
      @ForAll @IntRange(min = 1, max = 20) int cap)
      throws Exception {
    agree(EngineRun.Engine.SPARK_WITH_A_LATE_LOCAL_FINISH, seed, largest, cap);
  }

  @Tag("slow")
  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void thousands_of_graphs_in_rounds_to_the_end(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 30) int largest,
      @ForAll @IntRange(min = 1, max = 60) int cap)
      throws Exception {
    agree(EngineRun.Engine.SPARK_WITHOUT_LOCAL_FINISH, seed, largest, cap);
  }
}
