package io.github.hubgenealogy.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real cards through the whole pipeline: simulated Hub, crawl, build. Skipped where the cards are
 * not there.
 */
final class RealCardsTest {
  @TempDir Path folder;

  @Test
  void every_listed_model_is_accounted_for_and_the_hubs_own_tree_is_found() throws Exception {
    Path real = Path.of(System.getProperty("hubgen.home"), "..", "shared", "real").normalize();
    Assumptions.assumeTrue(
        Files.exists(real.resolve("cards.jsonl.gz")), "no real cards beside this checkout");
    String lake = folder.toString();
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
              lake,
              "--snapshot",
              "real");
      assertThat(crawl.exitCode()).as(crawl.err()).isZero();
    }
    Command.Result build = Command.run(folder, "build", "--lake", lake, "--snapshot", "real");
    assertThat(build.exitCode()).as(build.err()).isZero();

    Snapshot snapshot = Lake.at(lake).snapshot("real");
    assertThat(snapshot.requireSeal(TableContracts.RAW_MODELS).origin()).isEqualTo("corpus");
    assertThat(snapshot.requireSeal(TableContracts.RAW_MODELS).rows()).isEqualTo(9_613);
    assertThat(snapshot.requireSeal(TableContracts.RAW_CARDS).rows()).isEqualTo(9_613);
    assertThat(snapshot.requireSeal(TableContracts.CARDS).rows()).isEqualTo(9_613);
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet row =
            duck.createStatement()
                .executeQuery(
                    "select count(*), count(e.child_id) from read_csv('"
                        + real.resolve("hub-tree-edges.tsv")
                        + "', delim = '\t', header = true) t left join '"
                        + folder.resolve("real/tables/edges")
                        + "/*.parquet' e on e.child_id = t.child and e.parent_id = t.parent")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getLong(1)).isEqualTo(718);
      assertThat(row.getLong(2)).isEqualTo(718);
    }
  }
}
