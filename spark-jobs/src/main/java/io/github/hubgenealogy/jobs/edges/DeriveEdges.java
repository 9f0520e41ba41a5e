package io.github.hubgenealogy.jobs.edges;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.col;

import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Stage;
import io.github.hubgenealogy.jobs.pipeline.StageRun;
import io.github.hubgenealogy.jobs.policy.Resolution;
import io.github.hubgenealogy.jobs.policy.Source;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.io.IOException;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Stage derive-edges: collects the claims, resolves them, folds them into edges, and completes the
 * vertices. What it has written it reads back from the files, so that nothing is computed twice and
 * nothing is held in memory.
 */
public final class DeriveEdges implements Stage {
  /** Fact of the table dataset_edges: mentions that name no dataset, by what they are. */
  static final String WITHOUT_EDGE = "mentions_without_edge";

  @Override
  public String name() {
    return "derive-edges";
  }

  @Override
  public List<TableContract> reads() {
    return List.of(TableContracts.RAW_MODELS, TableContracts.CARDS);
  }

  @Override
  public List<TableContract> readsIfPresent() {
    return List.of(TableContracts.RAW_REDIRECTS, TableContracts.RAW_DATASETS);
  }

  @Override
  public List<TableContract> writes() {
    return List.of(
        TableContracts.ALIASES,
        TableContracts.CLAIMS,
        TableContracts.EDGES,
        TableContracts.MODELS,
        TableContracts.SUCCESSION,
        TableContracts.DATASETS,
        TableContracts.DATASET_EDGES);
  }

  @Override
  public Object configuration(JobsSettings settings) {
    return settings.edges();
  }

  @Override
  public boolean readsPredecessor() {
    return true;
  }

  @Override
  public void run(StageRun run) throws IOException {
    Dataset<Row> models = run.read(TableContracts.RAW_MODELS);
    Dataset<Row> cards = run.read(TableContracts.CARDS);
    Dataset<Row> redirects = run.read(TableContracts.RAW_REDIRECTS);
    SnapshotTables written = run.tables();

    EarlierSnapshot earlier = new EarlierSnapshot(run.predecessor(), run.snapshotId());
    run.writeSmall(
        TableContracts.ALIASES,
        earlier.aliases(redirects, models, run.read(TableContracts.RAW_DATASETS)));
    Dataset<Row> aliases = written.read(TableContracts.ALIASES);

    ModelClaims claims = new ModelClaims(run, models, cards, ofKind(aliases, "model"));
    claims.write();

    Dataset<Row> claimed = written.read(TableContracts.CLAIMS);
    Dataset<Row> listed = Vertices.listed(models, run.snapshotId());
    Dataset<Row> unlisted =
        Vertices.unlisted(
            claimed.where(
                col(RESOLUTION)
                    .isin(Resolution.ABSENT.word(), Resolution.REDIRECTED.word())
                    .and(col(SOURCE).notEqual(Source.TEXT.word()))),
            claims::withoutListed,
            listed.schema(),
            redirects);
    run.writeCompleted(
        TableContracts.MODELS,
        earlier.seenModels(listed.unionByName(unlisted)),
        TableContracts.CARDS,
        new CardTraits());
    claims.writeEdges(claimed, written.read(TableContracts.MODELS), earlier);
    claims.close();

    boolean datasetsListed = written.has(TableContracts.RAW_DATASETS);
    Dataset<Row> datasets = run.read(TableContracts.RAW_DATASETS);
    writeDatasetEdges(run, models, cards, datasets, ofKind(aliases, "dataset"));
    run.write(
        TableContracts.DATASETS,
        DatasetEdges.datasets(
            datasets, written.read(TableContracts.DATASET_EDGES), datasetsListed));
  }

  private static void writeDatasetEdges(
      StageRun run,
      Dataset<Row> models,
      Dataset<Row> cards,
      Dataset<Row> datasets,
      Dataset<Row> aliases)
      throws IOException {
    Broadcast<ListedNames> names =
        run.tables().rows(TableContracts.RAW_DATASETS) <= run.settings().edges().maxNamesInMemory()
            ? JavaSparkContext.fromSparkContext(run.spark().sparkContext())
                .broadcast(ListedNames.ofDatasets(datasets))
            : null;
    NameResolver atOnce = names == null ? null : new NameResolver(names, aliases, List.of());
    // Kept for two readers: what becomes of mentions is counted, then they are folded.
    Dataset<Row> mentions =
        DatasetEdges.claimed(models, cards, atOnce).persist(StorageLevel.MEMORY_AND_DISK_SER());
    try {
      Dataset<Row> resolved =
          names == null ? new Resolver(datasets, aliases, List.of()).resolve(mentions) : mentions;
      run.facts().put(WITHOUT_EDGE, DatasetEdges.withoutEdge(resolved));
      run.write(TableContracts.DATASET_EDGES, DatasetEdges.of(resolved, datasets));
    } finally {
      mentions.unpersist();
      if (names != null) {
        names.destroy();
      }
    }
  }

  private static Dataset<Row> ofKind(Dataset<Row> aliases, String kind) {
    return aliases.where(col(KIND).equalTo(kind)).select(OLD_ID, CURRENT_ID);
  }
}
