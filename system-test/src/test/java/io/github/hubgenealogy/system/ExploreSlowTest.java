package io.github.hubgenealogy.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The explorer over snapshots of some size: a simulated Hub's, and real cards'. */
@Tag("slow")
final class ExploreSlowTest {
  @TempDir Path folder;

  @Test
  void twenty_thousand_simulated_models_are_walked() throws Exception {
    Path lake = folder.resolve("lake");
    Command.Result raw =
        Command.run(
            folder, "simulate", "--models", "20000", "--raw", lake.resolve("simulated").toString());
    assertThat(raw.exitCode()).as(raw.err()).isZero();
    walk(lake, "simulated", "simulated");
  }

  @Test
  void real_cards_are_walked() throws Exception {
    Path real = Path.of(System.getProperty("hubgen.home"), "..", "shared", "real").normalize();
    Assumptions.assumeTrue(
        Files.exists(real.resolve("cards.jsonl.gz")), "no real cards beside this checkout");
    Path lake = folder.resolve("lake");
    try (RunningHub hub =
        RunningHub.start(
            "--corpus", real.resolve("cards.jsonl.gz").toString(), "--plan", "unlimited")) {
      Command.Result crawl =
          Command.run(
              folder,
              "crawl",
              "all",
              "--endpoint",
              hub.address(),
              "--lake",
              lake.toString(),
              "--snapshot",
              "real");
      assertThat(crawl.exitCode()).as(crawl.err()).isZero();
    }
    walk(lake, "real", "corpus");
  }

  private void walk(Path lake, String snapshot, String origin) throws Exception {
    Command.Result build =
        Command.run(folder, "build", "--lake", lake.toString(), "--snapshot", snapshot);
    assertThat(build.exitCode()).as(build.err()).isZero();
    try (ExplorerWalk walk = new ExplorerWalk(lake, snapshot)) {
      String largest = walk.largest();
      walk.theChildrenAreThoseOfTheTables(largest);
      walk.theSearchFindsWhatTheTablesHave(largest);
      walk.twoHundredClientsAtOnce(largest);
      walk.inABrowser(largest, origin, folder.resolve("downloads"));
    }
  }
}
