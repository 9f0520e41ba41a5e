package io.github.hubgenealogy.jobs.tables;

import static org.apache.spark.sql.functions.col;

import io.github.hubgenealogy.lake.contract.ColumnType;
import io.github.hubgenealogy.lake.contract.ReleasedForms;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.TableFileWriter;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.LakeFiles;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import scala.reflect.ClassTag$;

/**
 * Writes a dataset as the files of a table: rows by the table's sort order, so many a file as the
 * contract says. One shuffle, which the counts and the files share; a range that the end of a file
 * cuts is sorted for each of the two.
 */
final class TableWriter {
  private final TableContract contract;
  private final LakeFiles files;
  private final String folder;
  private final Companion companion;

  /**
   * Prepares.
   *
   * @param folder where the files go, relative to the lake; for a partitioned table the partition's
   *     own
   */
  TableWriter(TableContract contract, Snapshot snapshot, String folder) {
    this(contract, snapshot, folder, null);
  }

  /**
   * The same with a companion.
   *
   * @param companion completes the rows by the first column of their order; null for none
   */
  TableWriter(TableContract contract, Snapshot snapshot, String folder, Companion companion) {
    this.companion = companion;
    this.contract = contract;
    this.files = snapshot.files();
    this.folder = folder;
  }

  private boolean isReleased() {
    return !contract.equals(TableContracts.named(contract.name()));
  }

  /** The name of the n-th file. */
  static String fileName(int n) {
    return String.format(Locale.ROOT, "part-%05d.parquet", n);
  }

  /** Writes all rows; the dataset has the contract's columns by name, in any order. */
  List<DataFile> write(Dataset<Row> rows, KeyRanges ranges) {
    return write(rows, ranges, contract.sort().get(0));
  }

  /** The same with ranges of a column that the sort order begins with but for constants. */
  List<DataFile> write(Dataset<Row> rows, KeyRanges ranges, String key) {
    Column[] order =
        contract.sort().stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new);
    Dataset<Row> typed = typed(rows);
    Dataset<Row> ranged =
        ranges.count() == 1
            ? typed.coalesce(1)
            : typed.repartitionById(ranges.count(), ranges.rangeOf(col(key)));
    if (ranges.count() == 1) {
      return writeWhole(InternalRows.rdd(ranged.sortWithinPartitions(order)));
    }
    // What comes out of the shuffle, which is counted first and sorted after: both read its files.
    RDD<InternalRow> shuffled = InternalRows.rdd(ranged);
    long[] counts = counts(shuffled);
    RDD<InternalRow> sorted =
        InternalRows.rdd(
            InternalRows.of(ranged.sparkSession(), shuffled, Schemas.nullable(contract))
                .sortWithinPartitions(order));
    return writeSlices(new SlicedRows(sorted, counts, contract.rowsPerFile()));
  }

  private Dataset<Row> typed(Dataset<Row> rows) {
    StructType schema = Schemas.nullable(contract);
    Column[] columns = new Column[schema.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] =
          col(schema.apply(i).name()).cast(schema.apply(i).dataType()).as(schema.apply(i).name());
    }
    return rows.select(columns);
  }

  /**
   * Writes rows whose partitions follow each other in the table's order already.
   *
   * @param counts the rows of each partition
   */
  List<DataFile> writeOrdered(Dataset<Row> rows, long[] counts) {
    return writeSlices(
        new SlicedRows(InternalRows.rdd(typed(rows)), counts, contract.rowsPerFile()));
  }

  /** One task writes a single partition, file after file: no row is computed twice. */
  private List<DataFile> writeWhole(RDD<InternalRow> sorted) {
    int rowsPerFile = contract.rowsPerFile();
    Target target = new Target(contract.name(), isReleased(), files, folder, companion);
    if (sorted.getNumPartitions() == 0) {
      return List.of(target.writeNothing());
    }
    return java(sorted)
        .mapPartitions(
            rows -> {
              List<DataFile> written = new ArrayList<>();
              do {
                written.add(target.write(rows, written.size(), rowsPerFile));
              } while (rows.hasNext());
              return written.iterator();
            })
        .collect();
  }

  private static JavaRDD<InternalRow> java(RDD<InternalRow> rows) {
    return new JavaRDD<>(rows, ClassTag$.MODULE$.apply(InternalRow.class));
  }

  /** The rows of each partition. */
  private static long[] counts(RDD<InternalRow> rows) {
    List<Long> counted =
        java(rows)
            .mapPartitions(
                partition -> {
                  long n = 0;
                  while (partition.hasNext()) {
                    partition.next();
                    n++;
                  }
                  return List.of(n).iterator();
                })
            .collect();
    return counted.stream().mapToLong(Long::longValue).toArray();
  }

  private List<DataFile> writeSlices(SlicedRows slices) {
    Target target = new Target(contract.name(), isReleased(), files, folder, companion);
    return java(slices)
        .mapPartitions(
            rows ->
                List.of(target.write(rows, TaskContext.getPartitionId(), Long.MAX_VALUE))
                    .iterator())
        .collect();
  }

  /** Where a task writes; the contract travels by name and by whether it is a release's form. */
  private record Target(
      String table, boolean released, LakeFiles files, String folder, Companion companion)
      implements Serializable {

    /** Writes a file without rows, so that every table can be opened. */
    DataFile writeNothing() {
      try {
        return write(Collections.emptyIterator(), 0, 0);
      } catch (IOException unwritable) {
        throw new UncheckedIOException(unwritable);
      }
    }

    /** Writes the n-th file, with at most so many rows. */
    DataFile write(Iterator<InternalRow> rows, int n, long limit) throws IOException {
      TableContract whole = TableContracts.named(table);
      TableContract contract = released ? ReleasedForms.of(whole).orElseThrow() : whole;
      int columns = contract.columns().size();
      boolean[] binary = new boolean[columns];
      for (int i = 0; i < columns; i++) {
        binary[i] = contract.columns().get(i).type() == ColumnType.Scalar.BINARY;
      }
      SparkCells cells = new SparkCells(binary);
      int key = contract.indexOf(contract.sort().get(0));
      try (Companion.Cursor beside = companion == null ? null : companion.open();
          TableFileWriter writer = new TableFileWriter(files, folder, fileName(n), contract)) {
        for (long i = 0; i < limit && rows.hasNext(); i++) {
          InternalRow row = rows.next();
          cells.on(row, columns);
          writer.write(
              beside == null ? cells : beside.complete(row.getUTF8String(key).getBytes(), cells));
        }
        return writer.finish();
      }
    }
  }
}
