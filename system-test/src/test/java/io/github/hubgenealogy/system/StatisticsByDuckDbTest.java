package io.github.hubgenealogy.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.jobs.Build;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Sessions;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.simulator.Simulate;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The statistics of a simulated Hub against the same figures by SQL in another engine. */
final class StatisticsByDuckDbTest {
  /** What we wrote, and how SQL counts it from tables; edge, model and p are views for a policy. */
  private static final Map<String, String> COMPARISONS = new LinkedHashMap<>();

  static {
    COMPARISONS.put(
        "select \"key\", numerator, denominator from figures where population = 'edges' and statistic = 'relation_share' order by all",
        "select relation, count(*), (select count(*) from edge) from edge group by 1 order by all");
    COMPARISONS.put(
        "select \"key\", numerator from figures where population = 'children' and statistic = 'relation_share' order by all",
        "select relation, count(distinct child_id) from edge group by 1 order by all");
    COMPARISONS.put(
        "select n, models from fan_out where measure = 'children' order by all",
        "select n, count(*) from (select count(e.child_id) n from model m left join edge e on e.parent_id = m.model_id group by m.model_id) group by 1 order by all");
    COMPARISONS.put(
        "select n, models from fan_out where measure = 'fan_out_single_parent' order by all",
        "select n, count(*) from (select count(e.child_id) n from model m left join (select child_id, min(parent_id) parent_id from edge group by 1 having count(*) = 1) e on e.parent_id = m.model_id group by m.model_id) group by 1 order by all");
    COMPARISONS.put(
        "select n, models from fan_out where measure = 'descendants' order by all",
        "with recursive below(a, d) as (select parent_id, child_id from edge union select b.a, e.child_id from below b join edge e on e.parent_id = b.d) "
            + "select n, count(*) from (select count(distinct b.d) filter (b.d <> b.a) n from model m left join below b on b.a = m.model_id group by m.model_id) group by 1 order by all");
    COMPARISONS.put(
        "select month, relation, models from growth order by all",
        "select case when created_at is null then '' else greatest(strftime(created_at, '%Y-%m'), '2022-03') end, coalesce(r, 'root'), count(*) "
            + "from model m left join (select child_id, case when count(distinct relation) = 1 then min(relation) else 'mixed' end r from edge group by 1) e "
            + "on e.child_id = m.model_id where presence = 'listed' group by 1, 2 order by all");
    COMPARISONS.put(
        "select numerator, denominator from figures where population = 'edges' and statistic = 'owner_crossing' and \"key\" = ''",
        "select count(*) filter (split_part(child_id, '/', 1) <> split_part(parent_id, '/', 1)), count(*) from edge");
    COMPARISONS.put(
        "select numerator from figures where population = 'edges' and statistic = 'child_has_children' and \"key\" = ''",
        "select count(*) from edge where child_id in (select parent_id from edge)");
    COMPARISONS.put(
        "select parent_relation, child_relation, pairs from transitions order by all",
        "select coalesce(a.relation, 'root'), e.relation, count(*) from edge e left join edge a on a.child_id = e.parent_id group by 1, 2 order by all");
    COMPARISONS.put(
        "select relation, edges, kept, changed, dropped, added, round(distance, 9) from drift where trait = 'license' and stratum = 'all' and relation <> 'all' order by all",
        "select relation, count(*), count(*) filter (c = p), count(*) filter (c <> p), count(*) filter (p is not null and c is null), "
            + "count(*) filter (p is null and c is not null), "
            + "round(avg(1 - len(list_intersect(c, p)) / len(list_distinct(list_concat(c, p)))) filter (c is not null and p is not null), 9) "
            + "from (select relation, nullif(list_sort(list_distinct(c.licenses)), []) c, nullif(list_sort(list_distinct(p.licenses)), []) p "
            + "from edge e join listed c on c.model_id = child_id join listed p on p.model_id = parent_id) group by 1 order by all");
    COMPARISONS.put(
        "select round(gini, 9), round(hhi, 9) from concentration where measure = 'owner_children'",
        "with held as (select owner, coalesce(sum(n), 0) x from model m left join (select parent_id, count(*) n from edge group by 1) e on e.parent_id = m.model_id "
            + "where owner is not null group by 1), ranked as (select x, row_number() over (order by x) i, count(*) over () n, sum(x) over () s from held) "
            + "select round(sum((2 * i - n - 1) * x) / max(n * s), 9), round(sum(x * x) / max(s * s), 9) from ranked");
    COMPARISONS.put(
        "select value from top_datasets where measure = 'models' order by rank",
        "select count(*) from mention join model using (model_id) group by dataset_id order by 1 desc limit 100");
    COMPARISONS.put(
        "select numerator from figures where statistic = 'absent_parents' and \"key\" = ''",
        "select count(*) from model where presence <> 'listed' and model_id in (select parent_id from edge)");
  }

  private static final List<String> POLICIES =
      List.of(
          "union",
          "union_listed",
          "union_no_merge",
          "card",
          "hub",
          "tags_2025",
          "tags_2025_phantoms",
          "tags_2025_no_merge",
          "union_text");

  @TempDir Path folder;

  private static List<String> lines(Statement statement, String sql) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          line.append(i == 1 ? "" : " ").append(rows.getString(i));
        }
        lines.add(line.toString());
      }
    }
    return lines;
  }

  private void views(Statement duck, String policy) throws SQLException {
    Map<String, String> views = new LinkedHashMap<>();
    // Under hub and the tags the relation is that source's own.
    String own =
        switch (policy) {
          case "hub" -> "relation_hub";
          case "tags_2025", "tags_2025_phantoms", "tags_2025_no_merge" -> "relation_tag";
          default -> "relation";
        };
    views.put(
        "edge",
        "select * replace (coalesce("
            + own
            + ", 'unspecified') as relation) from @tables/edges where list_contains(policies, '"
            + policy
            + "')");
    views.put("listed", "select * from @tables/models where presence = 'listed'");
    views.put("mention", "select * from @tables/dataset_edges");
    views.put(
        "model",
        switch (policy) {
          case "union_listed", "tags_2025", "tags_2025_no_merge" -> "select * from listed";
          case "card", "hub", "tags_2025_phantoms" ->
              "select * from @tables/models where presence = 'listed' or model_id in (select parent_id from edge)";
          default ->
              "select * from @tables/models where presence = 'listed' or model_id in "
                  + "(select parent_id from @tables/edges where list_contains(policies, 'union'))";
        });
    Map.of(
            "figures", "statistics",
            "fan_out", "fan_out",
            "growth", "growth",
            "transitions", "relation_transitions",
            "drift", "trait_drift",
            "concentration", "concentration",
            "top_datasets", "top_datasets",
            "sizes", "component_sizes")
        .forEach(
            (view, table) ->
                views.put(
                    view, "select * from @stats/" + table + " where policy = '" + policy + "'"));
    for (Map.Entry<String, String> view : views.entrySet()) {
      duck.execute(
          "create or replace view "
              + view.getKey()
              + " as "
              + view.getValue()
                  .replaceAll(
                      "@(\\w+)/(\\w+)",
                      "read_parquet('" + folder + "/lake/s/$1/$2/**/*.parquet')"));
    }
  }

  private void compare(int models) throws Exception {
    StringWriter said = new StringWriter();
    int code =
        Simulate.runMain(
            new PrintWriter(said),
            new PrintWriter(said),
            "--models",
            Integer.toString(models),
            "--seed",
            "3",
            "--raw",
            folder.resolve("lake/s").toString());
    assertThat(code).as(said.toString()).isZero();
    try (SparkSession spark = Sessions.open(new JobsSettings.Spark("local[2]", 4, false), null)) {
      Build.pipeline()
          .run(
              spark,
              Lake.at(folder.resolve("lake").toString()).snapshot("s"),
              null,
              JobsSettings.defaults(),
              null,
              "compute-statistics",
              false);
    }
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement duck = connection.createStatement()) {
      for (String policy : POLICIES) {
        views(duck, policy);
        for (Map.Entry<String, String> each : COMPARISONS.entrySet()) {
          assertThat(lines(duck, each.getKey()))
              .as("%s: %s", policy, each.getKey())
              .isNotEmpty()
              .isEqualTo(lines(duck, each.getValue()));
        }
      }
      // Components as the lineage engine wrote them, which statistics do not read.
      for (String policy : List.of("union", "union_no_merge", "hub")) {
        views(duck, policy);
        assertThat(lines(duck, "select size, components from sizes order by all"))
            .isEqualTo(
                lines(
                    duck,
                    "select n, count(*) from (select count(*) n from read_parquet('"
                        + folder
                        + "/lake/s/tables/lineage/**/*.parquet', hive_partitioning = true) where policy = '"
                        + policy
                        + "' group by component_id) group by 1 order by all"));
      }
    }
  }

  @Test
  void statistics_of_five_thousand_models_are_those_that_sql_counts() throws Exception {
    compare(5_000);
  }

  @Test
  @Tag("slow")
  void statistics_of_fifty_thousand_models_are_those_that_sql_counts() throws Exception {
    compare(50_000);
  }
}
