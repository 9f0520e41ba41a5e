package io.github.hubgenealogy.jobs.lineage.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubgenealogy.jobs.Build;
import io.github.hubgenealogy.jobs.SparkExtension;
import io.github.hubgenealogy.jobs.lineage.GraphFolder;
import io.github.hubgenealogy.jobs.pipeline.EngineChoice;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Pipeline;
import io.github.hubgenealogy.jobs.tables.KeyRanges;
import io.github.hubgenealogy.jobs.tables.Schemas;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
final class LineageCheckTest {
  @TempDir Path folder;

  private final Pipeline pipeline = Build.pipeline();

  private Snapshot traced(SparkSession spark, JobsSettings settings) throws Exception {
    Files.writeString(folder.resolve("models.csv"), "model_id\na\nb\nc\nd\ne\nf\ng\n");
    Files.writeString(
        folder.resolve("edges.csv"), "child_id,parent_id\nb,a\nc,b\nd,c\nb,d\nf,e\nf,f\n");
    Snapshot snapshot = Lake.at(folder.resolve("lake").toString()).snapshot("g");
    GraphFolder.at(folder).write(new SnapshotTables(spark, snapshot));
    pipeline.run(spark, snapshot, null, settings, "trace-lineage", "lineage-check", false);
    return snapshot;
  }

  private static TableSeal certificate(Snapshot snapshot) throws Exception {
    return snapshot.seal(LineageCheck.FOLDER).orElseThrow();
  }

  /** Replaces a column of the lineage where a condition holds, for all policies. */
  private void falsify(
      SparkSession spark, Snapshot snapshot, Column where, String column, Column value)
      throws Exception {
    SnapshotTables tables = new SnapshotTables(spark, snapshot);
    TableSeal seal = snapshot.requireSeal(TableContracts.LINEAGE);
    Dataset<Row> rows = tables.read(TableContracts.LINEAGE);
    List<Row> false_ =
        rows.withColumn(column, when(where, value).otherwise(col(column))).collectAsList();
    tables.write(
        TableContracts.LINEAGE,
        spark.createDataFrame(false_, Schemas.nullable(TableContracts.LINEAGE)),
        KeyRanges.single(),
        seal.fingerprint(),
        Map.of());
  }

  private void check(SparkSession spark, Snapshot snapshot) throws Exception {
    pipeline.run(
        spark, snapshot, null, JobsSettings.defaults(), "lineage-check", "lineage-check", true);
  }

  @Test
  void right_components_get_a_certificate_with_their_numbers(SparkSession spark) throws Exception {
    Snapshot snapshot = traced(spark, JobsSettings.defaults());

    LineageCheck.require(snapshot);
    assertThat(certificate(snapshot).facts().get("components_union").toString())
        .contains("components=3")
        .contains("vertices=7")
        .contains("edges=5")
        .contains("deepest_hops=2")
        .contains("edges_across_components=0");
    assertThat(snapshot.requireSeal(TableContracts.LINEAGE).facts().get("engine_reason").toString())
        .startsWith("auto: memory, which needs about");
  }

  @Test
  void a_component_cut_in_two_is_found(SparkSession spark) throws Exception {
    Snapshot snapshot = traced(spark, JobsSettings.defaults());
    falsify(spark, snapshot, col("model_id").isin("c", "d"), "component_id", lit("c"));

    assertThatThrownBy(() -> check(spark, snapshot))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("policy union are wrong");
    assertThatThrownBy(() -> LineageCheck.require(snapshot))
        .hasMessageContaining("has not been checked")
        .hasMessageContaining("--from lineage-check");
  }

  @Test
  void two_components_made_one_are_found(SparkSession spark) throws Exception {
    Snapshot snapshot = traced(spark, JobsSettings.defaults());
    falsify(spark, snapshot, col("model_id").isin("e", "f"), "component_id", lit("a"));
    falsify(spark, snapshot, col("component_id").equalTo("a"), "component_size", lit(6L));

    assertThatThrownBy(() -> check(spark, snapshot))
        .hasMessageContaining("2 members without a neighbour one hop nearer");
  }

  @Test
  void a_representative_that_is_not_the_smallest_is_found(SparkSession spark) throws Exception {
    Snapshot snapshot = traced(spark, JobsSettings.defaults());
    falsify(spark, snapshot, col("component_id").equalTo("e"), "component_id", lit("f"));

    assertThatThrownBy(() -> check(spark, snapshot))
        .hasMessageContaining("1 components without their smallest id");
  }

  @Test
  void a_second_engine_agrees_and_a_false_table_is_told(SparkSession spark) throws Exception {
    JobsSettings both = JobsSettings.defaults().withSecondEngine(EngineChoice.AUTO);
    Snapshot snapshot = traced(spark, both);
    assertThat(certificate(snapshot).facts().get("second_engine"))
        .isEqualTo("spark: the same bytes");

    falsify(spark, snapshot, col("model_id").equalTo("g"), "depth_max", lit(1));
    assertThatThrownBy(
            () -> pipeline.run(spark, snapshot, null, both, "lineage-check", "lineage-check", true))
        .hasMessageContaining("disagrees: lineage");
  }
}
