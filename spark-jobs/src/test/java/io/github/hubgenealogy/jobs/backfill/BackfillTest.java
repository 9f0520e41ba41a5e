package io.github.hubgenealogy.jobs.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubgenealogy.jobs.Build;
import io.github.hubgenealogy.jobs.SparkExtension;
import io.github.hubgenealogy.jobs.hubstats.ImportHubStats;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
final class BackfillTest {
  @TempDir Path folder;

  private Path dump(String place, String rows) throws Exception {
    Path file = folder.resolve(place);
    Files.createDirectories(file.getParent());
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
      duck.createStatement()
          .execute(
              "copy (select key as _id, id, ['x'] as tags, {'base_model': base} as cardData"
                  + " from (values "
                  + rows
                  + ") as t(key, id, base)) to '"
                  + file
                  + "' (format parquet)");
    }
    return file;
  }

  @Test
  void dated_files_are_found_in_either_layout_oldest_first() throws Exception {
    Files.createDirectories(folder.resolve("models/2025-02-03"));
    Files.createFile(folder.resolve("models/2025-02-03/models.parquet"));
    Files.createFile(folder.resolve("2024-12-30.parquet"));
    Files.createFile(folder.resolve("notes.txt"));
    assertThat(Archive.of(folder).keySet()).containsExactly("2024-12-30", "2025-02-03");
  }

  @Test
  void a_folder_without_dated_files_and_a_date_given_twice_are_refused() throws Exception {
    assertThatThrownBy(() -> Archive.of(folder))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("no dated file");
    assertThatThrownBy(() -> Archive.of(folder.resolve("nowhere"))).isInstanceOf(Fault.class);
    Files.createDirectories(folder.resolve("models/2025-02-03"));
    Files.createFile(folder.resolve("models/2025-02-03/models.parquet"));
    Files.createFile(folder.resolve("2025-02-03.parquet"));
    assertThatThrownBy(() -> Archive.of(folder))
        .hasMessageContaining("two files are of 2025-02-03");
  }

  /**
   * By hand. First: a ← b ← c, and d. Then b is gone, so that c is an orphan, e descends from a,
   * and d goes by another name.
   */
  @Test
  void growth_between_two_snapshots_is_what_one_counts(SparkSession spark) throws Exception {
    Lake lake = Lake.at(folder.resolve("lake").toString());
    Snapshot first = lake.snapshot("2025-01-06");
    Path one =
        dump(
            "1.parquet",
            "('k1','o/a',null), ('k2','o/b','o/a'), ('k3','o/c','o/b'), ('k4','o/d',null)");
    Path two =
        dump(
            "2.parquet",
            "('k1','o/a',null), ('k3','o/c','o/b'), ('k4','o/newname',null), ('k5','o/e','o/a')");
    ImportHubStats.run(spark, one, first);
    build(spark, first);
    Snapshot second = lake.snapshot("2025-01-13");
    ImportHubStats.run(spark, two, second);
    build(spark, second);

    assertThat(GrowthLine.of(new SnapshotTables(spark, first), null))
        .isEqualTo(new GrowthLine("2025-01-06", 4, 2, 2, 3, "o/a", 2, 0, -1, -1));
    assertThat(GrowthLine.of(new SnapshotTables(spark, second), new SnapshotTables(spark, first)))
        .isEqualTo(new GrowthLine("2025-01-13", 5, 2, 2, 2, "o/a", 1, 1, 2, 1));
  }

  private static void build(SparkSession spark, Snapshot snapshot) throws Exception {
    Build.pipeline()
        .run(spark, snapshot, null, JobsSettings.defaults(), null, "trace-lineage", false);
  }
}
