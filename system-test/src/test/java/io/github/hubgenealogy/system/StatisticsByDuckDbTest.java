package io.github.hubgenealogy.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.jobs.Build;
import io.github.hubgenealogy.jobs.bench.DuckDbStatistics;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Sessions;
import io.github.hubgenealogy.lake.store.Snapshot;
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
  /** What we wrote, by the name of the query that counts the same from the tables. */
  private static final Map<String, String> OURS =
      Map.ofEntries(
          Map.entry(
              "relation_share of edges",
              "select \"key\", numerator, denominator from figures where population = 'edges' and statistic = 'relation_share' order by all"),
          Map.entry(
              "relation_share of children",
              "select \"key\", numerator from figures where population = 'children' and statistic = 'relation_share' order by all"),
          Map.entry("children", fanOut("children")),
          Map.entry("fan_out_single_parent", fanOut("fan_out_single_parent")),
          Map.entry("descendants", fanOut("descendants")),
          Map.entry("growth", "select month, relation, models from growth order by all"),
          Map.entry(
              "owner_crossing",
              "select numerator, denominator from figures where population = 'edges' and statistic = 'owner_crossing' and \"key\" = ''"),
          Map.entry(
              "child_has_children",
              "select numerator from figures where population = 'edges' and statistic = 'child_has_children' and \"key\" = ''"),
          Map.entry(
              "relation_transitions",
              "select parent_relation, child_relation, pairs from transitions order by all"),
          Map.entry(
              "license drift",
              "select relation, edges, kept, changed, dropped, added, round(distance, 9) from drift where trait = 'license' and stratum = 'all' and relation <> 'all' order by all"),
          Map.entry(
              "concentration of owner_children",
              "select round(gini, 9), round(hhi, 9) from concentration where measure = 'owner_children'"),
          Map.entry(
              "top_datasets",
              "select value from top_datasets where measure = 'models' order by rank"),
          Map.entry(
              "absent_parents",
              "select numerator from figures where statistic = 'absent_parents' and \"key\" = ''"));

  private static String fanOut(String measure) {
    return "select n, models from fan_out where measure = '" + measure + "' order by all";
  }

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
    Snapshot snapshot =
        SimulatedRaw.write(folder.resolve("lake"), "s", models, 3, folder.resolve("truth"));
    try (SparkSession spark = Sessions.open(new JobsSettings.Spark("local[2]", 4, false), null)) {
      Build.pipeline()
          .run(spark, snapshot, null, JobsSettings.defaults(), null, "compute-statistics", false);
    }
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement duck = connection.createStatement()) {
      assertThat(OURS).containsOnlyKeys(DuckDbStatistics.queries().keySet());
      for (String policy : DuckDbStatistics.POLICIES) {
        views(duck, policy);
        DuckDbStatistics.prepare(duck, folder.resolve("lake/s/tables"), policy);
        for (Map.Entry<String, String> each : DuckDbStatistics.queries().entrySet()) {
          assertThat(lines(duck, OURS.get(each.getKey())))
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
