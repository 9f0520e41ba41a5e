package io.github.hubgenealogy.jobs.lineage;

import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.tables.SortedFiles;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.Cells;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Writes an engine's rows as the files of the two tables, each policy of lineage in a folder of its
 * own.
 */
final class LineageFiles implements LineageSink {
  private final Snapshot snapshot;
  private final List<DataFile> lineage = new ArrayList<>();
  private final List<DataFile> ancestry = new ArrayList<>();

  LineageFiles(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  @Override
  public void lineage(Policy policy, int count, Supplier<IntFunction<Cells>> rows)
      throws IOException {
    lineage.addAll(
        SortedFiles.write(
            snapshot, TableContracts.LINEAGE, "policy=" + policy.word(), count, rows));
  }

  @Override
  public void ancestry(int count, Supplier<IntFunction<Cells>> rows) throws IOException {
    ancestry.addAll(SortedFiles.write(snapshot, TableContracts.ANCESTRY, null, count, rows));
  }

  /**
   * The files of lineage, policies in the order of their folders' names, as the table is sorted.
   */
  List<DataFile> lineageFiles() {
    List<DataFile> sorted = new ArrayList<>(lineage);
    sorted.sort(java.util.Comparator.comparing(DataFile::name));
    return sorted;
  }

  List<DataFile> ancestryFiles() {
    return List.copyOf(ancestry);
  }
}
