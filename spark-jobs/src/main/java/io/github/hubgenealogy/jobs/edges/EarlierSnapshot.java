package io.github.hubgenealogy.jobs.edges;

import static io.github.hubgenealogy.jobs.tables.Columns.ASKED_ID;
import static io.github.hubgenealogy.jobs.tables.Columns.CHILD_ID;
import static io.github.hubgenealogy.jobs.tables.Columns.CURRENT_ID;
import static io.github.hubgenealogy.jobs.tables.Columns.DATASET_ID;
import static io.github.hubgenealogy.jobs.tables.Columns.FIRST_SEEN;
import static io.github.hubgenealogy.jobs.tables.Columns.HUB_CURRENT_ID;
import static io.github.hubgenealogy.jobs.tables.Columns.ID;
import static io.github.hubgenealogy.jobs.tables.Columns.KEY_ID;
import static io.github.hubgenealogy.jobs.tables.Columns.KIND;
import static io.github.hubgenealogy.jobs.tables.Columns.MODEL_ID;
import static io.github.hubgenealogy.jobs.tables.Columns.OLD_ID;
import static io.github.hubgenealogy.jobs.tables.Columns.PARENT_ID;
import static io.github.hubgenealogy.jobs.tables.Columns.PARENT_REREGISTERED;
import static io.github.hubgenealogy.jobs.tables.Columns.REPO_KEY;
import static io.github.hubgenealogy.jobs.tables.Columns.STATUS;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.io.IOException;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the published snapshot before this one knew: the names that repositories had, whose names
 * these were, and what was there already. Identity across snapshots is the repository's key.
 */
final class EarlierSnapshot {
  private static final String BEFORE = "before_";
  private static final String BEFORE_KEY = "before_key";
  private static final String FOLLOWED = "followed";
  private static final String MOVED = "moved";
  private static final String FLAGGED = "flagged";

  private final Optional<SnapshotTables> tables;
  private final String snapshot;

  /**
   * The past of one snapshot.
   *
   * @param tables the snapshot before; empty where there is none
   * @param snapshot this one's id
   */
  EarlierSnapshot(Optional<SnapshotTables> tables, String snapshot) {
    this.tables = tables;
    this.snapshot = snapshot;
  }

  /**
   * Names that lead elsewhere: the Hub's redirects, and names that a repository had in an earlier
   * snapshot. A name that once led to a model which has a new name since leads there.
   *
   * @param models raw/models
   * @param datasets raw/datasets
   */
  Dataset<Row> aliases(Dataset<Row> redirects, Dataset<Row> models, Dataset<Row> datasets)
      throws IOException {
    Dataset<Row> moved =
        redirects
            .where(col(STATUS).equalTo(MOVED).and(col(HUB_CURRENT_ID).isNotNull()))
            .select(
                col(KIND),
                col(ASKED_ID).as(OLD_ID),
                col(HUB_CURRENT_ID).as(CURRENT_ID),
                lit(MOVED).as(STATUS));
    if (tables.isEmpty()) {
      return moved.withColumn(FIRST_SEEN, lit(snapshot));
    }
    Dataset<Row> renamed =
        renamed("model", models, tables.get().read(TableContracts.MODELS), MODEL_ID)
            .unionByName(
                renamed(
                    "dataset", datasets, tables.get().read(TableContracts.DATASETS), DATASET_ID));
    Dataset<Row> known = tables.get().read(TableContracts.ALIASES);
    Dataset<Row> followed =
        known
            .join(
                renamed.select(col(KIND), col(OLD_ID).as(CURRENT_ID), col(CURRENT_ID).as(FOLLOWED)),
                new String[] {KIND, CURRENT_ID},
                "left")
            .withColumn(CURRENT_ID, coalesce(col(FOLLOWED), col(CURRENT_ID)));
    String[] key = {KIND, OLD_ID};
    Dataset<Row> fresh = moved.unionByName(renamed.join(moved, key, "left_anti"));
    Dataset<Row> dated =
        fresh
            .join(known.select(col(KIND), col(OLD_ID), col(FIRST_SEEN)), key, "left")
            .withColumn(FIRST_SEEN, coalesce(col(FIRST_SEEN), lit(snapshot)));
    return dated.unionByName(
        followed
            .join(fresh, key, "left_anti")
            .where(col(OLD_ID).notEqual(col(CURRENT_ID)))
            .select(KIND, OLD_ID, CURRENT_ID, STATUS, FIRST_SEEN));
  }

  /** Repositories that have another name than they had. */
  private static Dataset<Row> renamed(
      String kind, Dataset<Row> listed, Dataset<Row> earlier, String id) {
    return listed
        .select(KEY_ID, ID)
        .join(
            earlier.select(col(id).as(OLD_ID), col(REPO_KEY)),
            col(KEY_ID).equalTo(col(REPO_KEY)).and(col(ID).notEqual(col(OLD_ID))))
        .select(lit(kind).as(KIND), col(OLD_ID), col(ID).as(CURRENT_ID), lit("renamed").as(STATUS));
  }

  /** Models with the first snapshot that lists them. */
  Dataset<Row> seenModels(Dataset<Row> models) throws IOException {
    if (tables.isEmpty()) {
      return models;
    }
    Dataset<Row> earlier =
        tables
            .get()
            .read(TableContracts.MODELS)
            .where(col(REPO_KEY).isNotNull())
            .groupBy(col(REPO_KEY).as(BEFORE_KEY))
            .agg(min(col(FIRST_SEEN)).as(BEFORE));
    return models
        .join(earlier, col(REPO_KEY).equalTo(col(BEFORE_KEY)), "left")
        .withColumn(FIRST_SEEN, coalesce(col(BEFORE), col(FIRST_SEEN)));
  }

  /** Whether there is none: what is asked for then joins nothing and keeps the rows' order. */
  boolean isNone() {
    return tables.isEmpty();
  }

  /**
   * Edges with the first snapshot that has the pair and whether the parent's name changed hands.
   *
   * @param models raw/models
   */
  Dataset<Row> knownEdges(Dataset<Row> edges, Dataset<Row> models) throws IOException {
    return reregistered(seenEdges(edges), models);
  }

  /** Edges with the first snapshot that has the pair. */
  private Dataset<Row> seenEdges(Dataset<Row> edges) throws IOException {
    if (tables.isEmpty()) {
      return edges.withColumn(FIRST_SEEN, lit(snapshot));
    }
    Dataset<Row> earlier =
        tables
            .get()
            .read(TableContracts.EDGES)
            .select(col(CHILD_ID), col(PARENT_ID), col(FIRST_SEEN).as(BEFORE));
    return edges
        .join(earlier, new String[] {CHILD_ID, PARENT_ID}, "left")
        .withColumn(FIRST_SEEN, coalesce(col(BEFORE), lit(snapshot)));
  }

  /**
   * Edges with whether the parent's name belonged to another repository. What the snapshot before
   * had found stays true of the name.
   *
   * @param models raw/models
   */
  private Dataset<Row> reregistered(Dataset<Row> edges, Dataset<Row> models) throws IOException {
    if (tables.isEmpty()) {
      return edges.withColumn(PARENT_REREGISTERED, lit(null).cast("boolean"));
    }
    Dataset<Row> flagged =
        tables
            .get()
            .read(TableContracts.EDGES)
            .where(col(PARENT_REREGISTERED))
            .select(col(PARENT_ID).as(MODEL_ID))
            .groupBy(MODEL_ID)
            .agg(max(lit(true)).as(FLAGGED));
    Dataset<Row> names =
        tables
            .get()
            .read(TableContracts.MODELS)
            .where(col(REPO_KEY).isNotNull())
            .select(MODEL_ID, REPO_KEY)
            .join(models.select(col(ID).as(MODEL_ID), col(KEY_ID)), MODEL_ID)
            .join(flagged, new String[] {MODEL_ID}, "left")
            .select(
                col(MODEL_ID).as(PARENT_ID),
                coalesce(col(FLAGGED), col(REPO_KEY).notEqual(col(KEY_ID)))
                    .as(PARENT_REREGISTERED));
    return edges.join(names, new String[] {PARENT_ID}, "left");
  }
}
