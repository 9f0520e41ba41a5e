package io.github.hubgenealogy.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crawl that is killed and run again has the rows of one that was left alone. */
final class KillTest {
  private static final List<TableContract> RAW =
      List.of(
          TableContracts.RAW_MODELS,
          TableContracts.RAW_DATASETS,
          TableContracts.RAW_CARDS,
          TableContracts.RAW_REDIRECTS);

  @TempDir Path folder;

  private String[] crawl(RunningHub hub, String snapshot) {
    return new String[] {
      "crawl",
      "all",
      "--endpoint",
      hub.address(),
      "--lake",
      folder.toString(),
      "--snapshot",
      snapshot
    };
  }

  private void survives(int kills, long seed, String models) throws Exception {
    try (RunningHub hub =
        RunningHub.start(
            "--models", models, "--seed", "7", "--plan", "unlimited", "--latency", "20ms")) {
      long start = System.nanoTime();
      assertThat(Command.run(folder, crawl(hub, "whole")).exitCode()).isZero();
      long whole = System.nanoTime() - start;
      Random random = new Random(seed);
      int killed = 0;
      for (int i = 0; i < kills; i++) {
        Command command = Command.start(folder, Map.of(), crawl(hub, "killed"));
        // Somewhere between the process's start and where it would have ended.
        long pause = (long) (whole * (0.15 + 0.6 * random.nextDouble()));
        if (!command.process().waitFor(pause, TimeUnit.NANOSECONDS)) {
          command.kill();
          killed++;
        }
        command.result();
      }
      assertThat(killed).as("seed %d", seed).isPositive();
      Command.Result end = Command.run(folder, crawl(hub, "killed"));
      assertThat(end.exitCode()).as(end.err()).isZero();
    }
    Lake lake = Lake.at(folder.toString());
    Snapshot expected = lake.snapshot("whole");
    Snapshot found = lake.snapshot("killed");
    for (TableContract table : RAW) {
      List<String> rows = RawRows.of(found, table);
      assertThat(differences(RawRows.of(expected, table), rows))
          .as("%s, seed %d", table.name(), seed)
          .isEmpty();
      assertThat(rows).isNotEmpty();
    }
  }

  /** The first few rows that differ, which is enough to see why. */
  private static List<String> differences(List<String> expected, List<String> found) {
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < Math.max(expected.size(), found.size()) && differences.size() < 3; i++) {
      String wanted = i < expected.size() ? expected.get(i) : "no row";
      String there = i < found.size() ? found.get(i) : "no row";
      if (!wanted.equals(there)) {
        differences.add(wanted + " <> " + there);
      }
    }
    return differences;
  }

  @Test
  void a_crawl_killed_at_three_random_moments_has_the_rows_of_one_left_alone() throws Exception {
    survives(3, System.nanoTime(), "4000");
  }

  @Test
  @Tag("slow")
  void a_crawl_killed_at_fifty_random_moments_has_them_too() throws Exception {
    survives(50, System.nanoTime(), "20000");
  }
}
