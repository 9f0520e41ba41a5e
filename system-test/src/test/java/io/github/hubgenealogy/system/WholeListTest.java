package io.github.hubgenealogy.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.TableFileReader;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.simulator.ecosystem.Ecosystem;
import io.github.hubgenealogy.simulator.ecosystem.EcosystemSettings;
import io.github.hubgenealogy.simulator.ecosystem.SimulatedHub;
import io.github.hubgenealogy.simulator.fault.FaultKind;
import io.github.hubgenealogy.simulator.hub.Shelf;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A list of the Hub's size, through faults and kills, beside what the simulated Hub holds. {@code
 * -Dhubgen.whole-list=2400000} makes it as large as the real one.
 */
final class WholeListTest {
  private static final long SEED = 11;
  private static final int KILLS = 2;

  @TempDir Path folder;

  private static final class Reader implements AutoCloseable {
    private final Snapshot snapshot;
    private final List<String> paths;
    private TableFileReader file;
    private int next;

    Reader(Snapshot snapshot) throws java.io.IOException {
      this.snapshot = snapshot;
      this.paths = snapshot.dataPaths(TableContracts.RAW_MODELS);
    }

    Object[] next() throws java.io.IOException {
      while (true) {
        Object[] row = file == null ? null : file.next();
        if (row != null || (file == null && next == paths.size())) {
          return row;
        }
        close();
        if (next < paths.size()) {
          file =
              new TableFileReader(
                  snapshot.files(),
                  paths.get(next++),
                  TableContracts.RAW_MODELS,
                  List.of("_id", "id"));
        }
      }
    }

    @Override
    public void close() throws java.io.IOException {
      if (file != null) {
        file.close();
        file = null;
      }
    }
  }

  @Test
  @Tag("slow")
  void a_large_list_with_faults_and_two_kills_is_the_truth_row_for_row() throws Exception {
    int models = Integer.getInteger("hubgen.whole-list", 300_000);
    String[] options =
        Stream.concat(
                Stream.of(
                    "--models",
                    Integer.toString(models),
                    "--seed",
                    Long.toString(SEED),
                    "--plan",
                    "unlimited",
                    "--slow-for",
                    "500ms",
                    "--stall-for",
                    "1s"),
                Arrays.stream(FaultKind.values())
                    .flatMap(kind -> Stream.of("--fault", kind.word() + "=0.01")))
            .toArray(String[]::new);
    try (RunningHub hub = RunningHub.start(options)) {
      String[] crawl = {
        "crawl",
        "models",
        "--endpoint",
        hub.address(),
        "--lake",
        folder.toString(),
        "--snapshot",
        "s"
      };
      for (int kill = 0; kill < KILLS; kill++) {
        Command command = Command.start(folder, Map.of(), crawl);
        // Killed when there is something that a kill could lose.
        int parts = parts() + 3;
        while (parts() < parts && command.isAlive()) {
          boolean ended = command.process().waitFor(100, TimeUnit.MILLISECONDS);
          assertThat(ended).as("the crawl was over before it could be killed").isFalse();
        }
        command.kill();
        command.result();
      }
      Command.Result end = Command.run(folder, crawl);
      assertThat(end.exitCode()).as(end.err()).isZero();
    }
    compare(models);
  }

  private int parts() {
    String[] names = folder.resolve("s/raw/journal/models").toFile().list();
    return names == null
        ? 0
        : (int) Arrays.stream(names).filter(name -> name.startsWith("entry-")).count();
  }

  private void compare(int models) throws Exception {
    Shelf shelf = new SimulatedHub(Ecosystem.of(new EcosystemSettings(models, SEED))).models();
    List<String> expected = new ArrayList<>();
    for (int place = 0; place < models; place++) {
      if (shelf.listed(place)) {
        expected.add(shelf.at(place).key() + " " + shelf.at(place).id());
      }
    }
    expected.sort(null);
    int at = 0;
    try (Reader rows = new Reader(Lake.at(folder.toString()).snapshot("s"))) {
      for (Object[] row = rows.next(); row != null; row = rows.next()) {
        assertThat(row[0] + " " + row[1]).as("row %d", at).isEqualTo(expected.get(at));
        at++;
      }
    }
    assertThat(at).isEqualTo(expected.size());
  }
}
