package io.github.hubgenealogy.explorer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubgenealogy.explorer.genealogy.Edge;
import io.github.hubgenealogy.explorer.made.MadeSnapshot;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  void a_damaged_index_is_one_line_that_says_what_to_do() throws Exception {
    Snapshot snapshot = new MadeSnapshot().model("o/base").publish(lake, "2026-11-01");
    Files.writeString(IndexFiles.of(snapshot), "no database");
    assertThatThrownBy(() -> Explorations.open(snapshot))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.remedy()).startsWith("Delete the file"));
  }
}
