package io.github.hubgenealogy.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.jobs.Jobs;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Retention;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.SnapshotManifest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A published snapshot built again from its own raw tables, under a name of its own. */
final class RevisionTest {
  @TempDir Path lake;

  private final StringWriter said = new StringWriter();

  @BeforeEach
  void copy_of_the_sample() throws IOException {
    Path sample = Path.of(System.getProperty("hubgen.home"), "data", "sample", "sample");
    try (Stream<Path> all = Files.walk(sample)) {
      for (Path each : all.toList()) {
        Path target = lake.resolve("sample").resolve(sample.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.copy(each, target);
        }
      }
    }
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--lake", lake.toString()));
    return Jobs.runMain(
        new PrintWriter(said, true), new PrintWriter(said, true), all.toArray(String[]::new));
  }

  @Test
  void a_revision_refers_to_the_raw_tables_it_was_made_of_and_is_verified_with_them()
      throws Exception {
    byte[] before = Files.readAllBytes(lake.resolve("sample/manifest.json"));
    assertThat(run("build", "--snapshot", "sample.r2")).as(said.toString()).isZero();

    Snapshot base = Lake.at(lake.toString()).snapshot("sample");
    SnapshotManifest first = SnapshotManifest.read(base);
    SnapshotManifest second = SnapshotManifest.read(Lake.at(lake.toString()).snapshot("sample.r2"));
    assertThat(Files.exists(lake.resolve("sample.r2/raw"))).isFalse();
    assertThat(Files.readAllBytes(lake.resolve("sample/manifest.json"))).isEqualTo(before);
    assertThat(second.origin()).isEqualTo(first.origin());
    assertThat(second.predecessor()).isEqualTo(first.predecessor());
    assertThat(second.tables()).hasSameSizeAs(first.tables());
    for (SnapshotManifest.Table table : second.tables()) {
      boolean raw = table.path().startsWith("raw/");
      assertThat(table.snapshot()).as(table.table()).isEqualTo(raw ? "sample" : null);
      SnapshotManifest.Table same =
          first.tables().stream()
              .filter(each -> each.table().equals(table.table()))
              .findAny()
              .orElseThrow();
      if (raw) {
        assertThat(table.files()).isEqualTo(same.files());
      } else {
        assertThat(table.rows()).as(table.table()).isEqualTo(same.rows());
      }
    }
    assertThat(run("verify", "sample.r2")).as(said.toString()).isZero();
    assertThat(new Retention(Lake.at(lake.toString())).decide(1))
        .noneMatch(Retention.Verdict::goes);

    Path raw = lake.resolve("sample/raw/models/part-00000.parquet");
    byte[] bytes = Files.readAllBytes(raw);
    bytes[bytes.length / 2] ^= 1;
    Files.write(raw, bytes);
    assertThat(run("verify", "sample.r2")).isEqualTo(3);
    assertThat(said.toString()).contains("raw/models/part-00000.parquet");
  }

  @Test
  void what_is_published_says_how_it_is_revised() {
    assertThat(run("build", "--snapshot", "sample", "--force")).isEqualTo(3);
    assertThat(said.toString()).contains("revise it: --snapshot sample.r2");
  }
}
