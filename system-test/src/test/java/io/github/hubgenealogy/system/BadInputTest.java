package io.github.hubgenealogy.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person gets wrong is one line that says what, where and what to do, and an exit code. */
final class BadInputTest {
  @TempDir Path folder;

  private void failsInOneLine(int exitCode, String part, String... command) throws Exception {
    Command.Result result = Command.run(folder, command);
    assertThat(result.exitCode()).as(result.err()).isEqualTo(exitCode);
    assertThat(result.messages()).as(result.err()).hasSize(1);
    assertThat(result.messages().get(0)).containsIgnoringCase(part);
    assertThat(result.err()).doesNotContain("\tat ");
  }

  @ParameterizedTest
  @CsvSource({
    "demo --modles 5,--models",
    "simulate --seeed 1 --models 5,--seed",
    "crawl models --limt 5,--limit",
    "build --froom x,--from",
    "bild,build",
    "crawl modls,models",
    "build --engine fast,memory"
  })
  void an_unknown_word_is_a_matter_of_usage_and_names_the_nearest(String command, String nearest)
      throws Exception {
    failsInOneLine(2, nearest, command.split(" "));
  }

  @Test
  void a_snapshot_that_is_not_there_is_said() throws Exception {
    failsInOneLine(
        3, "2020-01-01", "build", "--lake", folder.toString(), "--snapshot", "2020-01-01");
  }

  @Test
  void a_lake_that_is_lost_while_a_task_writes_is_to_be_gone_on_with() throws Exception {
    Path snapshot = folder.resolve("lake/2026-01-01");
    assertThat(
            Command.run(folder, "simulate", "--models", "50", "--raw", snapshot.toString())
                .exitCode())
        .isZero();
    Files.writeString(snapshot.resolve("tables"), "no folder can be made here");
    Command.Result result =
        Command.run(
            folder,
            "build",
            "--lake",
            folder.resolve("lake").toString(),
            "--snapshot",
            "2026-01-01");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(4);
    assertThat(result.messages())
        .singleElement()
        .asString()
        .contains("can no longer be written or read")
        .contains("run the command again");
  }

  @Test
  void a_lake_that_cannot_be_written_is_said() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    failsInOneLine(
        3,
        "cannot be written",
        "crawl",
        "models",
        "--lake",
        file.resolve("lake").toString(),
        "--endpoint",
        "http://127.0.0.1:1");
    failsInOneLine(3, "cannot be written", "demo", "--lake", file.resolve("lake").toString());
  }

  @Test
  void an_endpoint_that_refuses_connections_can_be_tried_again() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    failsInOneLine(
        4,
        "cannot be reached",
        "crawl",
        "models",
        "--lake",
        folder.toString(),
        "--endpoint",
        "http://127.0.0.1:" + port);
  }

  @Test
  void an_endpoint_that_is_not_encrypted_is_refused() throws Exception {
    failsInOneLine(
        3,
        "not encrypted",
        "crawl",
        "models",
        "--lake",
        folder.toString(),
        "--endpoint",
        "http://hub.invalid");
  }

  @Test
  void a_file_that_is_no_parquet_is_said() throws Exception {
    Path file = Files.writeString(folder.resolve("models.parquet"), "no parquet");
    failsInOneLine(
        3,
        "no readable Parquet",
        "import",
        "hub-stats",
        file.toString(),
        "--lake",
        folder.toString());
  }
}
