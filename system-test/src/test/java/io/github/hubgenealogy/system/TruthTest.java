package io.github.hubgenealogy.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.jobs.cards.ParseCards;
import io.github.hubgenealogy.jobs.edges.DeriveEdges;
import io.github.hubgenealogy.jobs.lineage.TraceLineage;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Pipeline;
import io.github.hubgenealogy.jobs.pipeline.Sessions;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.jobs.truth.TrueGraph;
import io.github.hubgenealogy.jobs.truth.TruthComparison;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Edges, claims and lineage of simulated Hubs of many seeds against what each Hub knows to be true.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TruthTest {
  @TempDir Path folder;

  private SparkSession spark;

  @BeforeAll
  void open() {
    spark = Sessions.open(new JobsSettings.Spark("local[2]", 4, false), null);
  }

  @AfterAll
  void close() {
    spark.stop();
  }

  private List<String> differences(long seed, int models) throws Exception {
    Path lake = folder.resolve("lake");
    Path truth = folder.resolve("truth-" + seed);
    Snapshot snapshot = SimulatedRaw.write(lake, "s" + seed, models, seed, truth);
    new Pipeline(List.of(new ParseCards(), new DeriveEdges(), new TraceLineage()))
        .run(spark, snapshot, null, JobsSettings.defaults(), null, null, false);
    TruthComparison comparison =
        new TruthComparison(new SnapshotTables(spark, snapshot), TrueGraph.read(truth));
    List<String> differences = comparison.compare();
    assertThat(comparison.agreements())
        .hasSize(differences.isEmpty() ? 5 : comparison.agreements().size());
    return differences;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void the_tables_of_a_simulated_hub_are_its_truth(long seed) throws Exception {
    assertThat(differences(seed, 2_500)).isEmpty();
  }

  @Test
  @Tag("slow")
  void the_tables_of_forty_more_are_their_truth() throws Exception {
    for (long seed = 100; seed < 140; seed++) {
      assertThat(differences(seed, 4_000)).as("seed %d", seed).isEmpty();
    }
  }
}
