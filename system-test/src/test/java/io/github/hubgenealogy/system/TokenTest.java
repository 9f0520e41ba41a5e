package io.github.hubgenealogy.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.simulator.fault.FaultKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The token of HF_TOKEN is used and written nowhere. */
final class TokenTest {
  private static final String TOKEN = "hf_markerOfThisTestThatStandsNowhere";

  @TempDir Path folder;

  @Test
  void a_crawl_with_a_token_under_every_fault_leaves_it_in_no_file_and_no_output()
      throws Exception {
    Path lake = folder.resolve("lake");
    List<Command.Result> results = new ArrayList<>();
    try (RunningHub hub =
        RunningHub.start(
            Stream.concat(
                    Stream.of(
                        "--models",
                        "400",
                        "--seed",
                        "3",
                        "--plan",
                        "unlimited",
                        "--slow-for",
                        "100ms",
                        "--stall-for",
                        "200ms"),
                    Arrays.stream(FaultKind.values())
                        .flatMap(kind -> Stream.of("--fault", kind.word() + "=0.02")))
                .toArray(String[]::new))) {
      for (String endpoint : List.of(hub.address(), "http://127.0.0.1:1")) {
        Command command =
            Command.start(
                folder,
                Map.of("HF_TOKEN", TOKEN),
                "crawl",
                "all",
                "--endpoint",
                endpoint,
                "--lake",
                lake.toString(),
                "--snapshot",
                "s" + results.size());
        assertThat(command.process().info().arguments().map(List::of).orElse(List.of()))
            .noneMatch(argument -> argument.contains(TOKEN));
        results.add(command.result());
      }
    }
    assertThat(results.get(0).exitCode()).as(results.get(0).err()).isZero();
    assertThat(results.get(1).exitCode()).isEqualTo(4);
    for (Command.Result result : results) {
      assertThat(result.out() + result.err()).doesNotContain(TOKEN);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(TOKEN);
      }
    }
  }
}
