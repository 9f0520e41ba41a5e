package io.github.hubgenealogy.jobs.diff;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.github.hubgenealogy.lake.contract.TableContracts;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The transforms: rows of two snapshots in, rows of what differs out. No storage. */
final class Differences {
  private static final String BEFORE = "before_";
  private static final String LISTED = "listed";
  private static final String UNION = "union";
  private static final String READ = "ok";

  private Differences() {}

  /** Models that the Hub listed, with its key or, for want of one, the id. */
  static Dataset<Row> listed(Dataset<Row> models) {
    return models
        .where(col(PRESENCE).equalTo(LISTED))
        .withColumn(REPO_KEY, coalesce(col(REPO_KEY), col(MODEL_ID)));
  }

  /**
   * Created, deleted and renamed models.
   *
   * @param childrenBefore model_id and n_children of the earlier snapshot, its own ids
   * @param childrenAfter the same of the later
   */
  static Dataset<Row> models(
      Dataset<Row> earlier,
      Dataset<Row> later,
      Dataset<Row> childrenBefore,
      Dataset<Row> childrenAfter) {
    Dataset<Row> before = prefixed(earlier.select(MODEL_ID, REPO_KEY, CREATED_AT));
    Dataset<Row> after = later.select(MODEL_ID, REPO_KEY, CREATED_AT);
    Column formerKey = col(BEFORE + REPO_KEY);
    Column formerId = col(BEFORE + MODEL_ID);
    Dataset<Row> both =
        after
            .join(before, after.col(REPO_KEY).equalTo(formerKey), "full_outer")
            .withColumn(
                CHANGE,
                when(formerKey.isNull(), "created")
                    .when(col(REPO_KEY).isNull(), "deleted")
                    .when(formerId.notEqual(col(MODEL_ID)), "renamed"))
            .where(col(CHANGE).isNotNull())
            .select(
                col(CHANGE),
                coalesce(col(MODEL_ID), formerId).as(MODEL_ID),
                formerId.as(FORMER_ID),
                coalesce(col(REPO_KEY), formerKey).as(REPO_KEY),
                coalesce(col(CREATED_AT), col(BEFORE + CREATED_AT)).as(CREATED_AT));
    Dataset<Row> gone =
        both.where(col(CHANGE).equalTo("deleted")).join(childrenBefore, seq(MODEL_ID), "left");
    Dataset<Row> there =
        both.where(col(CHANGE).notEqual("deleted")).join(childrenAfter, seq(MODEL_ID), "left");
    return there.unionByName(gone);
  }

  /** Cards of models in both that say something else; ids of the earlier ones are the later's. */
  static Dataset<Row> cards(Dataset<Row> earlier, Dataset<Row> later) {
    Dataset<Row> before = prefixed(said(earlier));
    Column read = col(PARSE_STATUS).equalTo(READ);
    Column wasRead = col(BEFORE + PARSE_STATUS).equalTo(READ);
    return said(later)
        .join(before, col(MODEL_ID).equalTo(col(BEFORE + MODEL_ID)))
        .withColumn(
            CHANGE,
            when(read.and(wasRead.equalTo(false)), "added")
                .when(wasRead.and(read.equalTo(false)), "removed")
                .when(col(KEY).notEqual(col(BEFORE + KEY)), "changed"))
        .where(col(CHANGE).isNotNull())
        .select(
            col(MODEL_ID),
            col(CHANGE),
            col(BEFORE + PARSE_STATUS).as(PARSE_STATUS_BEFORE),
            col(PARSE_STATUS).as(PARSE_STATUS_AFTER));
  }

  /** A card by its status and a hash of all that it says, in columns of every version. */
  private static Dataset<Row> said(Dataset<Row> cards) {
    Set<String> apart = Set.of(MODEL_ID, SHA, CARD_SOURCE, PARSE_ERROR);
    Column[] columns =
        TableContracts.CARDS.columns().stream()
            .map(column -> column.name())
            .filter(name -> !apart.contains(name))
            .filter(name -> Arrays.asList(cards.columns()).contains(name))
            .map(org.apache.spark.sql.functions::col)
            .toArray(Column[]::new);
    return cards.select(col(MODEL_ID), col(PARSE_STATUS), xxhash64(columns).as(KEY));
  }

  /** Edges of policy union that came, went or changed their relation. */
  static Dataset<Row> edges(Dataset<Row> earlier, Dataset<Row> later) {
    Dataset<Row> before = prefixed(union(earlier).select(CHILD_ID, PARENT_ID, RELATION).distinct());
    Dataset<Row> after = union(later).select(CHILD_ID, PARENT_ID, RELATION);
    return after
        .join(
            before,
            col(CHILD_ID)
                .equalTo(col(BEFORE + CHILD_ID))
                .and(col(PARENT_ID).equalTo(col(BEFORE + PARENT_ID))),
            "full_outer")
        .where(col(RELATION).eqNullSafe(col(BEFORE + RELATION)).equalTo(false))
        .select(
            coalesce(col(CHILD_ID), col(BEFORE + CHILD_ID)).as(CHILD_ID),
            coalesce(col(PARENT_ID), col(BEFORE + PARENT_ID)).as(PARENT_ID),
            when(col(BEFORE + CHILD_ID).isNull(), "added")
                .when(col(CHILD_ID).isNull(), "removed")
                .otherwise("retyped")
                .as(CHANGE),
            col(BEFORE + RELATION).as(RELATION_BEFORE),
            col(RELATION).as(RELATION_AFTER));
  }

  private static Dataset<Row> union(Dataset<Row> edges) {
    return edges.where(array_contains(col(POLICIES), UNION));
  }

  /** Families of two or more that were merged or split, by the models that are in both. */
  static Dataset<Row> components(Dataset<Row> earlier, Dataset<Row> later) {
    Dataset<Row> before = prefixed(families(earlier));
    Dataset<Row> pairs =
        families(later)
            .join(before, col(MODEL_ID).equalTo(col(BEFORE + MODEL_ID)))
            .groupBy(col(COMPONENT_ID), col(BEFORE + COMPONENT_ID))
            .agg(
                count(lit(1)).as(MODELS),
                max(COMPONENT_SIZE).as(COMPONENT_SIZE),
                max(BEFORE + COMPONENT_SIZE).as(BEFORE + COMPONENT_SIZE));
    Dataset<Row> merged =
        changed(pairs.where(col(BEFORE + COMPONENT_SIZE).gt(1)), COMPONENT_ID, "merged");
    Dataset<Row> split =
        changed(pairs.where(col(BEFORE + COMPONENT_SIZE).gt(1)), BEFORE + COMPONENT_ID, "split");
    return merged.unionByName(split);
  }

  private static Dataset<Row> changed(Dataset<Row> pairs, String component, String change) {
    return pairs
        .groupBy(col(component).as(COMPONENT_ID))
        .agg(sum(MODELS).as(SIZE), count(lit(1)).as(PARTS), max(MODELS).as(LARGEST_PART))
        .where(col(PARTS).gt(1))
        .withColumn(CHANGE, lit(change));
  }

  private static Dataset<Row> families(Dataset<Row> lineage) {
    return lineage.where(col(POLICY).equalTo(UNION)).select(MODEL_ID, COMPONENT_ID, COMPONENT_SIZE);
  }

  /** Every figure of either snapshot; no difference is given across definitions. */
  static Dataset<Row> statistics(Dataset<Row> earlier, Dataset<Row> later) {
    List<String> key = List.of(POLICY, POPULATION, STATISTIC, KEY);
    Dataset<Row> before = figures(earlier);
    Dataset<Row> after = figures(later);
    Column was = before.col(VALUE);
    Column is = after.col(VALUE);
    Column[] selected = {
      col(POLICY),
      col(POPULATION),
      col(STATISTIC),
      col(KEY),
      was.getField(VALUE).as(VALUE_BEFORE),
      is.getField(VALUE).as(VALUE_AFTER),
      when(
              was.getField(DEFINITION_VERSION).equalTo(is.getField(DEFINITION_VERSION)),
              is.getField(VALUE).minus(was.getField(VALUE)))
          .as(DIFFERENCE),
      coalesce(is.getField(UNIT), was.getField(UNIT)).as(UNIT),
      was.getField(DEFINITION_VERSION).as(DEFINITION_VERSION_BEFORE),
      is.getField(DEFINITION_VERSION).as(DEFINITION_VERSION_AFTER)
    };
    return after.join(before, seq(key.toArray(String[]::new)), "full_outer").select(selected);
  }

  private static Dataset<Row> figures(Dataset<Row> statistics) {
    return statistics.select(
        col(POLICY),
        col(POPULATION),
        col(STATISTIC),
        col(KEY),
        struct(VALUE, UNIT, DEFINITION_VERSION).as(VALUE));
  }

  private static Dataset<Row> prefixed(Dataset<Row> rows) {
    Dataset<Row> renamed = rows;
    for (String column : rows.columns()) {
      renamed = renamed.withColumnRenamed(column, BEFORE + column);
    }
    return renamed;
  }

  private static scala.collection.immutable.Seq<String> seq(String... names) {
    return scala.jdk.javaapi.CollectionConverters.asScala(List.of(names)).toSeq();
  }
}
