package io.github.hubgenealogy.jobs.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.jobs.Build;
import io.github.hubgenealogy.jobs.RawSnapshot;
import io.github.hubgenealogy.jobs.SparkExtension;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
final class StatisticsTest {
  @TempDir Path lake;

  private void build(SparkSession spark, Snapshot snapshot) throws Exception {
    Build.pipeline()
        .run(spark, snapshot, null, JobsSettings.defaults(), null, "compute-statistics", false);
  }

  private List<String> query(String sql) throws SQLException {
    String filled =
        sql.replaceAll("@(\\w+)/(\\w+)", "read_parquet('" + lake + "/s/$1/$2/**/*.parquet')");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet rows = duck.createStatement().executeQuery(filled)) {
      List<String> lines = new ArrayList<>();
      while (rows.next()) {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          line.append(i == 1 ? "" : " ").append(rows.getString(i));
        }
        lines.add(line.toString());
      }
      return lines;
    }
  }

  private static String card(String yaml) {
    return "---\n" + yaml + "\n---\n";
  }

  /**
   * By hand: a/root ← b/one ← c/two, and x/gone ← d/merge → a/root by a merge; e/alone stands
   * alone; f/p and g/q are a cycle.
   */
  @Test
  void a_graph_small_enough_to_count_by_hand_has_these_figures(SparkSession spark)
      throws Exception {
    Snapshot snapshot =
        new RawSnapshot(lake, "s")
            .model("a/root", "createdAt", 1646263744000000L)
            .model("b/one", "createdAt", 1714557600000000L)
            .card("b/one", card("base_model: a/root\nbase_model_relation: finetune"))
            .model("c/two", "createdAt", 1714557600000000L)
            .card("c/two", card("base_model: b/one\nbase_model_relation: quantized"))
            .model("d/merge")
            .card("d/merge", card("base_model: [a/root, x/gone]\nbase_model_relation: merge"))
            .model("e/alone")
            .model("f/p")
            .card("f/p", card("base_model: g/q\nbase_model_relation: finetune"))
            .model("g/q")
            .card("g/q", card("base_model: f/p\nbase_model_relation: finetune"))
            .write();
    Build.pipeline()
        .run(spark, snapshot, null, JobsSettings.defaults(), null, "lineage-check", false);
    AtomicInteger jobs = new AtomicInteger();
    SparkListener counter =
        new SparkListener() {
          @Override
          public void onJobStart(SparkListenerJobStart start) {
            jobs.incrementAndGet();
          }
        };
    spark.sparkContext().addSparkListener(counter);
    build(spark, snapshot);
    spark.sparkContext().listenerBus().waitUntilEmpty();
    spark.sparkContext().removeSparkListener(counter);
    // Models, edges, mentions of datasets; outcomes grouped in two steps; warning signs in two;
    // sources
    // compared by edges and by cards, the latter with a join.
    assertThat(jobs.get()).isEqualTo(10);

    assertThat(
            query(
                "select policy, population, statistic, \"key\", numerator, coalesce(denominator, -1) from @stats/statistics "
                    + "where policy in ('union', 'union_no_merge') and statistic in ('edges', 'vertices', 'shape', 'components', "
                    + "'largest_component', 'depth_max_maximum', 'in_cycle', 'several_roots') order by all"))
        .containsExactly(
            "union components components  3 -1",
            "union derived_models depth_max_maximum  2 -1",
            "union edges edges  6 -1",
            "union models in_cycle  2 8",
            "union models largest_component  5 8",
            "union models several_roots  1 8",
            "union models shape inner 1 8",
            "union models shape isolated 1 8",
            "union models shape leaf 2 8",
            "union models shape root_with_children 4 8",
            "union models vertices  8 -1",
            "union_no_merge components components  5 -1",
            "union_no_merge derived_models depth_max_maximum  2 -1",
            "union_no_merge edges edges  4 -1",
            "union_no_merge models in_cycle  2 8",
            "union_no_merge models largest_component  3 8",
            "union_no_merge models several_roots  0 8",
            "union_no_merge models shape inner 1 8",
            "union_no_merge models shape isolated 3 8",
            "union_no_merge models shape leaf 1 8",
            "union_no_merge models shape root_with_children 3 8",
            "union_no_merge models vertices  8 -1");
    assertThat(
            query(
                "select size, components from @stats/component_sizes where policy = 'union' order by all"))
        .containsExactly("1 1", "2 1", "5 1");
    assertThat(
            query(
                "select depth, models from @stats/depths where policy = 'union' and measure = 'depth_max' order by all"))
        .containsExactly("1 2", "2 1");
    assertThat(
            query(
                "select rank, model_id, value from @stats/top_models where policy = 'union' and measure = 'descendants' order by all"))
        .containsExactly("1 a/root 3", "2 b/one 1", "3 f/p 1", "4 g/q 1", "5 x/gone 1");
    assertThat(
            query(
                "select month, relation, models from @stats/growth where policy = 'union' order by all"))
        .containsExactly(
            " finetune 2",
            " merge 1",
            " root 1",
            "2022-03 root 1",
            "2024-05 finetune 1",
            "2024-05 quantized 1");
    assertThat(
            query(
                "select * from @stats/completeness where subject in ('models', 'claims', 'card_source') order by all"))
        .containsExactly(
            "card_source none 2",
            "card_source readme 5",
            "claims card/absent 1",
            "claims card/exact 5",
            "models listed 7",
            "models unasked 1");
    assertThat(
            query(
                "select \"key\", numerator, denominator, value from @stats/statistics where policy = 'union' "
                    + "and population = 'edges' and statistic = 'relation_share' order by all"))
        .containsExactly(
            "finetune 3 6 0.5", "merge 2 6 0.333333333333", "quantized 1 6 0.166666666667");
  }

  /** The same figures by SQL in another engine, from edges alone where SQL can. */
  @Test
  void a_random_graph_has_the_figures_that_duckdb_computes(SparkSession spark) throws Exception {
    Random random = new Random(11);
    RawSnapshot raw = new RawSnapshot(lake, "s");
    String[] relations = {"finetune", "adapter", "quantized", "merge"};
    for (int i = 0; i < 400; i++) {
      String id = "o" + random.nextInt(40) + "/m" + i;
      raw.model(id);
      if (i > 0 && random.nextInt(3) > 0) {
        String bases =
            "o/absent"
                + random.nextInt(9)
                + (random.nextBoolean() ? ", o/absent" + random.nextInt(9) : "");
        raw.card(
            id,
            card(
                "base_model: ["
                    + bases
                    + "]\nbase_model_relation: "
                    + relations[random.nextInt(4)]));
      }
    }
    build(spark, raw.write());

    String edges =
        "(select distinct child_id, parent_id, relation from @tables/edges where list_contains(policies, 'union'))";
    assertThat(
            query(
                "select \"key\", numerator from @stats/statistics where policy = 'union' and population = 'edges' and statistic = 'relation_share' order by all"))
        .isNotEmpty()
        .isEqualTo(query("select relation, count(*) from " + edges + " group by 1 order by all"));
    assertThat(
            query(
                "select \"key\", numerator from @stats/statistics where policy = 'union' and population = 'children' and statistic = 'relation_share' order by all"))
        .isEqualTo(
            query(
                "select relation, count(distinct child_id) from "
                    + edges
                    + " group by 1 order by all"));
    assertThat(
            query(
                "select n, models from @stats/fan_out where policy = 'union' and measure = 'children' order by all"))
        .isEqualTo(
            query(
                "select n, count(*) from (select m.model_id, count(e.child_id) n from @tables/models m left join "
                    + edges
                    + " e on e.parent_id = m.model_id group by 1) group by 1 order by all"));
    assertThat(
            query(
                "select n, models from @stats/fan_out where policy = 'union' and measure = 'descendants' order by all"))
        .isEqualTo(
            query(
                "with recursive below(a, d) as (select parent_id, child_id from "
                    + edges
                    + " union select below.a, e.child_id from below join "
                    + edges
                    + " e on e.parent_id = below.d) select n, count(*) from (select m.model_id, count(b.d) n from @tables/models m "
                    + "left join (select distinct a, d from below where a <> d) b on b.a = m.model_id group by 1) group by 1 order by all"));
    assertThat(
            query(
                "select numerator, denominator from @stats/statistics where policy = 'union' and population = 'edges' and statistic = 'owner_crossing' and \"key\" = ''"))
        .isEqualTo(
            query(
                "select count(*) filter (split_part(child_id, '/', 1) <> split_part(parent_id, '/', 1)), count(*) from "
                    + edges));
    assertThat(
            query(
                "select size, components from @stats/component_sizes where policy = 'union_no_merge' order by all"))
        .isEqualTo(
            query(
                "select n, count(*) from (select component_id, count(*) n from @tables/lineage where policy = 'union_no_merge' group by 1) group by 1 order by all"));
  }

  @Test
  void the_tail_and_the_median_are_those_of_a_sorted_list() {
    Random random = new Random(5);
    for (int round = 0; round < 200; round++) {
      List<Long> values = new ArrayList<>();
      java.util.Map<Long, Long> counts = new java.util.TreeMap<>();
      for (int i = 0; i < 1 + random.nextInt(30); i++) {
        long value = random.nextInt(8);
        values.add(value);
        counts.merge(value, 1L, Long::sum);
      }
      values.sort(null);
      int n = 1 + random.nextInt(35);
      assertThat(Tally.of(counts).sumOfTop(n))
          .isEqualTo(
              values.subList(Math.max(0, values.size() - n), values.size()).stream()
                  .mapToLong(Long::longValue)
                  .sum());
      assertThat(Tally.of(counts).median()).isEqualTo(values.get((values.size() - 1) / 2));
      assertThat(Tally.of(counts).sum())
          .isEqualTo(values.stream().mapToLong(Long::longValue).sum());
    }
  }
}
