package io.github.hubgenealogy.jobs.tables;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.Origin;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The tables of one snapshot as datasets: the one class through which stages read and write. */
public final class SnapshotTables {
  /** Spark's own name for the file that a row was read from. */
  public static final String FILE_NAME = "_metadata.file_name";

  private final SparkSession spark;
  private final Snapshot snapshot;

  public SnapshotTables(SparkSession spark, Snapshot snapshot) {
    this.spark = spark;
    this.snapshot = snapshot;
  }

  public SparkSession spark() {
    return spark;
  }

  public Snapshot snapshot() {
    return snapshot;
  }

  public boolean has(TableContract table) throws IOException {
    return snapshot.seal(table).isPresent();
  }

  /** A table's rows; columns that older files lack are null. A table that is not there has none. */
  public Dataset<Row> read(TableContract table) throws IOException {
    if (!has(table)) {
      return spark.createDataFrame(List.of(), Schemas.of(table));
    }
    String[] paths =
        snapshot.dataPaths(table).stream().map(snapshot.files()::url).toArray(String[]::new);
    return paths.length == 0
        ? spark.createDataFrame(List.of(), Schemas.of(table))
        : spark.read().schema(Schemas.of(table)).parquet(paths);
  }

  public long rows(TableContract table) throws IOException {
    return snapshot.seal(table).map(TableSeal::rows).orElse(0L);
  }

  /** Writes and seals a table. */
  public TableSeal write(
      TableContract table,
      Dataset<Row> rows,
      KeyRanges ranges,
      String fingerprint,
      Map<String, Object> facts)
      throws IOException {
    snapshot.drop(table);
    List<DataFile> files =
        new TableWriter(table, snapshot, snapshot.folder(table)).write(rows, ranges);
    return seal(table, files, fingerprint, facts);
  }

  /**
   * Writes and seals a table that another one of the snapshot completes.
   *
   * @param companion sorted by the key that {@code table} is sorted by
   */
  public TableSeal writeCompleted(
      TableContract table,
      Dataset<Row> rows,
      KeyRanges ranges,
      TableContract companion,
      Completion completion,
      String fingerprint,
      Map<String, Object> facts)
      throws IOException {
    snapshot.drop(table);
    List<DataFile> files =
        new TableWriter(
                table,
                snapshot,
                snapshot.folder(table),
                Companion.of(snapshot, companion, completion))
            .write(rows, ranges);
    return seal(table, files, fingerprint, facts);
  }

  /**
   * Writes and seals a table of rows whose partitions follow each other in its order already.
   *
   * @param counts the rows of each partition
   */
  public TableSeal writeOrdered(
      TableContract table,
      Dataset<Row> rows,
      long[] counts,
      String fingerprint,
      Map<String, Object> facts)
      throws IOException {
    snapshot.drop(table);
    List<DataFile> files =
        new TableWriter(table, snapshot, snapshot.folder(table)).writeOrdered(rows, counts);
    return seal(table, files, fingerprint, facts);
  }

  /** Writes and seals a raw table, which knows where it came from. */
  public TableSeal writeRaw(
      TableContract table,
      Dataset<Row> rows,
      KeyRanges ranges,
      String fingerprint,
      Origin origin,
      Map<String, Object> facts)
      throws IOException {
    snapshot.drop(table);
    List<DataFile> files =
        new TableWriter(table, snapshot, snapshot.folder(table)).write(rows, ranges);
    long count = files.stream().mapToLong(DataFile::rows).sum();
    TableSeal seal =
        new TableSeal(
            table.name(), table.schemaVersion(), fingerprint, count, files, origin.word(), facts);
    snapshot.create(table, seal);
    return seal;
  }

  /**
   * Writes files of a table that is not sealed yet.
   *
   * @param partition the folder below the table's, or null
   * @param key the column that the ranges cut; first of the sort order within the partition
   */
  public List<DataFile> writePartition(
      TableContract table, String partition, String key, Dataset<Row> rows, KeyRanges ranges) {
    String inside = partition == null ? "" : partition + "/";
    String folder = snapshot.folder(table) + (partition == null ? "" : "/" + partition);
    return new TableWriter(table, snapshot, folder)
        .write(rows, ranges, key).stream()
            .map(
                file ->
                    new DataFile(inside + file.name(), file.rows(), file.bytes(), file.sha256()))
            .toList();
  }

  /** Seals a table whose files lie there. */
  public TableSeal seal(
      TableContract table, List<DataFile> files, String fingerprint, Map<String, Object> facts)
      throws IOException {
    long rows = files.stream().mapToLong(DataFile::rows).sum();
    TableSeal seal =
        new TableSeal(table.name(), table.schemaVersion(), fingerprint, rows, files, null, facts);
    snapshot.create(table, seal);
    return seal;
  }
}
