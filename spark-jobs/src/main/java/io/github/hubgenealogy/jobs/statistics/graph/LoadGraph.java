package io.github.hubgenealogy.jobs.statistics.graph;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import io.github.hubgenealogy.jobs.lineage.Dictionary;
import io.github.hubgenealogy.jobs.policy.Relation;
import io.github.hubgenealogy.jobs.policy.Source;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.reflect.ClassTag$;

/**
 * Loads the graph for all policies at once in three Spark jobs: models, edges, mentions of
 * datasets.
 */
public final class LoadGraph {
  private LoadGraph() {}

  /**
   * Loads.
   *
   * @param models table models, sorted by model_id as it is written
   * @param edges table edges
   * @param mentions table dataset_edges
   */
  public static HubGraph of(Dataset<Row> models, Dataset<Row> edges, Dataset<Row> mentions) {
    HubGraph.Models loaded =
        HubGraph.Models.of(
            rows(models.select(ofModel())).mapPartitions(ModelRows::blocks).collect());
    Broadcast<Dictionary> shared =
        new JavaSparkContext(models.sparkSession().sparkContext()).broadcast(loaded.ids());
    try {
      List<EdgeRows.Block> packed =
          rows(edges.select(ofEdge()))
              .mapPartitions(rows -> EdgeRows.block(rows, shared.value()))
              .collect();
      List<MentionRows.Block> named =
          rows(mentions.select(MODEL_ID, DATASET_ID))
              .mapPartitions(rows -> MentionRows.block(rows, shared.value()))
              .collect();
      return new HubGraph(loaded, EdgeRows.join(packed), MentionRows.join(named));
    } finally {
      shared.destroy();
    }
  }

  private static JavaRDD<InternalRow> rows(Dataset<Row> dataset) {
    return new JavaRDD<>(
        ((org.apache.spark.sql.classic.Dataset<Row>) dataset).queryExecution().toRdd(),
        ClassTag$.MODULE$.apply(InternalRow.class));
  }

  /** In the order that {@link ModelRows} reads: words from place 6, by HubGraph's columns. */
  private static Column[] ofModel() {
    return new Column[] {
      col(MODEL_ID),
      col(SnapshotTables.FILE_NAME),
      col(PRESENCE).equalTo("listed"),
      unix_date(col(CREATED_AT).cast("date")),
      coalesce(col(DOWNLOADS_30D), lit(-1L)),
      coalesce(col(HAS_CARD), lit(false)),
      col(OWNER),
      col(PRESENCE),
      col(PIPELINE_TAG),
      col(LIBRARY_NAME),
      set(LICENSES),
      set(LANGUAGES_ISO),
      col(GENERATED_BY)
    };
  }

  /** A set as one text; null where it is empty. */
  private static Column set(String column) {
    return when(
        size(col(column)).gt(0),
        array_join(array_sort(array_distinct(col(column))), Words.SEPARATOR));
  }

  private static Column[] ofEdge() {
    Column textOnly =
        size(col(SOURCES)).equalTo(1).and(col(SOURCES).getItem(0).equalTo(Source.TEXT.word()));
    Column older = coalesce(col(CHILD_OLDER_THAN_PARENT), lit(false));
    Column flags =
        bit(col(RELATION_CONFLICT), HubGraph.CONFLICT)
            .plus(bit(older, HubGraph.OLDER))
            .plus(bit(textOnly, HubGraph.TEXT_ONLY));
    Column relations =
        code(col(RELATION))
            .plus(code(col(RELATION_HUB)).multiply(lit(1 << 4)))
            .plus(code(col(RELATION_TAG)).multiply(lit(1 << 8)));
    return new Column[] {col(CHILD_ID), col(PARENT_ID), col(POLICIES), relations, flags};
  }

  private static Column bit(Column condition, int bit) {
    return when(condition, lit(bit)).otherwise(lit(0));
  }

  /** A relation's place in the enum; a missing one is unspecified. */
  private static Column code(Column word) {
    Column code = lit(HubGraph.code(Relation.UNSPECIFIED));
    for (Relation relation : Relation.typed()) {
      code = when(word.equalTo(relation.word()), lit(HubGraph.code(relation))).otherwise(code);
    }
    return code;
  }
}
