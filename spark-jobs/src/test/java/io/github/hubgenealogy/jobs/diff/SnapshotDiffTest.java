package io.github.hubgenealogy.jobs.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.jobs.Build;
import io.github.hubgenealogy.jobs.Jobs;
import io.github.hubgenealogy.jobs.RawSnapshot;
import io.github.hubgenealogy.jobs.SparkExtension;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.report.DiffPage;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Origin;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
final class SnapshotDiffTest {
  private static final String KEY_OF_THE_RENAMED = RawSnapshot.key("x/old");

  @TempDir Path lake;

  private static String card(String yaml) {
    return "---\n" + yaml + "\n---\n";
  }

  private void build(SparkSession spark, Snapshot snapshot) throws Exception {
    Build.pipeline()
        .run(spark, snapshot, null, JobsSettings.defaults(), null, "compute-statistics", false);
  }

  private Snapshot earlier(SparkSession spark) throws Exception {
    Snapshot snapshot =
        new RawSnapshot(lake, "2026-01-01")
            .model("a/root")
            .model("b/one")
            .card("b/one", card("base_model: a/root\nbase_model_relation: finetune"))
            .model("c/two")
            .card("c/two", card("base_model: b/one"))
            .model("x/old", "_id", KEY_OF_THE_RENAMED)
            .model("y/child")
            .card("y/child", card("base_model: x/old\nbase_model_relation: adapter"))
            .model("z/gone")
            .card("z/gone", card("base_model: a/root"))
            .write();
    build(spark, snapshot);
    return snapshot;
  }

  private Snapshot later(SparkSession spark) throws Exception {
    Snapshot snapshot =
        new RawSnapshot(lake, "2026-02-01")
            .model("a/root")
            .model("b/one")
            .card("b/one", card("base_model: a/root\nbase_model_relation: quantized"))
            .model("c/two")
            .model("n/new")
            .card("n/new", card("base_model: [a/root, x/new]\nbase_model_relation: merge"))
            .model("x/new", "_id", KEY_OF_THE_RENAMED)
            .model("y/child")
            .card("y/child", card("base_model: x/new\nbase_model_relation: adapter"))
            .write();
    build(spark, snapshot);
    return snapshot;
  }

  @Test
  void what_differs_between_two_small_snapshots_is_what_one_sees(SparkSession spark)
      throws Exception {
    Snapshot earlier = earlier(spark);
    Snapshot later = later(spark);
    Snapshot target = Lake.at(lake.toString()).diff(earlier, later);
    Map<String, Long> written =
        new SnapshotDiff(
                new SnapshotTables(spark, earlier),
                new SnapshotTables(spark, later),
                target,
                "both")
            .write();
    SnapshotTables diff = new SnapshotTables(spark, target);
    page(diff, written);

    assertThat(rows(diff, TableContracts.DIFF_MODELS, "change", "model_id", "former_id"))
        .containsExactly("created n/new null", "deleted z/gone z/gone", "renamed x/new x/old");
    assertThat(rows(diff, TableContracts.DIFF_CARDS, "change", "model_id"))
        .containsExactly("changed b/one", "removed c/two", "changed y/child");
    assertThat(
            rows(
                diff,
                TableContracts.DIFF_EDGES,
                "child_id",
                "parent_id",
                "change",
                "relation_before",
                "relation_after"))
        .containsExactly(
            "b/one a/root retyped finetune quantized",
            "c/two b/one removed finetune null",
            "n/new a/root added null merge",
            "n/new x/new added null merge",
            "z/gone a/root removed finetune null");
    assertThat(
            rows(
                diff,
                TableContracts.DIFF_COMPONENTS,
                "change",
                "component_id",
                "size",
                "parts",
                "largest_part"))
        .containsExactly("merged a/root 4 2 2", "split a/root 3 2 2");
    assertThat(
            diff.read(TableContracts.DIFF_STATISTICS)
                .where("policy = 'union' and population = 'edges' and statistic = 'edges'")
                .selectExpr("value_before", "value_after", "difference")
                .collectAsList())
        .hasToString("[[4.0,4.0,0.0]]");
  }

  /** The page has the same rows, its tables as files beside it, and nothing that a browser runs. */
  private void page(SnapshotTables diff, Map<String, Long> written) throws Exception {
    new DiffPage(diff, "2026-01-01", "2026-02-01", Origin.SIMULATED).write("form", written);
    Path folder = lake.resolve("diffs/2026-02-01/since-2026-01-01/report");
    assertThat(Files.readString(folder.resolve("index.html")))
        .contains("What changed among the Hub", "2026-02-01 since 2026-01-01", "Simulated: every")
        .contains("x/new", "x/old", "z/gone", "Models by what became of them")
        .doesNotContain("<script", "id=\"methods\"");
    assertThat(Files.readString(folder.resolve("edges-by-relation.csv")))
        .contains("\"finetune\",\"quantized\",1");
    assertThat(Files.readString(folder.resolve("models-renamed.csv")))
        .contains("\"x/new\",\"x/old\",2");
    Path csv = folder.resolve("cards-by-change.csv");
    Files.writeString(csv, "left alone");
    new DiffPage(diff, "2026-01-01", "2026-02-01", Origin.SIMULATED).write("form", written);
    assertThat(Files.readString(csv)).isEqualTo("left alone");
  }

  private static List<String> rows(SnapshotTables tables, TableContract table, String... columns)
      throws Exception {
    return tables.read(table).selectExpr(columns).collectAsList().stream()
        .map(row -> row.mkString(" "))
        .toList();
  }

  @Test
  void a_snapshot_that_is_not_published_cannot_be_compared() {
    StringWriter err = new StringWriter();
    int code =
        Jobs.runMain(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err, true),
            "diff",
            "2026-01-01",
            "2026-02-01",
            "--lake",
            lake.toString());
    assertThat(code).isEqualTo(3);
    assertThat(err.toString().lines()).hasSize(1).first().asString().contains("2026-01-01");
  }
}
