package io.github.hubgenealogy.jobs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubgenealogy.jobs.Build;
import io.github.hubgenealogy.jobs.RawSnapshot;
import io.github.hubgenealogy.jobs.SparkExtension;
import io.github.hubgenealogy.jobs.cards.ParseCards;
import io.github.hubgenealogy.jobs.edges.DeriveEdges;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
final class PipelineTest {
  @TempDir Path lake;

  private static Map<String, Double> parse(
      SparkSession spark, Snapshot snapshot, JobsSettings settings, boolean force)
      throws Exception {
    return new Pipeline(List.of(new ParseCards()))
        .run(spark, snapshot, null, settings, null, null, force);
  }

  @Test
  void a_stage_that_reads_what_none_before_it_wrote_is_refused() {
    assertThatThrownBy(() -> new Pipeline(List.of(new DeriveEdges(), new ParseCards())))
        .hasMessageContaining("derive-edges reads what no stage before it writes");
    assertThatThrownBy(() -> new Pipeline(List.of(new ParseCards(), new ParseCards())))
        .hasMessageContaining("writes cards, which is there already");
  }

  @Test
  void the_stages_of_the_build_stand_in_the_order_of_the_design() {
    assertThat(Build.pipeline().names()).startsWith("parse-cards", "derive-edges", "trace-lineage");
  }

  @Test
  void what_is_up_to_date_is_skipped_and_runs_again_when_its_inputs_or_settings_change(
      SparkSession spark) throws Exception {
    Snapshot snapshot = new RawSnapshot(lake, "s").model("a/b").write();

    assertThat(parse(spark, snapshot, JobsSettings.defaults(), false).get("parse-cards"))
        .isPositive();
    String first = snapshot.requireSeal(TableContracts.CARDS).fingerprint();
    assertThat(parse(spark, snapshot, JobsSettings.defaults(), false).get("parse-cards")).isZero();
    assertThat(parse(spark, snapshot, JobsSettings.defaults(), true).get("parse-cards"))
        .isPositive();
    assertThat(snapshot.requireSeal(TableContracts.CARDS).fingerprint()).isEqualTo(first);

    JobsSettings stricter =
        new JobsSettings(
            null,
            new JobsSettings.Cards(null, 100, null, null, null, null, null),
            null,
            null,
            null,
            null,
            null);
    assertThat(parse(spark, snapshot, stricter, false).get("parse-cards")).isPositive();
    assertThat(snapshot.requireSeal(TableContracts.CARDS).fingerprint()).isNotEqualTo(first);
  }

  @Test
  void an_unknown_stage_and_a_wrong_order_say_what_there_is(SparkSession spark) throws Exception {
    Snapshot snapshot = new RawSnapshot(lake, "s").model("a/b").write();
    Pipeline pipeline = new Pipeline(List.of(new ParseCards(), new DeriveEdges()));
    assertThatThrownBy(
            () ->
                pipeline.run(spark, snapshot, null, JobsSettings.defaults(), "parse", null, false))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("parse-cards, derive-edges");
    assertThatThrownBy(
            () ->
                pipeline.run(
                    spark,
                    snapshot,
                    null,
                    JobsSettings.defaults(),
                    "derive-edges",
                    "parse-cards",
                    false))
        .isInstanceOf(Fault.class);
  }

  @Test
  void a_snapshot_without_its_list_says_how_to_get_one() {
    assertThatThrownBy(() -> Pipeline.origin(Lake.at(lake.toString()).snapshot("empty")))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("hubgen crawl models");
  }
}
