package io.github.hubgenealogy.jobs.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.jobs.pipeline.EngineChoice;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.SparkSession;

/** The contract for engines that are found by name, for suites outside this package. */
public final class EngineSuite {
  private EngineSuite() {}

  /** Runs the named and some random graphs, and the empty one, against the oracle. */
  public static void verify(EngineChoice choice, String algorithm, SparkSession spark, Path lake)
      throws Exception {
    JobsSettings.Graph defaults = JobsSettings.defaults().graph();
    JobsSettings.Graph settings =
        new JobsSettings.Graph(
            choice,
            defaults.maxAncestors(),
            defaults.localFinish(),
            defaults.maxRounds(),
            defaults.check(),
            null,
            new JobsSettings.Graphframes(algorithm, 2, -1));
    GivenGraph all = EngineContractTest.named();
    Random random = new Random(5);
    for (int block = 0; block < 200; block++) {
      all.beside(
          GivenGraph.name("b", block) + "/",
          GivenGraph.random(random, 1 + random.nextInt(12), random.nextInt(26)));
    }
    for (GivenGraph given : List.of(new GivenGraph(), new GivenGraph().model("a"), all)) {
      SnapshotTables tables = EngineRun.tables(given.models(spark), lake);
      LineageEngine engine = EngineSelection.of(choice, settings, tables.snapshot(), 1, 1).engine();
      EngineRun run =
          EngineRun.of(engine, tables, given.models(spark), given.edges(spark, 1), 10_000);
      assertThat(run.lineageRows()).isEqualTo(Oracle.lineage(given, 10_000));
      assertThat(run.ancestryRows()).isEqualTo(Oracle.ancestry(given, 10_000));
    }
  }
}
