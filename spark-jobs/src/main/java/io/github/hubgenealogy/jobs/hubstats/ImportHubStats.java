package io.github.hubgenealogy.jobs.hubstats;

import static io.github.hubgenealogy.jobs.tables.Columns.HUB_LAST_MODIFIED;
import static io.github.hubgenealogy.jobs.tables.Columns.ID;
import static io.github.hubgenealogy.jobs.tables.Columns.KEY_ID;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import io.github.hubgenealogy.jobs.tables.KeyRanges;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Origin;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports a hub-stats file: a row without id is a counted reject, of rows with one key the last
 * modified stands.
 */
public final class ImportHubStats {
  private static final Logger LOG = LoggerFactory.getLogger(ImportHubStats.class);

  private ImportHubStats() {}

  /** Imports one file, or a folder of Parquet files, into a snapshot. */
  public static TableSeal run(SparkSession spark, Path file, Snapshot snapshot) throws IOException {
    if (!Files.isReadable(file)) {
      throw Fault.badInput(
          "no such file to import", file.toString(), "Name a hub-stats models.parquet.");
    }
    return of(spark, open(spark, file), file, snapshot);
  }

  /** Imports rows that have some of the Hub's columns. */
  static TableSeal of(SparkSession spark, Dataset<Row> dump, Path file, Snapshot snapshot)
      throws IOException {
    List<String> unknown = HubStats.unknownColumns(dump.schema());
    List<String> missing = HubStats.missingColumns(dump.schema());
    if (missing.contains(ID)) {
      throw Fault.badInput(
          "the file has no column 'id'",
          file.toString(),
          "It has: " + String.join(", ", dump.columns()) + ".");
    }
    if (!unknown.isEmpty()) {
      LOG.warn("columns that are not known and not kept: {}", String.join(", ", unknown));
    }
    if (!missing.isEmpty()) {
      LOG.warn("columns that the file lacks, null in the table: {}", String.join(", ", missing));
    }
    Map<String, Object> facts = new TreeMap<>();
    facts.put("source", file.getFileName().toString());
    facts.put("source_bytes", bytes(file));
    facts.put("columns_unknown", unknown);
    facts.put("columns_missing", missing);
    try {
      return write(HubStats.models(dump), file, new SnapshotTables(spark, snapshot), facts);
    } catch (Exception unreadable) { // Spark throws checked exceptions that it does not declare
      throw inTheMiddle(unreadable, file);
    }
  }

  private static TableSeal write(
      Dataset<Row> models, Path file, SnapshotTables tables, Map<String, Object> facts)
      throws IOException {
    Row counts =
        models
            .agg(count("*"), count(col(ID)), countDistinct(when(col(ID).isNotNull(), col(KEY_ID))))
            .first();
    if (counts.getLong(1) == 0) {
      throw Fault.badInput(
          "the file has no row with an id",
          file.toString(),
          "Name another hub-stats models.parquet; this one lists no model.");
    }
    long withoutId = counts.getLong(0) - counts.getLong(1);
    long duplicates = counts.getLong(1) - counts.getLong(2);
    Dataset<Row> known = models.where(col(ID).isNotNull());
    Dataset<Row> kept = duplicates == 0 ? known : lastModified(known);
    facts.put("rows_read", counts.getLong(0));
    facts.put("rejected_without_id", withoutId);
    facts.put("rejected_duplicates", duplicates);
    return tables.writeRaw(
        TableContracts.RAW_MODELS,
        kept,
        KeyRanges.sampled(kept.select(KEY_ID), counts.getLong(1)),
        "import " + file.getFileName() + " " + bytes(file),
        Origin.IMPORT,
        facts);
  }

  /**
   * A page in the middle of a file that cannot be decoded is the file's fault, which Spark says by
   * the name of its error; anything else stays what it is.
   */
  private static RuntimeException inTheMiddle(Exception failure, Path file) throws IOException {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SparkThrowable told
          && told.getCondition() != null
          && told.getCondition().startsWith("FAILED_READ_FILE")) {
        return new Fault(
            ExitCode.BAD_INPUT,
            "the file cannot be read to its end",
            file.toString(),
            "Download it again; its bytes are damaged.",
            failure);
      }
    }
    if (failure instanceof IOException unwritable) {
      throw unwritable;
    }
    return failure instanceof RuntimeException other ? other : new IllegalStateException(failure);
  }

  /** Footers are read here first: Spark would fill the terminal with traces before it gave up. */
  private static Dataset<Row> open(SparkSession spark, Path file) throws IOException {
    for (Path each : parquetFiles(file)) {
      try (ParquetFileReader footer = ParquetFileReader.open(new LocalInputFile(each))) {
        LOG.info("{}: {} rows", each.getFileName(), footer.getRecordCount());
      } catch (IOException | RuntimeException unreadable) {
        throw new Fault(
            ExitCode.BAD_INPUT,
            "the file is no readable Parquet",
            each.toString(),
            "Download it again; it may be cut short.",
            unreadable);
      }
    }
    return spark.read().parquet("file:" + file.toAbsolutePath());
  }

  private static List<Path> parquetFiles(Path file) throws IOException {
    if (!Files.isDirectory(file)) {
      return List.of(file);
    }
    try (Stream<Path> all = Files.walk(file)) {
      List<Path> found =
          all.filter(each -> each.getFileName().toString().endsWith(".parquet")).sorted().toList();
      if (found.isEmpty()) {
        throw Fault.badInput(
            "the folder holds no Parquet file",
            file.toString(),
            "Name a hub-stats models.parquet.");
      }
      return found;
    }
  }

  /** Of the rows of one key the last modified; of equal ones the smallest id. */
  private static Dataset<Row> lastModified(Dataset<Row> models) {
    String rank = "rank_of_key";
    return models
        .withColumn(
            rank,
            row_number()
                .over(
                    Window.partitionBy(KEY_ID)
                        .orderBy(col(HUB_LAST_MODIFIED).desc_nulls_last(), col(ID))))
        .where(col(rank).equalTo(1))
        .drop(rank);
  }

  private static long bytes(Path file) throws IOException {
    if (!Files.isDirectory(file)) {
      return Files.size(file);
    }
    try (var all = Files.walk(file)) {
      return all.filter(Files::isRegularFile).mapToLong(each -> each.toFile().length()).sum();
    }
  }
}
