package io.github.hubgenealogy.jobs.lineage.frames;

import static io.github.hubgenealogy.jobs.lineage.frames.Passing.*;
import static io.github.hubgenealogy.jobs.tables.Columns.CHILD_ID;
import static io.github.hubgenealogy.jobs.tables.Columns.MODEL_ID;
import static io.github.hubgenealogy.jobs.tables.Columns.PARENT_ID;
import static io.github.hubgenealogy.jobs.tables.Columns.PRESENCE;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;

import io.github.hubgenealogy.jobs.lineage.EdgePacking;
import io.github.hubgenealogy.jobs.lineage.UnknownVertex;
import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.tables.KeyRanges;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * The graphs of all policies as one graph of numbers: a vertex is its policy's place times 2^40
 * plus the rank of its id, so that the smallest id is the smallest number and every round serves
 * all policies. Only models with an edge have a number. Ranks are counted over the sorted ids, so a
 * task that runs again gives the same: no id depends on how rows lay in partitions.
 *
 * @param names model_id, vertex (the rank): models with an edge
 * @param models model_id, listed, vertex (the rank, null for isolated models)
 * @param edges child, parent, code: each pair of each policy once, without self claims
 * @param size how many edges
 */
record NumberedGraph(Dataset<Row> names, Dataset<Row> models, Dataset<Row> edges, long size) {
  /** The distance between the numbers of two policies. */
  static final long POLICY = 1L << 40;

  static NumberedGraph of(
      Dataset<Row> models, Dataset<Row> edges, List<Policy> policies, WorkingSet work) {
    Dataset<Row> packed =
        work.keep(
            edges
                .select(EdgePacking.columns(policies))
                .toDF(CHILD_ID, PARENT_ID, BITS, RELATIONS)
                .filter(col(BITS).notEqual(0).and(col(CHILD_ID).notEqual(col(PARENT_ID)))));
    Dataset<Row> names = ranked(packed, work);
    Dataset<Row> placed =
        work.keep(
            models
                .select(col(MODEL_ID), col(PRESENCE).equalTo("listed").as(LISTED))
                .join(names, new String[] {MODEL_ID}, "left")
                .select(MODEL_ID, LISTED, VERTEX));
    requireModels(models, edges, names, placed);
    Dataset<Row> numbered =
        packed
            .join(names.toDF(CHILD_ID, CHILD), CHILD_ID)
            .join(names.toDF(PARENT_ID, PARENT), PARENT_ID)
            .select(CHILD, PARENT, BITS, RELATIONS);
    Dataset<Row> kept = work.keep(ofAll(work.keep(numbered), policies));
    return new NumberedGraph(names, placed, kept, kept.count());
  }

  /** The ends of all edges in the order of their bytes, with their place in it. */
  private static Dataset<Row> ranked(Dataset<Row> packed, WorkingSet work) {
    Dataset<Row> ends =
        work.keep(
            packed.select(explode(array(col(CHILD_ID), col(PARENT_ID))).as(MODEL_ID)).distinct());
    KeyRanges ranges = KeyRanges.sampled(ends, ends.count());
    Dataset<Row> ranged =
        work.keep(ends.select(col(MODEL_ID), ranges.rangeOf(col(MODEL_ID)).as(RANGE)));
    long[] before = new long[ranges.count() + 1];
    for (Row range : ranged.groupBy(RANGE).count().collectAsList()) {
      before[range.getInt(0) + 1] = range.getLong(1);
    }
    for (int i = 1; i < before.length; i++) {
      before[i] += before[i - 1];
    }
    Column rank =
        row_number()
            .over(Window.partitionBy(RANGE).orderBy(MODEL_ID))
            .plus(element_at(lit(before), col(RANGE).plus(1)))
            .minus(1);
    return work.keep(ranged.select(col(MODEL_ID), rank.as(VERTEX)));
  }

  private static Dataset<Row> ofAll(Dataset<Row> numbered, List<Policy> policies) {
    Dataset<Row> all = null;
    for (int i = 0; i < policies.size(); i++) {
      Column first = lit(i * POLICY);
      Dataset<Row> one =
          numbered
              .filter(col(BITS).bitwiseAND(1 << i).notEqual(0))
              .select(
                  col(CHILD).plus(first).as(CHILD),
                  col(PARENT).plus(first).as(PARENT),
                  EdgePacking.relation(col(RELATIONS), i).as(CODE));
      all = all == null ? one : all.union(one);
    }
    return all.groupBy(CHILD, PARENT).agg(min(CODE).as(CODE));
  }

  private static void requireModels(
      Dataset<Row> models, Dataset<Row> edges, Dataset<Row> names, Dataset<Row> placed) {
    Row found = placed.agg(count(VERTEX), countDistinct(VERTEX)).first();
    if (found.getLong(1) < names.count()) {
      throw UnknownVertex.fault(models, edges);
    }
    if (found.getLong(0) > found.getLong(1)) {
      throw UnknownVertex.twice(
          placed
              .filter(col(VERTEX).isNotNull())
              .groupBy(MODEL_ID)
              .count()
              .filter(col(COUNT).gt(1))
              .agg(min(MODEL_ID))
              .first()
              .getString(0));
    }
  }
}
