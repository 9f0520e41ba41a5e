package io.github.hubgenealogy.jobs.edges;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Stage;
import io.github.hubgenealogy.jobs.pipeline.StageRun;
import io.github.hubgenealogy.jobs.policy.Source;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Stage derive-edges: collects the claims, resolves them, folds them into edges, and completes the
 * vertices. What it has written it reads back from the files, so that nothing is computed twice and
 * nothing is held in memory.
 */
public final class DeriveEdges implements Stage {
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

    Column parentage = col(SOURCE).isin(Arrays.stream(Source.values()).map(Source::word).toArray());
    Dataset<Row> claimed = claimed(models, cards).persist(StorageLevel.MEMORY_AND_DISK_SER());
    try {
      Dataset<Row> resolved =
          new Resolver(models, ofKind(aliases, "model"), run.settings().edges().pathWords())
              .resolve(claimed);
      run.write(TableContracts.CLAIMS, resolved.where(parentage));
      run.write(TableContracts.SUCCESSION, succession(resolved.where(parentage.equalTo(false))));
    } finally {
      claimed.unpersist();
    }

    Dataset<Row> pairs = Edges.of(written.read(TableContracts.CLAIMS), models);
    Dataset<Row> listed = Vertices.listed(models, cards, run.snapshotId());
    Column makesVertex = col(PARENT_ID).isNotNull().and(col(SOURCE).notEqual(Source.TEXT.word()));
    Dataset<Row> unlisted =
        Vertices.unlisted(
            written.read(TableContracts.CLAIMS).where(makesVertex),
            models,
            listed.schema(),
            redirects);
    run.write(TableContracts.MODELS, earlier.seenModels(listed.unionByName(unlisted)));
    Dataset<Row> edges = withParents(pairs, written.read(TableContracts.MODELS));
    run.write(TableContracts.EDGES, earlier.reregistered(earlier.seenEdges(edges), models));

    boolean datasetsListed = written.has(TableContracts.RAW_DATASETS);
    Dataset<Row> datasets = run.read(TableContracts.RAW_DATASETS);
    Dataset<Row> named =
        DatasetEdges.claimed(models, cards).persist(StorageLevel.MEMORY_AND_DISK_SER());
    try {
      run.write(
          TableContracts.DATASET_EDGES,
          DatasetEdges.of(named, datasets, ofKind(aliases, "dataset")));
    } finally {
      named.unpersist();
    }
    run.write(
        TableContracts.DATASETS,
        DatasetEdges.datasets(
            datasets, written.read(TableContracts.DATASET_EDGES), datasetsListed));
  }

  /** All claims before their resolution. */
  static Dataset<Row> claimed(Dataset<Row> models, Dataset<Row> cards) {
    Dataset<Row> fromList =
        models
            .select(ID, TAGS, HUB_BASE_MODELS, CONFIG)
            .flatMap(new ListClaims(), ClaimRow.ENCODER);
    Dataset<Row> fromCards =
        cards
            .select(
                MODEL_ID,
                BASE_MODELS,
                BASE_MODEL_RELATION,
                NEW_VERSION,
                DUPLICATED_FROM,
                TEXT_PARENTS,
                TEXT_RULES)
            .flatMap(new CardClaims(), ClaimRow.ENCODER);
    return fromList.unionByName(fromCards);
  }

  private static Dataset<Row> ofKind(Dataset<Row> aliases, String kind) {
    return aliases.where(col(KIND).equalTo(kind));
  }

  private static Dataset<Row> succession(Dataset<Row> resolved) {
    return resolved
        .select(
            col(CHILD_ID),
            col(SOURCE).as(KIND),
            coalesce(col(PARENT_ID), col(CLAIMED_ID), col(ClaimRow.LOOKUP)).as(TARGET_ID),
            col(RESOLUTION))
        .where(col(TARGET_ID).isNotNull().and(col(TARGET_ID).notEqual("")));
  }

  private static Dataset<Row> withParents(Dataset<Row> pairs, Dataset<Row> models) {
    Dataset<Row> parents =
        models.select(
            col(MODEL_ID).as(PARENT_ID),
            col(PRESENCE).as(PARENT_PRESENCE),
            col(CREATED_AT).as(PARENT_CREATED_AT));
    return Edges.withPolicies(pairs.join(parents, PARENT_ID))
        .withColumn(CHILD_OLDER_THAN_PARENT, col(CHILD_CREATED_AT).lt(col(PARENT_CREATED_AT)));
  }
}
