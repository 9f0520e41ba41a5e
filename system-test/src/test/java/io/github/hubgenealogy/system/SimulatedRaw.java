package io.github.hubgenealogy.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.simulator.Simulate;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** Raw tables of a simulated Hub, written without HTTP. */
final class SimulatedRaw {
  private SimulatedRaw() {}

  /**
   * Writes them.
   *
   * @param truth where the Hub's truth is written
   * @return the snapshot that holds them, not yet built
   */
  static Snapshot write(Path lake, String snapshot, int models, long seed, Path truth)
      throws IOException {
    StringWriter said = new StringWriter();
    int code =
        Simulate.runMain(
            new PrintWriter(said),
            new PrintWriter(said),
            "--models",
            Integer.toString(models),
            "--seed",
            Long.toString(seed),
            "--raw",
            lake.resolve(snapshot).toString(),
            "--truth",
            truth.toString());
    assertThat(code).as(said.toString()).isZero();
    return Lake.at(lake.toString()).snapshot(snapshot);
  }
}
