package io.github.hubgenealogy.jobs.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubgenealogy.jobs.Build;
import io.github.hubgenealogy.jobs.Jobs;
import io.github.hubgenealogy.jobs.RawSnapshot;
import io.github.hubgenealogy.jobs.SparkExtension;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.StatisticsSettings;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.jobs.verify.Findings;
import io.github.hubgenealogy.jobs.verify.Verification;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
final class TombstonesTest {
  private static final ReleaseKey KEY = ReleaseKey.of("0123456789abcdef0123456789abcdef");
  private static final JobsSettings QUICK =
      new JobsSettings(
          null, null, null, null, new StatisticsSettings(1, null, null, null, null), null, null);

  @TempDir Path folder;

  private static String card(String base) {
    return "---\nbase_model: " + base + "\nbase_model_relation: finetune\n---\n";
  }

  private Snapshot published(SparkSession spark, String id, String renamed) throws Exception {
    Snapshot snapshot =
        new RawSnapshot(folder.resolve("lake"), id)
            .model("lab/root")
            .model("zoe/first")
            .card("zoe/first", card("lab/root"))
            .model(renamed, "_id", RawSnapshot.key("yann/leaving"))
            .card(renamed, card("zoe/first"))
            .model("xena/last")
            .card("xena/last", card(renamed))
            .model("wim/alone")
            .write();
    Build.pipeline().run(spark, snapshot, null, QUICK, null, null, false);
    return snapshot;
  }

  private Snapshot release(SparkSession spark, Snapshot source, Path tombstones) throws Exception {
    Path organisations = Files.writeString(folder.resolve("organisations"), "# ours\nLab\n");
    Snapshot target = Lake.at(folder.resolve("out").toString()).snapshot(source.id());
    new SnapshotRelease(
            new SnapshotRelease.Order(
                source, target, null, KEY, organisations, tombstones, null, 5),
            QUICK)
        .write(spark);
    return target;
  }

  private static List<String> rows(
      SparkSession spark, Snapshot snapshot, TableContract table, String... columns)
      throws Exception {
    return new SnapshotTables(spark, snapshot)
        .read(table).selectExpr(columns).collectAsList().stream()
            .map(row -> row.mkString(" "))
            .toList();
  }

  /**
   * By hand: lab/root ← zoe/first ← yann/leaving ← xena/last, and wim/alone. yann asks to be left
   * out, and goes by another name in the next snapshot.
   */
  @Test
  void what_is_left_out_stays_out_under_another_name_and_leaves_an_absent_vertex(SparkSession spark)
      throws Exception {
    Path asked = Files.writeString(folder.resolve("asked"), "# by letter\nYann\n");
    Snapshot first = release(spark, published(spark, "2026-01-01", "yann/leaving"), asked);
    Snapshot second = release(spark, published(spark, "2026-02-01", "nobody/else"), null);

    String former = null;
    for (Snapshot each : List.of(first, second)) {
      Pseudonyms names =
          new Pseudonyms(
              KEY,
              each.id(),
              Set.of("lab"),
              Tombstones.of(Lake.at(folder.resolve("lake").toString()).files()));
      assertThat(rows(spark, each, TableContracts.MODELS, "presence")).hasSize(5);
      List<String> gone =
          rows(
              spark,
              each,
              TableContracts.MODELS,
              "case when presence = 'absent' then concat_ws(' ', model_id, owner, created_at, first_seen) end");
      gone = gone.stream().filter(id -> !id.equals("null")).toList();
      assertThat(gone).hasSize(1).first().asString().matches("gone-[0-9a-f]{20}");
      assertThat(gone.get(0)).isNotEqualTo(former);
      former = gone.get(0);
      assertThat(
              rows(spark, each, TableContracts.EDGES, "child_id", "parent_id", "parent_presence"))
          .containsExactlyInAnyOrder(
              names.model("zoe/first") + " " + names.model("lab/root") + " listed",
              names.model("xena/last") + " " + former + " absent");
      assertThat(rows(spark, each, TableContracts.CARDS, "model_id")).hasSize(4);
      assertThat(names.model("lab/root")).startsWith("lab/m-");
      assertThat(names.owner("zoe")).startsWith("u-");
      Findings findings = Verification.files(each);
      Verification.rules(each, spark, findings);
      assertThat(findings.found()).isEmpty();
    }
    assertThat(Files.readString(folder.resolve("lake/" + Tombstones.FILE)))
        .contains("\nyann\n", "\nkey:" + RawSnapshot.key("yann/leaving") + "\n");
    assertThat(folder.resolve("out/" + Tombstones.FILE)).doesNotExist();
    // The same name in both releases, so that they can be compared.
    assertThat(rows(spark, first, TableContracts.MODELS, "model_id"))
        .filteredOn(id -> !id.startsWith("gone-"))
        .isEqualTo(
            rows(spark, second, TableContracts.MODELS, "model_id").stream()
                .filter(id -> !id.startsWith("gone-"))
                .toList());
  }

  @Test
  void another_key_gives_other_names_and_kinds_do_not_meet() throws Exception {
    Tombstones none = Tombstones.of(Lake.at(folder.toString()).files());
    Pseudonyms names = new Pseudonyms(KEY, "s", Set.of(), none);
    Pseudonyms others =
        new Pseudonyms(
            ReleaseKey.of("another key of at least thirty-two bytes"), "s", Set.of(), none);
    assertThat(names.owner("a")).isNotEqualTo(others.owner("a")).startsWith("u-");
    assertThat(names.model("a/b")).startsWith(names.owner("a") + "/m-");
    assertThat(names.dataset("a/b")).startsWith(names.owner("a") + "/d-");
    assertThat(names.model("a/b").substring(names.model("a/b").indexOf("/m-") + 3))
        .isNotEqualTo(names.dataset("a/b").substring(names.dataset("a/b").indexOf("/d-") + 3));
    assertThat(names.model("/home/a/b")).matches("m-[0-9a-f]{20}");
    assertThat(names.model(null)).isNull();
  }

  @Test
  void a_line_that_is_neither_owner_nor_id_is_refused_by_its_number() throws Exception {
    Path asked = Files.writeString(folder.resolve("asked"), "a\nb/c/d\n");
    Tombstones none = Tombstones.of(Lake.at(folder.toString()).files());
    assertThatThrownBy(() -> none.with(asked))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("line 2");
    assertThatThrownBy(() -> none.with(folder.resolve("nowhere"))).isInstanceOf(Fault.class);
  }

  @Test
  void a_key_that_is_missing_or_short_is_refused_in_one_line_that_does_not_show_it() {
    assertThatThrownBy(() -> ReleaseKey.of(null))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("HUBGEN_RELEASE_KEY");
    assertThatThrownBy(() -> ReleaseKey.of("sesame"))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("shorter than 32 bytes")
        .hasMessageNotContaining("sesame");
    StringWriter err = new StringWriter();
    int code =
        Jobs.runMain(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err, true),
            "release",
            "--lake",
            folder.toString(),
            "--to",
            folder.resolve("out").toString());
    assertThat(code).isEqualTo(3);
    assertThat(err.toString().lines()).hasSize(1).first().asString().contains("HUBGEN_RELEASE_KEY");
  }
}
