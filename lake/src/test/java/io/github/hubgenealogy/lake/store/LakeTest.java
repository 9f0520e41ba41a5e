package io.github.hubgenealogy.lake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LakeTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T23:59:00Z"), ZoneOffset.ofHours(5));

  @TempDir Path folder;

  private void snapshot(String id, boolean published) throws Exception {
    Files.createDirectories(folder.resolve(id));
    if (published) {
      Files.writeString(folder.resolve(id).resolve("manifest.json"), "{}");
    }
  }

  @Test
  void writers_take_the_newest_unpublished_and_else_today_in_utc() throws Exception {
    Lake lake = Lake.at(folder.toString());
    assertThat(lake.forWriting(null, CLOCK).id()).isEqualTo("2026-11-24");
    snapshot("2026-10-01", false);
    snapshot("2026-10-02", true);
    snapshot("demo", false);
    assertThat(lake.forWriting(null, CLOCK).id()).isEqualTo("2026-10-01");
    assertThat(lake.forWriting("mine", CLOCK).id()).isEqualTo("mine");
  }

  @Test
  void readers_take_the_newest_published_and_a_demo_never_stands_before_a_date() throws Exception {
    Lake lake = Lake.at(folder.toString());
    assertThatThrownBy(() -> lake.forReading(null))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("no published snapshot");
    snapshot("demo", true);
    assertThat(lake.forReading(null).id()).isEqualTo("demo");
    snapshot("2026-10-01", true);
    snapshot("2026-10-02", false);
    assertThat(lake.forReading(null).id()).isEqualTo("2026-10-01");
    assertThatThrownBy(() -> lake.forReading("2026-01-01"))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessageContaining("2026-10-01");
  }

  @Test
  void an_id_that_leaves_the_lake_is_refused() {
    Lake lake = Lake.at(folder.toString());
    for (String id : List.of("..", "a/b", "", "a b", ".")) {
      assertThatThrownBy(() -> lake.snapshot(id)).isInstanceOf(Fault.class);
    }
  }

  @Test
  void a_lake_that_cannot_be_written_is_said_in_one_line() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(() -> Lake.writableAt(file.resolve("lake").toString()))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessageContaining("cannot be written");
  }

  @Test
  void of_many_who_create_one_file_one_wins_and_the_file_is_whole() throws Exception {
    LocalFiles files = new LocalFiles(folder);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> tries =
          IntStream.range(0, 32)
              .<Callable<Boolean>>mapToObj(
                  i ->
                      () ->
                          files.createIfAbsent(
                              "a/b", ("content of " + i).getBytes(StandardCharsets.UTF_8)))
              .toList();
      long winners = 0;
      for (Future<Boolean> each : threads.invokeAll(tries)) {
        winners += each.get() ? 1 : 0;
      }
      assertThat(winners).isEqualTo(1);
      assertThat(Files.readString(folder.resolve("a/b"))).startsWith("content of ");
      assertThat(files.list("a")).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void what_is_created_only_if_absent_is_readable_by_whoever_reads_the_rest() throws Exception {
    LocalFiles files = new LocalFiles(folder);
    files.createIfAbsent("s/manifest.json", new byte[] {'{', '}'});
    files.write("s/other").close();
    assertThat(Files.getPosixFilePermissions(folder.resolve("s/manifest.json")))
        .isEqualTo(Files.getPosixFilePermissions(folder.resolve("s/other")));
  }

  @Test
  void a_table_exists_when_its_seal_does_and_a_published_snapshot_keeps_it() throws Exception {
    Snapshot snapshot = Lake.at(folder.toString()).snapshot("s");
    TableSeal seal =
        new TableSeal(
            "aliases",
            1,
            "f",
            3,
            List.of(new DataFile("part-00000.parquet", 3, 9, "aa")),
            null,
            Map.of("k", 1));
    assertThat(snapshot.seal(TableContracts.ALIASES)).isEmpty();
    snapshot.create(TableContracts.ALIASES, seal);
    assertThat(snapshot.seal(TableContracts.ALIASES)).contains(seal);
    assertThatThrownBy(() -> snapshot.create(TableContracts.ALIASES, seal))
        .isInstanceOf(Fault.class);
    assertThat(snapshot.dataPaths(TableContracts.ALIASES))
        .containsExactly("s/tables/aliases/part-00000.parquet");

    snapshot("s", true);
    assertThatThrownBy(() -> snapshot.drop(TableContracts.ALIASES))
        .hasMessageContaining("published");
    assertThat(snapshot.seal(TableContracts.ALIASES)).isPresent();
  }

  @Test
  void a_revision_has_the_raw_tables_of_what_it_revises_and_never_writes_them() throws Exception {
    Lake lake = Lake.writableAt(folder.toString());
    snapshot("2026-01-01", true);
    Snapshot base = lake.snapshot("2026-01-01");
    Snapshot revision = lake.forBuilding("2026-01-01.r2", CLOCK);

    assertThat(revision.revised().map(Snapshot::id)).contains("2026-01-01");
    assertThat(base.revised()).isEmpty();
    assertThat(lake.snapshot("2026-01-01.r1").revised()).isEmpty();
    assertThat(revision.folder(TableContracts.RAW_MODELS)).isEqualTo("2026-01-01/raw/models");
    assertThat(revision.folder(TableContracts.MODELS)).isEqualTo("2026-01-01.r2/tables/models");
    assertThat(revision.inside("work/x").folder(TableContracts.MODELS))
        .isEqualTo("2026-01-01.r2/work/x/tables/models");
    assertThatThrownBy(() -> revision.drop(TableContracts.RAW_MODELS))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("has the raw tables of 2026-01-01");
    assertThat(lake.nextRevision(base).id()).isEqualTo("2026-01-01.r2");
  }

  @Test
  void only_a_build_takes_a_revision_and_only_of_what_is_published() throws Exception {
    Lake lake = Lake.writableAt(folder.toString());
    snapshot("2026-01-01", false);
    assertThatThrownBy(() -> lake.forBuilding("2026-01-01.r2", CLOCK))
        .hasMessageContaining("not published");
    assertThatThrownBy(() -> lake.forBuilding("2026-02-01.r2", CLOCK))
        .hasMessageContaining("no snapshot '2026-02-01'");
    assertThatThrownBy(() -> lake.forWriting("2026-01-01.r2", CLOCK))
        .hasMessageContaining("no raw tables of its own");
    snapshot("2026-03-01", true);
    assertThatThrownBy(() -> lake.forBuilding("2026-03-01.r2.r3", CLOCK))
        .hasMessageContaining("itself a revision");
    snapshot("2026-03-01.r2", false);
    assertThat(lake.forWriting(null, CLOCK).id()).isEqualTo("2026-01-01");
  }

  @Test
  void revisions_follow_what_they_revise_and_stand_for_it_in_a_series() throws Exception {
    Lake lake = Lake.writableAt(folder.toString());
    for (String id : List.of("2026-02-01", "2026-01-01.r10", "2026-01-01", "2026-01-01.r2")) {
      snapshot(id, true);
    }
    snapshot("2026-01-01.r11", false);
    assertThat(lake.snapshots())
        .extracting(Snapshot::id)
        .containsExactly(
            "2026-01-01", "2026-01-01.r2", "2026-01-01.r10", "2026-01-01.r11", "2026-02-01");
    assertThat(lake.published())
        .extracting(Snapshot::id)
        .containsExactly("2026-01-01.r10", "2026-02-01");
    assertThat(lake.nextRevision(lake.snapshot("2026-01-01.r10")).id()).isEqualTo("2026-01-01.r11");
  }
}
