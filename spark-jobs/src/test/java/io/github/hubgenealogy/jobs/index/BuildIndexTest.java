package io.github.hubgenealogy.jobs.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubgenealogy.jobs.Build;
import io.github.hubgenealogy.jobs.RawSnapshot;
import io.github.hubgenealogy.jobs.SparkExtension;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.lake.index.IndexContent;
import io.github.hubgenealogy.lake.index.SnapshotIndex;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.SnapshotManifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.util.HexFormat;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The index of the explorer as a file of the snapshot, and none where nobody asked. */
@ExtendWith(SparkExtension.class)
final class BuildIndexTest {
  @TempDir private Path lake;

  private SnapshotManifest built(SparkSession spark, String id, Boolean index) throws Exception {
    RawSnapshot raw = new RawSnapshot(lake, id);
    raw.model("o/base");
    raw.model("o/child", "tags", List.of("base_model:finetune:o/base"));
    Snapshot snapshot = raw.write();
    JobsSettings settings =
        new JobsSettings(
            null,
            null,
            null,
            null,
            null,
            null,
            new JobsSettings.Publication(null, null, null, null, null, null, index));
    Build.pipeline().run(spark, snapshot, null, settings, null, null, false);
    return SnapshotManifest.read(snapshot);
  }

  private static Object content(SnapshotManifest manifest) {
    return manifest.artefacts().stream()
        .filter(folder -> folder.path().equals(SnapshotIndex.FOLDER))
        .map(folder -> folder.facts().get(SnapshotManifest.CONTENT))
        .findFirst()
        .orElse(null);
  }

  private static List<DataFile> indexes(SnapshotManifest manifest) {
    return manifest.artefacts().stream()
        .filter(folder -> folder.path().equals(SnapshotIndex.FOLDER))
        .flatMap(folder -> folder.files().stream())
        .toList();
  }

  @Test
  void the_manifest_lists_an_index_of_the_graph_by_number_unless_the_settings_say_otherwise(
      SparkSession spark) throws Exception {
    DataFile listed = indexes(built(spark, "with", null)).get(0);
    Path file = lake.resolve("with").resolve(SnapshotIndex.FOLDER).resolve(listed.name());
    byte[] bytes = Files.readAllBytes(file);
    assertThat(listed.bytes()).isEqualTo(bytes.length);
    assertThat(listed.sha256())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select child, parent, ids, array_to_string(array(select id_bytes from explorer.vertices), ' ')"
                    + " from explorer.arcs, explorer.ids")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(1);
      assertThat(rows.getInt(2)).isEqualTo(0);
      assertThat(rows.getString(3)).isEqualTo("o/base" + "o/child");
      assertThat(rows.getString(4)).isEqualTo("6 7");
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void two_builds_of_the_same_raw_tables_have_manifests_equal_but_for_the_index_files_own_checksum(
      SparkSession spark) throws Exception {
    SnapshotManifest first = built(spark, "2026-11-01", null);
    byte[] before = first.comparable();
    Lake.at(lake.toString()).files().delete("2026-11-01");
    SnapshotManifest second = built(spark, "2026-11-01", null);
    assertThat(new String(second.comparable(), StandardCharsets.UTF_8))
        .isEqualTo(new String(before, StandardCharsets.UTF_8))
        .contains(SnapshotManifest.CONTENT);
  }

  @Test
  void the_content_is_that_of_the_rows_and_is_another_where_one_value_is(SparkSession spark)
      throws Exception {
    SnapshotManifest manifest = built(spark, "with", null);
    Path file = lake.resolve("with/" + SnapshotIndex.FOLDER + "/" + SnapshotIndex.FILE);
    assertThat(content(manifest)).isEqualTo(IndexContent.of(file));
    try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        var statement = connection.createStatement()) {
      statement.execute("update explorer.vertices set likes = likes + 1 where rowid = 0");
    }
    assertThat(content(manifest)).isNotEqualTo(IndexContent.of(file));
  }

  @Test
  void a_database_that_cannot_be_made_or_read_is_an_error_that_says_why(SparkSession spark)
      throws Exception {
    built(spark, "with", false);
    Path taken = Files.writeString(lake.resolve("taken"), "no database, and longer than a header");
    assertThatThrownBy(
            () -> SnapshotIndex.make(Lake.at(lake.toString()).snapshot("with"), taken, 1))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("database of snapshot with at " + taken + ": ")
        .hasMessageContaining("not a valid DuckDB database file");
    assertThatThrownBy(() -> IndexContent.of(taken))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not a valid DuckDB database file");
  }

  @Test
  void none_is_made_where_the_settings_do_not_ask(SparkSession spark) throws Exception {
    assertThat(indexes(built(spark, "without", false))).isEmpty();
    assertThat(lake.resolve("without").resolve(SnapshotIndex.FOLDER)).doesNotExist();
  }
}
