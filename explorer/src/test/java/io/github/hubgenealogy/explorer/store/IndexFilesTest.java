package io.github.hubgenealogy.explorer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubgenealogy.explorer.genealogy.Edge;
import io.github.hubgenealogy.explorer.genealogy.Member;
import io.github.hubgenealogy.explorer.genealogy.Presence;
import io.github.hubgenealogy.explorer.made.MadeSnapshot;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.index.SnapshotIndex;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.SnapshotManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index: made whole, once, by whoever comes first, and of older snapshots too. */
final class IndexFilesTest {
  @TempDir private Path lake;

  @Test
  void several_that_come_at_once_find_one_whole_file_and_leave_nothing_else() throws Exception {
    Snapshot snapshot =
        new MadeSnapshot().edge("o/child", "o/base", "merge").publish(lake, "2026-11-01");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Integer> opening =
          () -> {
            try (StoredGenealogy genealogy = Explorations.open(snapshot)) {
              return genealogy.snapshot().models();
            }
          };
      for (Future<Integer> opened :
          threads.invokeAll(List.of(opening, opening, opening, opening))) {
        assertThat(opened.get()).isEqualTo(2);
      }
    } finally {
      threads.shutdownNow();
    }
    try (Stream<Path> files = Files.list(lake.resolve(IndexFiles.FOLDER))) {
      assertThat(files).hasSize(1);
    }
    assertThat(Lake.at(lake.toString()).snapshots()).hasSize(1);
  }

  @Test
  void a_snapshot_from_before_a_column_or_a_table_reads_as_null_and_empty() throws Exception {
    Snapshot snapshot =
        new MadeSnapshot()
            .edge("o/child", "o/base", "merge")
            .without(TableContracts.EDGES, "typed_tag_alone", "parent_reregistered")
            .publish(lake, "2020-01-01");
    try (StoredGenealogy genealogy = Explorations.open(snapshot)) {
      Edge edge = genealogy.edges("o/child", "o/base").get(0);
      assertThat(edge.warnings()).isEmpty();
      assertThat(genealogy.sheet("o/base").card()).isNull();
      assertThat(genealogy.sheet("o/base").lineage()).isNull();
      assertThat(genealogy.snapshot().definitions()).isNull();
    }
  }

  @Test
  void more_names_of_libraries_and_tasks_than_sixteen_bits_number_are_all_kept() throws Exception {
    MadeSnapshot made = new MadeSnapshot();
    int models = 70_000;
    for (int i = 0; i < models; i++) {
      made.model(name(i), "library_name", "library " + i, "pipeline_tag", "task " + (models - i));
    }
    made.model(name(models), "gated", "manual").edge(name(models), name(0), "merge");
    try (StoredGenealogy genealogy = Explorations.open(made.publish(lake, "2026-11-01"))) {
      for (int i : new int[] {0, 1, 32_767, 32_768, 65_535, 65_536, models - 1}) {
        Member member = genealogy.sheet(name(i)).model();
        assertThat(member.library()).isEqualTo("library " + i);
        assertThat(member.task()).isEqualTo("task " + (models - i));
        assertThat(member.gated()).isNull();
        assertThat(member.presence()).isEqualTo(Presence.LISTED);
      }
      Member last = genealogy.sheet(name(models)).model();
      assertThat(last.library()).isNull();
      assertThat(last.gated()).isEqualTo("manual");
    }
  }

  private static String name(int i) {
    return String.format(Locale.ROOT, "o/m%05d", i);
  }

  @Test
  void a_damaged_index_is_one_line_that_says_what_to_do() throws Exception {
    Snapshot snapshot = new MadeSnapshot().model("o/base").publish(lake, "2026-11-01");
    Files.writeString(IndexFiles.of(snapshot), "no database");
    assertThatThrownBy(() -> Explorations.open(snapshot))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.remedy()).startsWith("Delete the file"));
  }

  @Test
  void an_index_that_the_build_made_and_the_manifest_lists_is_the_one_that_is_read()
      throws Exception {
    Snapshot snapshot = new MadeSnapshot().model("o/base").publish(lake, "2026-11-01");
    Path made = IndexFiles.of(snapshot);
    Path own = lake.resolve("2026-11-01/" + SnapshotIndex.FOLDER + "/" + SnapshotIndex.FILE);
    Files.createDirectories(own.getParent());
    Files.move(made, own);
    SnapshotManifest before = SnapshotManifest.read(snapshot);
    SnapshotManifest listing =
        new SnapshotManifest(
            before.manifestVersion(),
            before.snapshot(),
            before.origin(),
            before.predecessor(),
            before.commit(),
            before.versions(),
            before.configuration(),
            before.crawl(),
            before.rejects(),
            before.tables(),
            List.of(
                new SnapshotManifest.Artefacts(
                    SnapshotIndex.FOLDER,
                    "f",
                    Map.of(),
                    List.of(new DataFile(SnapshotIndex.FILE, 0, Files.size(own), "0")))),
            null);
    Files.write(lake.resolve("2026-11-01/manifest.json"), listing.bytes());
    assertThat(IndexFiles.of(snapshot)).isEqualTo(own);
    try (StoredGenealogy genealogy = Explorations.open(snapshot)) {
      assertThat(genealogy.snapshot().models()).isEqualTo(1);
    }
    try (Stream<Path> files = Files.list(lake.resolve(IndexFiles.FOLDER))) {
      assertThat(files).isEmpty();
    }
  }
}
