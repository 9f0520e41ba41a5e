package io.github.hubgenealogy.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.lake.store.FolderLock;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.launcher.Hubgen;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a job that nobody watches says when it cannot begin, and how old snapshots go. */
final class OperationTest {
  @TempDir Path folder;

  private record Run(int exitCode, String out, String err) {}

  private Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Hubgen.runMain(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Run(code, out.toString(), err.toString());
  }

  private Run snapshot(String... more) {
    List<String> line =
        new java.util.ArrayList<>(
            List.of(
                "snapshot",
                "--lake",
                folder.resolve("lake").toString(),
                "--snapshot",
                "2026-01-01",
                "--endpoint",
                "http://127.0.0.1:9",
                "--log",
                folder.resolve("logs/job.log").toString(),
                "--metrics",
                folder.resolve("metrics").toString()));
    line.addAll(List.of(more));
    return run(line.toArray(String[]::new));
  }

  private String lastLine() throws Exception {
    List<String> lines = Files.readAllLines(folder.resolve("logs/job.log"));
    return lines.get(lines.size() - 1);
  }

  @Test
  void a_job_without_room_does_not_begin_and_its_log_says_what_to_do() throws Exception {
    Run run = snapshot("--need", "900t");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err().lines()).hasSize(1).first().asString().contains("900000.0 GB");
    assertThat(lastLine())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ end: exit code 3: .*")
        .contains("To do: see above. Make room (hubgen prune --keep N)");
    assertThat(Files.readString(folder.resolve("metrics/hubgen-snapshot.prom")))
        .contains("hubgen_snapshot_exit_code{snapshot=\"2026-01-01\"} 3")
        .contains("hubgen_snapshot_published{snapshot=\"2026-01-01\"} 0")
        .contains("hubgen_snapshot_needed_bytes{snapshot=\"2026-01-01\"} 900000000000000");
  }

  @Test
  void a_second_job_on_a_lake_is_refused_and_says_who_has_it() throws Exception {
    Lake lake = Lake.writableAt(folder.resolve("lake").toString());
    try (FolderLock held = FolderLock.take(lake.files(), ".locks", "snapshot of another")) {
      Run run = snapshot("--need", "0");
      assertThat(run.exitCode()).isEqualTo(3);
      assertThat(run.err()).contains("process " + ProcessHandle.current().pid());
      assertThat(lastLine()).contains("exit code 3").contains("To do: see above. Wait for it");
    }
  }

  @Test
  void a_size_that_is_none_is_a_wrong_command_line() {
    assertThat(snapshot("--need", "much").exitCode()).isEqualTo(2);
  }

  @Test
  void a_lake_for_which_jars_are_missing_is_refused_in_one_line_that_says_how_to_get_them() {
    Run run = run("prune", "--keep", "1", "--lake", "s3a://bucket/lake");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err().lines())
        .hasSize(1)
        .first()
        .asString()
        .contains("s3a://bucket/lake")
        .contains("HUBGEN_PROFILES=s3")
        .contains("--packages org.apache.hadoop:hadoop-aws");
    assertThat(run("prune", "--keep", "1", "--lake", "gopher://host/lake").exitCode()).isEqualTo(3);
    Run secret = run("prune", "--keep", "1", "--lake", "s3a://key:secret@bucket/lake");
    assertThat(secret.exitCode()).isEqualTo(3);
    assertThat(secret.err()).doesNotContain("secret@");
  }

  @Test
  void prune_says_what_it_would_remove_and_removes_it_when_told_to() throws Exception {
    Path lake = folder.resolve("lake");
    copySample(lake.resolve("2026-01-01"));
    copySample(lake.resolve("2026-02-01"));

    Run dry = run("prune", "--keep", "1", "--lake", lake.toString());
    assertThat(dry.exitCode()).isZero();
    assertThat(dry.out())
        .contains("remove  2026-01-01")
        .contains("keep    2026-02-01")
        .contains("To remove 1 snapshot");
    assertThat(lake.resolve("2026-01-01/manifest.json")).exists();

    Run done = run("prune", "--keep", "1", "--yes", "--lake", lake.toString());
    assertThat(done.exitCode()).isZero();
    assertThat(lake.resolve("2026-01-01")).doesNotExist();
    assertThat(lake.resolve("2026-02-01/manifest.json")).exists();
    assertThat(run("prune", "--keep", "0", "--lake", lake.toString()).exitCode()).isEqualTo(2);
  }

  private static void copySample(Path to) throws Exception {
    Path sample = Path.of(System.getProperty("hubgen.home"), "data", "sample", "sample");
    try (var files = Files.walk(sample)) {
      for (Path each : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(sample.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.copy(each, target);
        }
      }
    }
  }
}
