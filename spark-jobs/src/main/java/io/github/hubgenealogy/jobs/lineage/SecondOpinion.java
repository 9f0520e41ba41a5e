package io.github.hubgenealogy.jobs.lineage;

import io.github.hubgenealogy.jobs.pipeline.EngineChoice;
import io.github.hubgenealogy.jobs.pipeline.StageRun;
import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.util.List;

/**
 * All of the lineage computed once more by another engine, held against the files of the first byte
 * by byte.
 *
 * @param engine the second engine
 * @param difference the first file that differs, or null
 */
public record SecondOpinion(String engine, String difference) {
  private static final String FOLDER = "work/second-engine";

  /** Computes in a folder that is deleted in the end. */
  public static SecondOpinion of(StageRun run) throws IOException {
    Snapshot snapshot = run.tables().snapshot();
    String first =
        String.valueOf(
            snapshot.requireSeal(TableContracts.LINEAGE).facts().getOrDefault("engine", ""));
    EngineChoice choice = run.settings().graph().secondEngine();
    if (choice == EngineChoice.AUTO) {
      choice = first.equals(EngineChoice.SPARK.word()) ? EngineChoice.MEMORY : EngineChoice.SPARK;
    }
    LineageEngine engine =
        EngineSelection.of(
                choice,
                run.settings().graph(),
                snapshot,
                run.tables().rows(TableContracts.MODELS),
                run.tables().rows(TableContracts.EDGES))
            .engine();
    Snapshot scratch = snapshot.inside(FOLDER);
    try {
      LineageFiles files = new LineageFiles(new SnapshotTables(run.spark(), scratch), run.ranges());
      engine.compute(
          run.read(TableContracts.MODELS),
          run.read(TableContracts.EDGES),
          Policy.ofLineage(),
          run.settings().graph().maxAncestors(),
          files);
      String difference = difference(snapshot, TableContracts.LINEAGE, files.lineageFiles());
      return new SecondOpinion(
          engine.name(),
          difference != null
              ? difference
              : difference(snapshot, TableContracts.ANCESTRY, files.ancestryFiles()));
    } finally {
      snapshot.files().delete(snapshot.path(FOLDER));
    }
  }

  private static String difference(Snapshot snapshot, TableContract table, List<DataFile> second)
      throws IOException {
    List<DataFile> first = snapshot.requireSeal(table).files();
    if (first.size() != second.size()) {
      return table.name() + " has " + second.size() + " files instead of " + first.size();
    }
    for (int i = 0; i < first.size(); i++) {
      if (!first.get(i).equals(second.get(i))) {
        return table.name() + " differs in " + first.get(i).name();
      }
    }
    return null;
  }
}
