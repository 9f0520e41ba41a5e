package io.github.hubgenealogy.jobs.lineage;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.jobs.SparkExtension;
import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.DataFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract on graphs that take longer: their rows are known without computing them. */
@Tag("slow")
@ExtendWith(SparkExtension.class)
final class LargeGraphTest {
  @TempDir Path lake;

  private static Column id(Column number) {
    return concat(lit("m"), lpad(number.cast("string"), 8, "0"));
  }

  private static Dataset<Row> models(SparkSession spark, long models) {
    return spark
        .range(models)
        .toDF("i")
        .select(id(col("i")).as("model_id"), lit("listed").as("presence"));
  }

  private static Dataset<Row> edges(SparkSession spark, long models, Column parent) {
    return spark
        .range(1, models)
        .toDF("i")
        .select(
            id(col("i")).as("child_id"),
            id(parent).as("parent_id"),
            lit("finetune").as("relation"),
            lit("finetune").as("relation_hub"),
            lit(null).cast("string").as("relation_tag"),
            array(lit(Policy.UNION.word())).as("policies"));
  }

  private Dataset<Row> union(
      SparkSession spark, EngineRun run, List<DataFile> files, String table) {
    String folder = run.tables().snapshot().folder(TableContracts.named(table));
    return spark
        .read()
        .parquet(
            files.stream()
                .map(file -> run.tables().snapshot().files().uri(folder + "/" + file.name()))
                .toArray(String[]::new));
  }

  @ParameterizedTest
  @EnumSource(names = {"MEMORY", "SPARK"})
  void a_chain_of_100_000_under_a_cap_of_100(EngineRun.Engine engine, SparkSession spark)
      throws Exception {
    long n = 100_000;
    EngineRun run =
        EngineRun.of(engine, models(spark, n), edges(spark, n, col("i").minus(1)), 100, lake);

    Dataset<Row> rows =
        union(spark, run, run.lineage(), "lineage")
            .filter("policy = 'union'")
            .withColumn("i", col("model_id").substr(2, 8).cast("long"));
    assertThat(
            rows.filter(
                    "depth_max = i AND depth_min = i AND root_id = 'm00000000' AND n_roots = 1 "
                        + "AND component_id = 'm00000000' AND component_size = 100000 "
                        + "AND n_ancestors = least(i, 100) AND n_descendants = least(99999 - i, 100) "
                        + "AND closure_capped AND NOT in_cycle AND component_label = 'm00000000'")
                .count())
        .isEqualTo(n);
    assertThat(union(spark, run, run.ancestry(), "ancestry").count())
        .isEqualTo(100 * n - 100 * 101 / 2);
  }

  @ParameterizedTest
  @EnumSource(names = {"MEMORY", "SPARK"})
  void a_star_of_1_000_000(EngineRun.Engine engine, SparkSession spark) throws Exception {
    long n = 1_000_000;
    EngineRun run = EngineRun.of(engine, models(spark, n), edges(spark, n, lit(0L)), 10_000, lake);

    Dataset<Row> rows = union(spark, run, run.lineage(), "lineage").filter("policy = 'union'");
    assertThat(
            rows.filter(
                    "component_id = 'm00000000' AND component_size = 1000000 AND root_id = 'm00000000' "
                        + "AND depth_max = n_ancestors AND depth_max = if(model_id = 'm00000000', 0, 1)")
                .count())
        .isEqualTo(n);
    assertThat(rows.filter("n_children = 999999 AND n_descendants = 999999").count()).isOne();
  }

  /** Without a local finish every step is distributed. */
  @Test
  void a_chain_of_200_without_a_local_finish(SparkSession spark) throws Exception {
    GivenGraph chain = new GivenGraph().chain("c", 200);
    EngineRun run =
        EngineRun.of(
            EngineRun.Engine.SPARK_WITHOUT_LOCAL_FINISH,
            chain.models(spark),
            chain.edges(spark, 1),
            50,
            lake);
    assertThat(run.lineageRows()).isEqualTo(Oracle.lineage(chain, 50));
    assertThat(run.ancestryRows()).isEqualTo(Oracle.ancestry(chain, 50));
  }

  @ParameterizedTest
  @EnumSource
  void thousands_of_random_graphs_equal_brute_force(EngineRun.Engine engine, SparkSession spark)
      throws Exception {
    for (int seed = 0; seed < 4; seed++) {
      Random random = new Random(seed);
      GivenGraph all = new GivenGraph();
      for (int block = 0; block < 900; block++) {
        all.beside(
            GivenGraph.name("b", block) + "/",
            GivenGraph.random(random, 1 + random.nextInt(12), random.nextInt(26)));
      }
      int cap = seed == 0 ? 10_000 : seed;
      EngineRun run = EngineRun.of(engine, all.models(spark), all.edges(spark, seed), cap, lake);
      assertThat(run.lineageRows()).isEqualTo(Oracle.lineage(all, cap));
      assertThat(run.ancestryRows()).isEqualTo(Oracle.ancestry(all, cap));
    }
  }
}
