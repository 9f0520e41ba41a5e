package io.github.hubgenealogy.jobs.graphframes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.jobs.SparkExtension;
import io.github.hubgenealogy.jobs.lineage.EngineSuite;
import io.github.hubgenealogy.jobs.pipeline.EngineChoice;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The contract of the engines, for the one that this profile adds. */
@ExtendWith(SparkExtension.class)
final class GraphframesEngineTest {
  @TempDir Path lake;

  @Test
  void it_gives_the_rows_that_the_definitions_ask_for(SparkSession spark) throws Exception {
    for (String algorithm : List.of("two_phase", "randomized_contraction", "graphx")) {
      EngineSuite.verify(EngineChoice.GRAPHFRAMES, algorithm, spark, lake);
    }
  }

  @Test
  void nothing_stays_in_memory(SparkSession spark) throws Exception {
    int before = spark.sparkContext().getPersistentRDDs().size();
    EngineSuite.verify(EngineChoice.GRAPHFRAMES, "two_phase", spark, lake);
    assertThat(spark.sparkContext().getPersistentRDDs().size()).isEqualTo(before);
  }
}
