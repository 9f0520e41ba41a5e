package io.github.hubgenealogy.lake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubgenealogy.lake.command.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderLockTest {
  @TempDir Path folder;

  @Test
  void a_second_writer_refuses_and_names_the_first_until_that_one_ends() throws Exception {
    Lake lake = Lake.at(folder.toString());
    String place = lake.locks(lake.snapshot("s"));
    try (FolderLock held = FolderLock.take(lake.files(), place, "diff a s")) {
      assertThatThrownBy(() -> FolderLock.take(lake.files(), place, "diff a s"))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("another run of this works on the lake")
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
    FolderLock.take(lake.files(), place, "diff a s").close();
    assertThat(lake.snapshots()).isEmpty();
  }

  @Test
  void the_lock_of_a_process_that_is_gone_is_taken_over() throws Exception {
    Lake lake = Lake.at(folder.toString());
    Path left = folder.resolve(".locks/s/lock-00000007.json");
    Files.createDirectories(left.getParent());
    String host;
    try (FolderLock held = FolderLock.take(lake.files(), "own", "release s")) {
      host = Files.readString(folder.resolve("own/lock-00000001.json"));
    }
    Files.writeString(left, host.replaceAll("\"pid\" : \\d+", "\"pid\" : 1"));
    try (FolderLock held = FolderLock.take(lake.files(), ".locks/s", "release s")) {
      assertThat(left).doesNotExist();
      assertThat(folder.resolve(".locks/s/lock-00000008.json")).exists();
    }
  }
}
