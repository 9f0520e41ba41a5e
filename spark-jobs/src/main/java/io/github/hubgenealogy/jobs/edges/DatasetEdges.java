package io.github.hubgenealogy.jobs.edges;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.when;

import io.github.hubgenealogy.jobs.policy.Resolution;
import io.github.hubgenealogy.jobs.policy.Source;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which model names which dataset, and the datasets themselves. */
final class DatasetEdges {
  private static final String UNIQUE_NAME = "unique_name";
  private static final String NAME = "name";
  private static final String FIRST = "first";
  private static final String OWNERS = "owners";
  private static final String LOADER = "custom";

  private DatasetEdges() {}

  /**
   * What cards and tags name as training data.
   *
   * @param resolver resolves it at once; null leaves that to joins
   */
  static Dataset<Row> claimed(Dataset<Row> models, Dataset<Row> cards, NameResolver resolver) {
    Dataset<Row> fromCards =
        ClaimRows.of(cards.select(MODEL_ID, DATASETS), new DatasetClaims(Source.CARD), resolver);
    Dataset<Row> fromTags =
        ClaimRows.of(models.select(ID, TAGS), new DatasetClaims(Source.TAG), resolver);
    return fromCards.unionByName(fromTags);
  }

  /**
   * Each pair once.
   *
   * @param resolved what is named, resolved
   * @param listed raw/datasets
   */
  static Dataset<Row> of(Dataset<Row> resolved, Dataset<Row> listed) {
    Dataset<Row> named = resolved.join(uniqueNames(listed), new String[] {CLAIMED_ID}, "left");
    Column bare = resolved(Resolution.BARE_NAME);
    Column self = resolved(Resolution.SELF);
    Column target =
        when(bare, coalesce(col(NAME), col(CLAIMED_ID)))
            .when(self, col(CLAIMED_ID))
            .when(isLoader(), col(CLAIMED_TEXT))
            .otherwise(col(PARENT_ID));
    Column way =
        when(bare.and(col(NAME).isNotNull()), lit(UNIQUE_NAME))
            // A dataset may bear the very name of the model that it trained.
            .when(self, lit(Resolution.EXACT.word()))
            .when(isLoader(), lit(Resolution.BARE_NAME.word()))
            .otherwise(col(RESOLUTION));
    Column first = struct(col(SOURCE), col(POSITION), col(CLAIMED_TEXT), way.as(RESOLUTION));
    return named
        .select(col(CHILD_ID).as(MODEL_ID), target.as(DATASET_ID), col(SOURCE), first.as(FIRST))
        .where(col(DATASET_ID).isNotNull())
        .groupBy(MODEL_ID, DATASET_ID)
        .agg(sort_array(collect_set(col(SOURCE))).as(SOURCES), min(col(FIRST)).as(FIRST))
        .select(
            col(MODEL_ID),
            col(DATASET_ID),
            col(SOURCES),
            col(FIRST).getField(CLAIMED_TEXT).as(CLAIMED_TEXT),
            col(FIRST).getField(RESOLUTION).as(RESOLUTION));
  }

  private static Column resolved(Resolution way) {
    return col(RESOLUTION).equalTo(way.word());
  }

  /** "custom" is no model's name, but among the loaders that Trainer writes as data sets. */
  private static Column isLoader() {
    return resolved(Resolution.PLACEHOLDER).and(col(CLAIMED_TEXT).equalTo(LOADER));
  }

  /**
   * How many mentions name no dataset at all, by what they are instead.
   *
   * @param resolved what is named, resolved
   */
  static SortedMap<String, Long> withoutEdge(Dataset<Row> resolved) {
    SortedMap<String, Long> counts = new TreeMap<>();
    resolved
        .where(
            col(PARENT_ID)
                .isNull()
                .and(not(resolved(Resolution.BARE_NAME)))
                .and(not(resolved(Resolution.SELF)))
                .and(not(isLoader())))
        .groupBy(RESOLUTION)
        .count()
        .collectAsList()
        .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    return counts;
  }

  /** Names that one listed dataset has alone: two mentions in five lack the owner. */
  private static Dataset<Row> uniqueNames(Dataset<Row> listed) {
    return listed
        .where(col(ID).contains("/"))
        .groupBy(substring_index(col(ID), "/", -1).as(CLAIMED_ID))
        .agg(count(lit(1)).as(OWNERS), min(col(ID)).as(NAME))
        .where(col(OWNERS).equalTo(1))
        .select(CLAIMED_ID, NAME);
  }

  /** The listed datasets and those that are only named. */
  static Dataset<Row> datasets(Dataset<Row> listed, Dataset<Row> edges, boolean wereListed) {
    Dataset<Row> known =
        listed.select(
            col(ID).as(DATASET_ID),
            col(KEY_ID).as(REPO_KEY),
            Vertices.owner(col(ID)).as(OWNER),
            lit(Vertices.LISTED).as(PRESENCE),
            col(HUB_CREATED_AT).as(CREATED_AT),
            col(HUB_LAST_MODIFIED).as(LAST_MODIFIED),
            col(DOWNLOADS).as(DOWNLOADS_30D),
            col(LIKES),
            col(GATED));
    Dataset<Row> others =
        edges
            .select(DATASET_ID)
            .distinct()
            .join(known.select(DATASET_ID), new String[] {DATASET_ID}, "left_anti")
            .select(
                col(DATASET_ID),
                lit(null).cast("string").as(REPO_KEY),
                Vertices.owner(col(DATASET_ID)).as(OWNER),
                lit(wereListed ? "absent" : Vertices.UNASKED).as(PRESENCE),
                lit(null).cast("timestamp").as(CREATED_AT),
                lit(null).cast("timestamp").as(LAST_MODIFIED),
                lit(null).cast("bigint").as(DOWNLOADS_30D),
                lit(null).cast("bigint").as(LIKES),
                lit(null).cast("string").as(GATED));
    return known.unionByName(others);
  }
}
