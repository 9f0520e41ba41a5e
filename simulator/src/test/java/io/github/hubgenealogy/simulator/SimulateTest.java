package io.github.hubgenealogy.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.simulator.server.HubClient;
import java.io.BufferedReader;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SimulateTest {
  @TempDir Path folder;

  private final StringWriter errors = new StringWriter();

  private int run(String... arguments) {
    return Simulate.runMain(
        new PrintWriter(new StringWriter()), new PrintWriter(errors), arguments);
  }

  @Test
  void the_first_line_says_where_it_listens_and_an_interrupt_ends_it_with_0() throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (PipedReader pipe = new PipedReader();
        BufferedReader out = new BufferedReader(pipe)) {
      PrintWriter writer = new PrintWriter(new PipedWriter(pipe));
      Callable<Integer> command =
          () ->
              Simulate.runMain(
                  writer, new PrintWriter(errors), "--models", "100", "--plan", "unlimited");
      Future<Integer> outcome = other.submit(command);
      String line = out.readLine();
      assertThat(line).startsWith("listening on http://127.0.0.1:");
      URI address = URI.create(line.substring("listening on ".length()));
      assertThat(new HubClient(address).list("/api/models")).hasSize(100);
      other.shutdownNow();
      assertThat(outcome.get(10, TimeUnit.SECONDS)).isZero();
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void with_truth_or_raw_alone_it_writes_and_does_not_serve() {
    assertThat(run("--models", "300", "--truth", folder.resolve("truth").toString())).isZero();
    assertThat(folder.resolve("truth/edges.csv")).exists();
    assertThat(run("--models", "300", "--raw", folder.resolve("lake/s").toString())).isZero();
    assertThat(folder.resolve("lake/s/raw/models/_table.json")).exists();
  }

  @Test
  void usage_that_makes_no_sense_is_one_line_and_2() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("--models", "10", "--corpus", "x")).isEqualTo(2);
    assertThat(run("--models", "0")).isEqualTo(2);
    assertThat(run("--models", "10", "--port", "70000")).isEqualTo(2);
    assertThat(run("--models", "10", "--plan", "gold")).isEqualTo(2);
    assertThat(run("--models", "10", "--window", "0s")).isEqualTo(2);
    assertThat(run("--models", "10", "--widow", "5s")).isEqualTo(2);
    assertThat(run("--models", "10", "--fault", "flood=0.1")).isEqualTo(2);
    assertThat(run("--models", "10", "--fault", "reset=2")).isEqualTo(2);
    assertThat(run("--models", "10", "--fault", "reset")).isEqualTo(2);
    assertThat(errors.toString().lines()).hasSize(10).allMatch(line -> line.startsWith("hubgen: "));
  }

  @Test
  void input_that_cannot_be_used_is_one_line_and_3() throws Exception {
    assertThat(run("--corpus", folder.resolve("none.jsonl.gz").toString())).isEqualTo(3);
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(run("--models", "10", "--truth", file.resolve("x").toString())).isEqualTo(3);
    assertThat(run("--models", "10", "--raw", file.resolve("x").toString())).isEqualTo(3);
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertThat(run("--models", "10", "--port", port)).isEqualTo(3);
    }
    assertThat(errors.toString().lines()).hasSize(4).allMatch(line -> line.startsWith("hubgen: "));
  }
}
