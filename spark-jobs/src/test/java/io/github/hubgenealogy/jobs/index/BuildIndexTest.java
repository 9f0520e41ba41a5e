package io.github.hubgenealogy.jobs.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.jobs.Build;
import io.github.hubgenealogy.jobs.RawSnapshot;
import io.github.hubgenealogy.jobs.SparkExtension;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.lake.index.SnapshotIndex;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.SnapshotManifest;
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

  private static List<DataFile> indexes(SnapshotManifest manifest) {
    return manifest.artefacts().stream()
        .filter(folder -> folder.path().equals(SnapshotIndex.FOLDER))
        .flatMap(folder -> folder.files().stream())
        .toList();
  }

  @Test
  void the_manifest_lists_an_index_that_holds_the_tables_where_the_settings_ask(SparkSession spark)
      throws Exception {
    DataFile listed = indexes(built(spark, "with", true)).get(0);
    Path file = lake.resolve("with").resolve(SnapshotIndex.FOLDER).resolve(listed.name());
    byte[] bytes = Files.readAllBytes(file);
    assertThat(listed.bytes()).isEqualTo(bytes.length);
    assertThat(listed.sha256())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select child_id, parent_id from edges")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("o/child");
      assertThat(rows.getString(2)).isEqualTo("o/base");
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void none_is_made_where_the_settings_do_not_ask(SparkSession spark) throws Exception {
    assertThat(indexes(built(spark, "without", null))).isEmpty();
    assertThat(lake.resolve("without").resolve(SnapshotIndex.FOLDER)).doesNotExist();
  }
}
