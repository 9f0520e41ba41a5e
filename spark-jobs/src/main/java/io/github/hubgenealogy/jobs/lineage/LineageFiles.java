package io.github.hubgenealogy.jobs.lineage;

import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.tables.Columns;
import io.github.hubgenealogy.jobs.tables.KeyRanges;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.jobs.tables.SortedFiles;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.Cells;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Writes an engine's rows as the files of the two tables, each policy of lineage in a folder of its
 * own.
 */
final class LineageFiles implements LineageSink {
  private final SnapshotTables tables;
  private final Snapshot snapshot;
  private final KeyRanges ranges;
  private final List<DataFile> lineage = new ArrayList<>();
  private final List<DataFile> ancestry = new ArrayList<>();

  /**
   * Files of a snapshot.
   *
   * @param ranges how ids are divided among tasks where rows come as a dataset
   */
  LineageFiles(SnapshotTables tables, KeyRanges ranges) {
    this.tables = tables;
    this.snapshot = tables.snapshot();
    this.ranges = ranges;
  }

  @Override
  public void lineage(Policy policy, long count, Supplier<LongFunction<Cells>> rows)
      throws IOException {
    lineage.addAll(
        SortedFiles.write(snapshot, TableContracts.LINEAGE, folder(policy), count, rows));
  }

  @Override
  public void ancestry(long count, Supplier<LongFunction<Cells>> rows) throws IOException {
    ancestry.addAll(SortedFiles.write(snapshot, TableContracts.ANCESTRY, null, count, rows));
  }

  @Override
  public void lineage(Policy policy, Dataset<Row> rows) throws IOException {
    lineage.addAll(
        tables.writePartition(
            TableContracts.LINEAGE, folder(policy), Columns.MODEL_ID, rows, ranges));
  }

  @Override
  public void ancestry(Dataset<Row> rows) throws IOException {
    ancestry.addAll(
        tables.writePartition(TableContracts.ANCESTRY, null, Columns.ANCESTOR_ID, rows, ranges));
  }

  private static String folder(Policy policy) {
    return "policy=" + policy.word();
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
