package io.github.hubgenealogy.jobs.lineage;

import io.github.hubgenealogy.jobs.lineage.frames.SparkEngine;
import io.github.hubgenealogy.jobs.pipeline.EngineChoice;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.tables.KeyRanges;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.TableFileReader;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.Lake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One engine's files for one graph, written and read back as the stage would. */
record EngineRun(SnapshotTables tables, List<DataFile> lineage, List<DataFile> ancestry) {

  /** The engines that every build has, the distributed one with several ends of its rounds. */
  enum Engine {
    MEMORY,
    SPARK,
    SPARK_WITHOUT_LOCAL_FINISH,
    SPARK_WITH_A_LATE_LOCAL_FINISH;

    LineageEngine on(SnapshotTables tables) {
      return switch (this) {
        case MEMORY -> new MemoryEngine();
        case SPARK -> spark(tables, 500_000);
        case SPARK_WITHOUT_LOCAL_FINISH -> spark(tables, 0);
        case SPARK_WITH_A_LATE_LOCAL_FINISH -> spark(tables, 300);
      };
    }
  }

  private static LineageEngine spark(SnapshotTables tables, int localEdges) {
    return spark(tables, localEdges, 1_000);
  }

  static LineageEngine spark(SnapshotTables tables, int localEdges, int rounds) {
    JobsSettings.Graph settings =
        JobsSettings.Graph.of(EngineChoice.SPARK, 10_000).withRounds(localEdges, rounds);
    return new SparkEngine(
        settings, tables.snapshot().files(), tables.snapshot().path("work/lineage"));
  }

  static EngineRun of(Engine engine, Dataset<Row> models, Dataset<Row> edges, int cap, Path lake)
      throws IOException {
    SnapshotTables tables = tables(models, lake);
    return of(engine.on(tables), tables, models, edges, cap);
  }

  static SnapshotTables tables(Dataset<Row> models, Path lake) {
    return new SnapshotTables(
        models.sparkSession(), Lake.at(lake.toString()).snapshot("s" + UUID.randomUUID()));
  }

  static EngineRun of(
      LineageEngine engine, SnapshotTables tables, Dataset<Row> models, Dataset<Row> edges, int cap)
      throws IOException {
    LineageFiles files = new LineageFiles(tables, KeyRanges.single());
    engine.compute(models, edges, Policy.ofLineage(), cap, files);
    return new EngineRun(tables, files.lineageFiles(), files.ancestryFiles());
  }

  /** Rows of table lineage as text, in the order of the files. */
  List<String> lineageRows() throws IOException {
    return rows(TableContracts.LINEAGE, lineage);
  }

  List<String> ancestryRows() throws IOException {
    return rows(TableContracts.ANCESTRY, ancestry);
  }

  private List<String> rows(TableContract table, List<DataFile> files) throws IOException {
    List<String> rows = new ArrayList<>();
    for (DataFile file : files) {
      String path = tables.snapshot().folder(table) + "/" + file.name();
      try (TableFileReader reader = new TableFileReader(tables.snapshot().files(), path, table)) {
        for (Object[] row = reader.next(); row != null; row = reader.next()) {
          rows.add(Oracle.row(row));
        }
      }
    }
    return rows;
  }
}
