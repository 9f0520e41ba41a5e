package io.github.hubgenealogy.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder of dated dumps, one cut short and one damaged in its middle: the others are published, a
 * killed run is resumed by the same command, and the exit code says that not all could be used.
 */
final class BackfillTest {
  @TempDir Path folder;

  private Path dump(String date, String rows) throws Exception {
    Path file = folder.resolve("archive/models/" + date + "/models.parquet");
    Files.createDirectories(file.getParent());
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
      duck.createStatement().execute("copy (" + rows + ") to '" + file + "' (format parquet)");
    }
    return file;
  }

  private Command start() throws Exception {
    return Command.start(
        folder,
        Map.of("HUBGEN_HEAP", "1g"),
        "backfill",
        folder.resolve("archive").toString(),
        "--lake",
        folder.resolve("lake").toString());
  }

  private Path manifest(String date) {
    return folder.resolve("lake/" + date + "/manifest.json");
  }

  @Test
  @Tag("slow")
  void bad_files_stop_nothing_and_a_killed_run_goes_on() throws Exception {
    String good =
        "select 'k' || i as _id, 'owner' || i % 7 || '/m' || i as id,"
            + " {'base_model': case when i > 0 then 'owner0/m0' end} as cardData from range(50) t(i)";
    dump("2025-01-06", good);
    Path cut = dump("2025-01-13", good);
    byte[] bytes = Files.readAllBytes(cut);
    Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
    Path damaged =
        dump(
            "2025-01-20",
            "select 'k' || i as _id, 'o/' || md5(i::varchar) as id from range(9000) t(i)");
    bytes = Files.readAllBytes(damaged);
    for (int at = 1_000; at < bytes.length - 5_000; at += 50) {
      bytes[at] ^= 0x55;
    }
    Files.write(damaged, bytes);
    dump("2025-01-27", "select 'k' as _id, 'a/b' as id limit 0");
    dump("2025-02-03", good);

    Command first = start();
    while (!Files.exists(manifest("2025-01-06"))
        && !first.process().waitFor(50, TimeUnit.MILLISECONDS)) {
      assertThat(manifest("2025-02-03")).doesNotExist();
    }
    first.kill();
    first.result();
    byte[] published = Files.readAllBytes(manifest("2025-01-06"));

    Command.Result second = start().result();
    assertThat(second.exitCode()).as(second.err()).isEqualTo(3);
    assertThat(second.messages()).hasSize(1);
    assertThat(second.messages().get(0))
        .contains("3 of 5", "2025-01-13", "2025-01-20", "2025-01-27");
    assertThat(second.err()).doesNotContain("\tat io.github");
    assertThat(second.out())
        .contains("2025-01-06: published already", "2025-01-13: left out", "2025-02-03: published");
    assertThat(Files.readAllBytes(manifest("2025-01-06"))).isEqualTo(published);
    assertThat(manifest("2025-02-03")).exists();
    for (String bad : List.of("2025-01-13", "2025-01-20", "2025-01-27")) {
      assertThat(manifest(bad)).doesNotExist();
    }
    assertThat(second.out()).contains("2025-01-06  50  49");
  }
}
