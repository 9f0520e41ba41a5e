package io.github.hubgenealogy.lake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubgenealogy.lake.command.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
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

  private String own(Lake lake) throws Exception {
    try (FolderLock held = FolderLock.take(lake.files(), "own", "release s")) {
      return Files.readString(folder.resolve("own/lock-00000001.json"));
    }
  }

  private void leave(String holder) throws Exception {
    Path left = folder.resolve(".locks/s/lock-00000001.json");
    Files.createDirectories(left.getParent());
    Files.writeString(left, holder);
  }

  @Test
  void a_holder_lives_also_where_the_clock_was_set_since() throws Exception {
    Lake lake = Lake.at(folder.toString());
    leave(own(lake).replaceAll("\"started\" : \"[^\"]*", "\"started\" : \"2001-01-01T00:00:00Z"));
    assertThatThrownBy(() -> FolderLock.take(lake.files(), ".locks/s", "release s"))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("process " + ProcessHandle.current().pid());
  }

  @Test
  void a_process_that_was_given_the_number_of_the_holder_is_not_taken_for_it() throws Exception {
    Lake lake = Lake.at(folder.toString());
    String holder = own(lake);
    leave(holder.replaceAll("\"birth\" : \"", "\"birth\" : \"9"));
    FolderLock.take(lake.files(), ".locks/s", "release s").close();
    // As locks were before they told of ticks.
    String earlier = holder.replaceAll("\"birth\" : \"[^\"]*\",", "");
    assertThat(earlier).doesNotContain("birth");
    leave(earlier);
    assertThatThrownBy(() -> FolderLock.take(lake.files(), ".locks/s", "release s"))
        .isInstanceOf(Fault.class);
    leave(earlier.replaceAll("\"started\" : \"", "\"started\" : \"1"));
    FolderLock.take(lake.files(), ".locks/s", "release s").close();
  }

  @Test
  void a_process_is_told_by_its_ticks_since_boot_or_where_there_are_none_by_its_instant()
      throws Exception {
    ProcessHandle self = ProcessHandle.current();
    Path proc = folder.resolve("proc");
    assertThat(ProcessBirth.of(proc, self))
        .isEqualTo(self.info().startInstant().orElseThrow().toString());
    Files.createDirectories(proc.resolve("sys/kernel/random"));
    Files.writeString(proc.resolve("sys/kernel/random/boot_id"), "b00t\n");
    Files.createDirectories(proc.resolve(String.valueOf(self.pid())));
    Files.writeString(
        proc.resolve(self.pid() + "/stat"),
        "7 (a) b (c) S 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 4711 23 24\n");
    assertThat(ProcessBirth.of(proc, self)).isEqualTo("4711 ticks after boot b00t");
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

  @Test
  void the_draft_of_a_process_killed_while_it_took_the_lock_is_swept() throws Exception {
    Lake lake = Lake.at(folder.toString());
    Path draft = folder.resolve(".locks/s/.draft-a14df212");
    Files.createDirectories(draft.getParent());
    Files.writeString(draft, "{");
    FolderLock.take(lake.files(), ".locks/s", "release s").close();
    assertThat(draft.getParent()).isEmptyDirectory();
  }

  @Test
  void of_many_that_take_it_at_once_one_has_it_and_the_others_are_told_so() throws Exception {
    LakeFiles files = Lake.at(folder.toString()).files();
    String dead = own(Lake.at(folder.toString())).replaceAll("\"pid\" : \\d+", "\"pid\" : 1");
    AtomicInteger holders = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Callable<Boolean> taker =
        () -> {
          try (FolderLock held = FolderLock.take(files, ".locks/s", "release s")) {
            most.accumulateAndGet(holders.incrementAndGet(), Math::max);
            assertThat(files.list(".locks/s"))
                .filteredOn(entry -> entry.name().startsWith("lock-"))
                .isNotEmpty();
            holders.decrementAndGet();
            return true;
          } catch (Fault refused) {
            assertThat(refused).hasMessageContaining("another run of this works on the lake");
            return false;
          }
        };
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 200; round++) {
        leave(dead);
        int taken = 0;
        for (Future<Boolean> one : threads.invokeAll(Collections.nCopies(8, taker))) {
          taken += one.get() ? 1 : 0;
        }
        assertThat(taken).isPositive();
        assertThat(most).hasValue(1);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
