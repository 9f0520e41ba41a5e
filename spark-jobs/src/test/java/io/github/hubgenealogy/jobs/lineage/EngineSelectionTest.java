package io.github.hubgenealogy.jobs.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubgenealogy.jobs.SparkExtension;
import io.github.hubgenealogy.jobs.lineage.frames.ComponentSource;
import io.github.hubgenealogy.jobs.pipeline.EngineChoice;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.store.Lake;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
final class EngineSelectionTest {
  private static final long GIB = 1L << 30;

  @TempDir Path lake;

  private EngineSelection of(EngineChoice choice, long models, long edges, long budget) {
    return EngineSelection.of(
        choice,
        JobsSettings.defaults().graph(),
        Lake.at(lake.toString()).snapshot("s"),
        models,
        edges,
        budget);
  }

  @Test
  void auto_takes_memory_where_it_fits_and_spark_where_it_does_not() {
    EngineSelection small = of(EngineChoice.AUTO, 2_000_000, 1_000_000, GIB);
    assertThat(small.engine().name()).isEqualTo("memory");
    assertThat(small.reason())
        .isEqualTo(
            "auto: memory, which needs about 843 MiB for 2000000 models and 1000000 edges, of 1024 MiB, 60 % of the largest heap");

    EngineSelection large = of(EngineChoice.AUTO, 16_000_000, 8_000_000, GIB);
    assertThat(large.engine().name()).isEqualTo("spark");
    assertThat(large.reason()).startsWith("auto: spark, since memory would need about 6744 MiB");
  }

  @Test
  void memory_by_name_refuses_what_does_not_fit_and_says_what_to_do() {
    assertThat(of(EngineChoice.MEMORY, 1_000, 1_000, GIB).engine().name()).isEqualTo("memory");
    assertThatThrownBy(() -> of(EngineChoice.MEMORY, 16_000_000, 8_000_000, GIB))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("does not fit memory")
        .hasMessageContaining("HUBGEN_HEAP")
        .hasMessageContaining("--engine spark");
  }

  @Test
  void graphframes_without_its_profile_says_how_to_get_it() {
    Assumptions.assumeTrue(ServiceLoader.load(ComponentSource.class).findFirst().isEmpty());
    assertThatThrownBy(() -> of(EngineChoice.GRAPHFRAMES, 1, 1, GIB))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("graphframes-spark4_2.13")
        .hasMessageContaining("HUBGEN_PROFILES=graphframes")
        .hasMessageContaining("mvn -Pgraphframes -DskipTests package");
  }

  @Test
  void an_edge_to_no_vertex_and_a_model_twice_are_named(SparkSession spark) {
    GivenGraph good = new GivenGraph().edge("b", "a");
    GivenGraph bad = new GivenGraph().edge("b", "a").edge("b", "missing");
    for (EngineRun.Engine engine : EngineRun.Engine.values()) {
      assertThatThrownBy(
              () -> EngineRun.of(engine, good.models(spark), bad.edges(spark, 1), 10, lake))
          .as(engine.name())
          .isInstanceOf(Fault.class)
          .hasMessageContaining("an edge names missing");
      assertThatThrownBy(
              () ->
                  EngineRun.of(
                      engine,
                      good.models(spark).union(good.models(spark)),
                      good.edges(spark, 1),
                      10,
                      lake))
          .as(engine.name())
          .isInstanceOf(Fault.class)
          .hasMessageContaining("the id a stands twice");
    }
  }
}
