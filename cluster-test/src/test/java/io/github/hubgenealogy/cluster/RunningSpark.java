package io.github.hubgenealogy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A Spark cluster of one master and two workers, started as scripts/cluster starts it. */
final class RunningSpark implements AutoCloseable {
  private final Path folder;

  private RunningSpark(Path folder) {
    this.folder = folder;
  }

  static RunningSpark start(Path folder) throws IOException {
    RunningSpark spark = new RunningSpark(folder);
    Submitted.Result started = Submitted.run(spark.environment(), "cluster", List.of("start", "2"));
    assertThat(started.exitCode()).as(started.said()).isZero();
    assertThat(started.said()).startsWith("spark://127.0.0.1:");
    return spark;
  }

  private Map<String, String> environment() {
    return Map.of("HUBGEN_CLUSTER", folder.toString());
  }

  /** Runs a command of the packaged jar on it. */
  Submitted.Result submit(Consumer<String> listener, String... arguments) throws IOException {
    List<String> line = new java.util.ArrayList<>(List.of("submit"));
    line.addAll(List.of(arguments));
    return Submitted.run(environment(), "cluster", line, listener);
  }

  /** Ends a worker and its executors as a machine's failure would. */
  void killWorker(int n) {
    ProcessHandle worker = worker(n);
    List<ProcessHandle> executors = worker.descendants().toList();
    worker.destroyForcibly();
    executors.forEach(ProcessHandle::destroyForcibly);
  }

  /** Ends the executors of a worker, which starts others; tells how many there were. */
  int killExecutors(int n) {
    List<ProcessHandle> executors = worker(n).descendants().toList();
    executors.forEach(ProcessHandle::destroyForcibly);
    return executors.size();
  }

  private ProcessHandle worker(int n) {
    try {
      String pid = Files.readString(folder.resolve("worker-" + n + ".pid")).strip();
      return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    } catch (IOException gone) {
      throw new java.io.UncheckedIOException(gone);
    }
  }

  @Override
  public void close() throws IOException {
    Submitted.run(environment(), "cluster", List.of("stop"));
  }
}
