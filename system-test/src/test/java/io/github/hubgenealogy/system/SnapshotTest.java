package io.github.hubgenealogy.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.TableRows;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.SnapshotManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that does it all, thrice: without time for cards, with it, and with nothing left. */
@Tag("slow")
final class SnapshotTest {
  private static final int MODELS = 600;

  @TempDir Path folder;

  private Snapshot snapshot(RunningHub hub, String id, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "snapshot",
                "--lake",
                folder.resolve("lake").toString(),
                "--snapshot",
                id,
                "--endpoint",
                hub.address(),
                "--log",
                folder.resolve("job.log").toString(),
                "--metrics",
                folder.resolve("metrics").toString()));
    command.addAll(List.of(options));
    Command.Result result = Command.run(folder, command.toArray(String[]::new));
    assertThat(result.exitCode()).as(result.err()).isZero();
    List<String> log = Files.readAllLines(folder.resolve("job.log"));
    assertThat(log.get(log.size() - 1))
        .endsWith("end: exit code 0: snapshot " + id + " is published. To do: nothing.");
    assertThat(log).anyMatch(line -> line.contains("derive-edges: done"));
    assertThat(folder.resolve("lake/.locks")).isEmptyDirectory();
    for (String run : List.of("snapshot", "build")) {
      assertThat(Files.readString(folder.resolve("metrics/hubgen-" + run + ".prom")))
          .contains("snapshot=\"" + id + "\"");
    }
    assertThat(Files.readString(folder.resolve("metrics/hubgen-snapshot.prom")))
        .contains("hubgen_crawl_rows{snapshot=\"" + id + "\",table=\"raw_models\"} " + MODELS)
        .contains("hubgen_snapshot_published{snapshot=\"" + id + "\"} 1");
    return Lake.at(folder.resolve("lake").toString()).snapshot(id);
  }

  private static Map<String, Integer> sources(Snapshot snapshot) throws Exception {
    Map<String, Integer> sources = new TreeMap<>();
    try (TableRows cards = new TableRows(snapshot, TableContracts.CARDS, List.of("card_source"))) {
      for (Object[] row = cards.next(); row != null; row = cards.next()) {
        sources.merge((String) row[0], 1, Integer::sum);
      }
    }
    return sources;
  }

  private static Map<String, Object> cards(Snapshot snapshot) throws Exception {
    return SnapshotManifest.read(snapshot).crawl().get("raw_cards");
  }

  @Test
  void a_snapshot_lists_always_and_fetches_as_many_cards_as_there_is_time_for() throws Exception {
    try (RunningHub hub =
        RunningHub.start(
            "--models", Integer.toString(MODELS), "--seed", "5", "--plan", "unlimited")) {
      Snapshot first = snapshot(hub, "2026-01-01", "--for", "0s");
      assertThat(sources(first)).containsKey("card_data").doesNotContainKey("readme");
      assertThat(cards(first)).containsEntry("not_asked", MODELS).containsEntry("rows", 0);

      Snapshot second = snapshot(hub, "2026-01-02");
      assertThat(sources(second)).containsKey("readme");
      assertThat(cards(second)).containsEntry("not_asked", 0).containsEntry("carried", 0);

      Snapshot third = snapshot(hub, "2026-01-03");
      assertThat(sources(third)).isEqualTo(sources(second));
      assertThat((int) cards(third).get("carried")).isGreaterThan(MODELS * 9 / 10);
      Map<String, Object> redirects = SnapshotManifest.read(third).crawl().get("raw_redirects");
      assertThat(redirects.get("carried")).isEqualTo(redirects.get("rows"));
      assertThat(RawRows.of(third, TableContracts.RAW_MODELS))
          .isEqualTo(RawRows.of(second, TableContracts.RAW_MODELS));
    }
  }
}
