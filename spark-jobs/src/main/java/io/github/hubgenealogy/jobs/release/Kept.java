package io.github.hubgenealogy.jobs.release;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.policy.Resolution;
import io.github.hubgenealogy.jobs.policy.Source;
import java.util.Arrays;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * What tombstones leave of each table. Nothing that a repository left out said of itself stays;
 * what others say of it leads to an absent vertex of which nothing is known.
 */
final class Kept {
  private static final String ABSENT = Resolution.ABSENT.word();

  private final Tombstones tombstones;
  private final UserDefinedFunction covered;

  Kept(Tombstones tombstones) {
    this.tombstones = tombstones;
    UDF1<String, Boolean> covers = tombstones::covers;
    this.covered = udf(covers, DataTypes.BooleanType);
  }

  private Column gone(String column) {
    return covered.apply(col(column));
  }

  private Column stays(String column) {
    return gone(column).equalTo(false);
  }

  /** Rows of tables that speak of one repository. */
  Dataset<Row> of(Dataset<Row> rows, String... columns) {
    Dataset<Row> kept = rows;
    for (String column : tombstones.isEmpty() ? new String[0] : columns) {
      kept = kept.where(stays(column));
    }
    return kept;
  }

  /** Edges of children that stay; a parent that is left out is absent to every policy. */
  Dataset<Row> edges(Dataset<Row> edges) {
    if (tombstones.isEmpty()) {
      return edges;
    }
    Column[] absentCounts =
        Arrays.stream(Policy.values())
            .filter(policy -> policy.vertices() != Policy.Vertices.LISTED)
            .filter(policy -> policy.resolutions().contains(Resolution.ABSENT))
            .map(policy -> lit(policy.word()))
            .toArray(Column[]::new);
    Column gone = gone(PARENT_ID);
    Column textOnly =
        size(col(SOURCES)).equalTo(1).and(array_contains(col(SOURCES), Source.TEXT.word()));
    Dataset<Row> kept =
        of(edges, CHILD_ID)
            .where(gone.and(textOnly).equalTo(false))
            .withColumn(
                POLICIES,
                when(gone, array_intersect(col(POLICIES), array(absentCounts)))
                    .otherwise(col(POLICIES)))
            .where(size(col(POLICIES)).gt(0))
            .withColumn(PARENT_PRESENCE, when(gone, lit(ABSENT)).otherwise(col(PARENT_PRESENCE)));
    for (String known :
        new String[] {PARENT_CREATED_AT, CHILD_OLDER_THAN_PARENT, PARENT_REREGISTERED}) {
      kept = kept.withColumn(known, when(gone, lit(null)).otherwise(col(known)));
    }
    return kept;
  }

  /**
   * Models that stay, and of those left out the ones that an edge leads to, of which only that is
   * said. What was a vertex for the sake of an edge that is no more goes with it.
   */
  Dataset<Row> models(Dataset<Row> models, Dataset<Row> edges, Dataset<Row> keptEdges) {
    if (tombstones.isEmpty()) {
      return models;
    }
    Dataset<Row> parents = keptEdges.select(col(PARENT_ID).as(MODEL_ID)).distinct();
    Dataset<Row> lost = edges.select(col(PARENT_ID).as(MODEL_ID)).distinct().except(parents);
    Column listed = col(PRESENCE).equalTo("listed");
    Dataset<Row> stay = models.where(stays(MODEL_ID));
    Dataset<Row> unlisted =
        stay.where(listed.equalTo(false)).join(lost, names(MODEL_ID), "left_anti");
    Dataset<Row> absent =
        blank(models.where(gone(MODEL_ID)), MODEL_ID).join(parents, names(MODEL_ID), "left_semi");
    return stay.where(listed).unionByName(unlisted).unionByName(absent);
  }

  /** Datasets that stay, and of those left out the ones that a model names. */
  Dataset<Row> datasets(Dataset<Row> datasets, Dataset<Row> mentions) {
    if (tombstones.isEmpty()) {
      return datasets;
    }
    Dataset<Row> named = mentions.select(DATASET_ID).distinct();
    return datasets
        .where(stays(DATASET_ID))
        .unionByName(
            blank(datasets.where(gone(DATASET_ID)), DATASET_ID)
                .join(named, names(DATASET_ID), "left_semi"));
  }

  /** Rows of children that stay; what led to a repository left out is absent. */
  Dataset<Row> claims(Dataset<Row> claims, String target) {
    return tombstones.isEmpty()
        ? claims
        : of(claims, CHILD_ID)
            .withColumn(RESOLUTION, when(gone(target), lit(ABSENT)).otherwise(col(RESOLUTION)));
  }

  /** Nothing but the id, and that it is absent. */
  private static Dataset<Row> blank(Dataset<Row> rows, String id) {
    Set<String> kept = Set.of(id, PRESENCE);
    Dataset<Row> blank = rows.withColumn(PRESENCE, lit(ABSENT));
    for (String column : rows.columns()) {
      if (!kept.contains(column)) {
        blank = blank.withColumn(column, lit(null).cast(rows.schema().apply(column).dataType()));
      }
    }
    return blank;
  }

  private static scala.collection.immutable.Seq<String> names(String name) {
    return scala.jdk.javaapi.CollectionConverters.asScala(java.util.List.of(name)).toSeq();
  }
}
