package io.github.hubgenealogy.lake.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RetentionTest {
  @TempDir Path folder;
  private Lake lake;

  @BeforeEach
  void open() {
    lake = Lake.writableAt(folder.toString());
  }

  private void write(String path, String text) throws IOException {
    try (OutputStream file = lake.files().write(path)) {
      file.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void publish(String id, String origin, String rawPath) throws IOException {
    write(id + "/tables/edges/part-00000.parquet", "12345");
    SnapshotManifest manifest =
        new SnapshotManifest(
            SnapshotManifest.VERSION,
            id,
            origin,
            null,
            "abc",
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            List.of(
                new SnapshotManifest.Table(
                    "raw_models",
                    null,
                    rawPath,
                    1,
                    "f",
                    1,
                    Map.of(),
                    List.of(new DataFile("part-00000.parquet", 1, 5, "sum")))),
            List.of(),
            null);
    lake.files().createIfAbsent(id + "/manifest.json", manifest.bytes());
  }

  private List<String> going(int keep) throws IOException {
    return new Retention(lake)
        .decide(keep).stream()
            .filter(Retention.Verdict::goes)
            .map(each -> each.snapshot().id())
            .toList();
  }

  @Test
  void the_newest_of_each_origin_stay_and_what_is_not_published_is_not_asked() throws Exception {
    publish("2026-01-01", "hub", "raw/models");
    publish("2026-02-01", "hub", "raw/models");
    publish("2026-03-01", "simulated", "raw/models");
    publish("2026-04-01", "simulated", "raw/models");
    write("2025-12-01/raw/journal/models/start.json", "{}");

    assertThat(going(1)).containsExactly("2026-01-01", "2026-03-01");
    assertThat(going(2)).isEmpty();
    assertThat(new Retention(lake).decide(1)).extracting(Retention.Verdict::bytes).containsOnly(5L);
  }

  @Test
  void what_a_kept_revision_was_made_from_stays() throws Exception {
    publish("2026-01-01", "hub", "raw/models");
    publish("2026-01-01.r2", "hub", "raw/models");
    publish("2026-02-01", "hub", "raw/models");
    assertThat(going(2)).as("by its name").isEmpty();
    assertThat(going(1)).containsExactly("2026-01-01", "2026-01-01.r2");
  }

  @Test
  void what_a_kept_manifest_names_files_of_stays() throws Exception {
    publish("2026-01-01", "hub", "raw/models");
    publish("2026-02-01", "hub", "raw/models");
    publish("another", "import", "../2026-01-01/raw/models");
    assertThat(going(1)).isEmpty();
  }

  @Test
  void a_removal_leaves_nothing_and_one_that_was_cut_short_is_no_snapshot_and_is_ended()
      throws Exception {
    publish("2026-01-01", "hub", "raw/models");
    publish("2026-02-01", "hub", "raw/models");
    Retention retention = new Retention(lake);
    String made = SnapshotManifest.checksumOf(lake.snapshot("2026-01-01")) + ".v2.duckdb";
    write(Retention.INDEXES + "/" + made, "index");
    write(Retention.INDEXES + "/of-another.v2.duckdb", "index");
    retention.remove(lake.snapshot("2026-01-01"));
    assertThat(lake.files().list(Retention.INDEXES))
        .extracting(LakeFiles.Entry::name)
        .containsExactly("of-another.v2.duckdb");
    assertThat(lake.files().exists("2026-01-01")).isFalse();

    write("2026-03-01/pruned.json", "{}");
    write("2026-03-01/tables/edges/part-00000.parquet", "12345");
    assertThat(lake.snapshots()).extracting(Snapshot::id).containsExactly("2026-02-01");
    assertThat(lake.forWriting(null, Clock.systemUTC()).id()).isNotEqualTo("2026-03-01");
    assertThat(retention.sweep()).containsExactly("2026-03-01");
    assertThat(lake.files().exists("2026-03-01")).isFalse();
    assertThat(lake.files().exists("2026-02-01/tables/edges/part-00000.parquet")).isTrue();
  }
}
