package io.github.hubgenealogy.jobs.pipeline;

import io.github.hubgenealogy.jobs.tables.Columns;
import io.github.hubgenealogy.jobs.tables.Completion;
import io.github.hubgenealogy.jobs.tables.KeyRanges;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.TableFileReader;
import io.github.hubgenealogy.lake.store.Origin;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What a stage is given while it runs: the tables it declared, the settings, and where its results
 * go.
 */
public final class StageRun {
  private final Stage stage;
  private final SnapshotTables tables;
  private final JobsSettings settings;
  private final Ranges ranges;
  private final String fingerprint;
  private final Origin origin;
  private final SnapshotTables predecessor;
  private final Map<String, Object> facts = new LinkedHashMap<>();

  StageRun(
      Stage stage,
      SnapshotTables tables,
      JobsSettings settings,
      Ranges ranges,
      String fingerprint,
      Origin origin,
      SnapshotTables predecessor) {
    this.stage = stage;
    this.tables = tables;
    this.settings = settings;
    this.ranges = ranges;
    this.fingerprint = fingerprint;
    this.origin = origin;
    this.predecessor = predecessor;
  }

  public SparkSession spark() {
    return tables.spark();
  }

  public SnapshotTables tables() {
    return tables;
  }

  public JobsSettings settings() {
    return settings;
  }

  public String snapshotId() {
    return tables.snapshot().id();
  }

  public Origin origin() {
    return origin;
  }

  public String fingerprint() {
    return fingerprint;
  }

  /** The published snapshot before this one, if there is one. */
  public Optional<SnapshotTables> predecessor() {
    return Optional.ofNullable(predecessor);
  }

  /** Rows of a table that the stage declared. */
  public Dataset<Row> read(TableContract table) throws IOException {
    if (!stage.reads().contains(table) && !stage.readsIfPresent().contains(table)) {
      throw new IllegalStateException(
          stage.name() + " reads " + table.name() + " without saying so");
    }
    return tables.read(table);
  }

  /**
   * All rows of a small table that the stage declared, by the contract's columns; read without a
   * Spark job.
   */
  public List<Object[]> rows(TableContract table) throws IOException {
    if (!stage.reads().contains(table)) {
      throw new IllegalStateException(
          stage.name() + " reads " + table.name() + " without saying so");
    }
    List<Object[]> rows = new ArrayList<>();
    for (String path : tables.snapshot().dataPaths(table)) {
      try (TableFileReader file = new TableFileReader(tables.snapshot().files(), path, table)) {
        for (Object[] row = file.next(); row != null; row = file.next()) {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  /** Something worth knowing about what is being written; it goes into the seals. */
  public void fact(String name, Object value) {
    facts.put(name, value);
  }

  /** Writes a table whose first sort column is a model id. */
  public TableSeal write(TableContract table, Dataset<Row> rows) throws IOException {
    return write(table, rows, ranges());
  }

  /**
   * The same where another table that the stage declared, sorted by model ids too, completes the
   * rows.
   */
  public TableSeal writeCompleted(
      TableContract table, Dataset<Row> rows, TableContract companion, Completion completion)
      throws IOException {
    requireDeclared(table);
    if (!stage.reads().contains(companion)) {
      throw new IllegalStateException(
          stage.name() + " reads " + companion.name() + " without saying so");
    }
    return tables.writeCompleted(table, rows, ranges(), companion, completion, fingerprint, facts);
  }

  /**
   * Writes a table of rows whose partitions follow each other in its order already.
   *
   * @param counts the rows of each partition
   */
  public TableSeal writeOrdered(TableContract table, Dataset<Row> rows, long[] counts)
      throws IOException {
    requireDeclared(table);
    return tables.writeOrdered(table, rows, counts, fingerprint, facts);
  }

  /** Writes a table that is small whatever the size of the Hub. */
  public TableSeal writeSmall(TableContract table, Dataset<Row> rows) throws IOException {
    return write(table, rows, KeyRanges.single());
  }

  private TableSeal write(TableContract table, Dataset<Row> rows, KeyRanges keyRanges)
      throws IOException {
    requireDeclared(table);
    return tables.write(table, rows, keyRanges, fingerprint, facts);
  }

  /** Fails where the stage writes what it did not declare. */
  public void requireDeclared(TableContract table) {
    if (!stage.writes().contains(table)) {
      throw new IllegalStateException(
          stage.name() + " writes " + table.name() + " without saying so");
    }
  }

  public Map<String, Object> facts() {
    return facts;
  }

  /** How model ids are cut into ranges in this build. */
  public KeyRanges ranges() throws IOException {
    return ranges.of(tables);
  }

  /** The ranges, found when first asked for and kept for the whole build. */
  static final class Ranges {
    private KeyRanges known;

    KeyRanges of(SnapshotTables tables) throws IOException {
      if (known == null) {
        known =
            tables.has(TableContracts.RAW_MODELS)
                ? KeyRanges.sampled(
                    tables.read(TableContracts.RAW_MODELS).select(Columns.ID),
                    tables.rows(TableContracts.RAW_MODELS))
                : KeyRanges.sampled(
                    tables.read(TableContracts.MODELS).select(Columns.MODEL_ID),
                    tables.rows(TableContracts.MODELS));
      }
      return known;
    }
  }
}
