package io.github.hubgenealogy.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.explorer.web.Browser;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.SnapshotManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's first command, as a person runs it, and what lies there afterwards. */
final class DemoTest {
  @TempDir Path folder;

  @Test
  void the_demo_ends_in_a_published_snapshot_that_equals_the_truth() throws Exception {
    Path lake = folder.resolve("lake");
    Command.Result demo =
        Command.run(
            folder, "demo", "--models", "3000", "--window", "1s", "--lake", lake.toString());

    assertThat(demo.exitCode()).as(demo.err()).isZero();
    assertThat(demo.out())
        .contains("equal to the truth: ")
        .doesNotContain("DIFFERENT")
        .contains("models listed        3000")
        .contains("deepest chain")
        .contains("most descendants")
        .contains("report: ");
    Snapshot snapshot = Lake.at(lake.toString()).forReading(null);
    assertThat(snapshot.id()).isEqualTo("demo");
    SnapshotManifest manifest = SnapshotManifest.read(snapshot);
    assertThat(manifest.origin()).isEqualTo("simulated");
    assertThat(manifest.crawl())
        .containsKeys("raw_models", "raw_cards", "raw_redirects", "raw_datasets");
    assertThat(Files.readString(lake.resolve("demo/report/index.html")))
        .containsIgnoringCase("simulated");
    everyTableOpensInDuckDb(lake, manifest);
    everyFileHasItsHash(lake, manifest);

    theExplorerWalksIt(lake);

    // A second one stands beside it, and what is published stays.
    Command.Result build =
        Command.run(folder, "build", "--lake", lake.toString(), "--snapshot", "demo");
    assertThat(build.exitCode()).isEqualTo(3);
    assertThat(build.messages()).hasSize(1).first().asString().contains("published");
  }

  private void theExplorerWalksIt(Path lake) throws Exception {
    try (ExplorerWalk walk = new ExplorerWalk(lake, "demo")) {
      String largest = walk.largest();
      walk.theChildrenAreThoseOfTheTables(largest);
      walk.theSearchFindsWhatTheTablesHave(largest);
      walk.twoHundredClientsAtOnce(largest);
      if (Browser.isThere()) {
        walk.inABrowser(largest, "simulated", folder.resolve("downloads"));
      }
    }
  }

  private static void everyTableOpensInDuckDb(Path lake, SnapshotManifest manifest)
      throws Exception {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
      for (SnapshotManifest.Table table : manifest.tables()) {
        String files = lake.resolve("demo").resolve(table.path()) + "/**/*.parquet";
        try (ResultSet count =
            duck.createStatement()
                .executeQuery("select count(*) from read_parquet('" + files + "')")) {
          count.next();
          assertThat(count.getLong(1)).as(table.table()).isEqualTo(table.rows());
        }
      }
    }
    assertThat(manifest.tables()).hasSizeGreaterThanOrEqualTo(21);
  }

  private static void everyFileHasItsHash(Path lake, SnapshotManifest manifest) throws Exception {
    for (SnapshotManifest.Table table : manifest.tables()) {
      for (DataFile file : table.files()) {
        requireHash(lake.resolve("demo").resolve(table.path()).resolve(file.name()), file);
      }
    }
    for (SnapshotManifest.Artefacts artefacts : manifest.artefacts()) {
      for (DataFile file : artefacts.files()) {
        requireHash(lake.resolve("demo").resolve(artefacts.path()).resolve(file.name()), file);
      }
    }
  }

  private static void requireHash(Path path, DataFile file) throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
    assertThat(HexFormat.of().formatHex(hash)).as(path.toString()).isEqualTo(file.sha256());
  }
}
