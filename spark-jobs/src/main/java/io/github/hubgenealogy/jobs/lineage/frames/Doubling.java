package io.github.hubgenealogy.jobs.lineage.frames;

import static io.github.hubgenealogy.jobs.lineage.frames.Passing.*;
import static io.github.hubgenealogy.jobs.tables.Columns.DISTANCE;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * The closure by doubling: from all ancestors within a distance of r, those that are r away lead to
 * all within 2r, so that the rounds are as many as the longest distance has binary digits. Every
 * vertex keeps its nearest {@code cap + 1} ancestors by (distance, number), in each round: what it
 * drops precedes nothing that it would keep later, for on a shortest path to a kept ancestor every
 * vertex is nearer and so kept too, and whatever precedes an ancestor of that vertex in its list
 * precedes it in the longer one. The one beyond the cap tells that something was cut.
 */
final class Doubling {
  /**
   * The closure.
   *
   * @param pairs vertex, ancestor, distance, hop (the smallest parent on a shortest path): at most
   *     the cap a vertex
   * @param cut vertex: those that the cap took an ancestor from
   * @param lost vertex: those that the cap took a descendant from
   * @param size how many pairs
   */
  record Closure(Dataset<Row> pairs, Dataset<Row> cut, Dataset<Row> lost, long size) {}

  private final WorkingSet work;
  private final int cap;

  Doubling(WorkingSet work, int cap) {
    this.work = work;
    this.cap = cap;
  }

  Closure of(NumberedGraph graph) {
    Dataset<Row> edges = graph.edges().select(CHILD, PARENT);
    Dataset<Row> pairs =
        edges.select(
            col(CHILD).as(VERTEX),
            col(PARENT).as(ANCESTOR),
            lit(1).as(DISTANCE),
            col(PARENT).as(HOP));
    Extent extent = extent(pairs, 1);
    if (extent.most > cap + 1L) {
      pairs = work.keep(nearest(pairs, cap + 1).drop(PLACE));
      extent = extent(pairs, 1);
    }
    for (int reach = 1; extent.frontier > 0; reach = Math.multiplyExact(reach, 2)) {
      pairs = work.keep(further(pairs, reach));
      extent = extent(pairs, 2L * reach);
      if (extent.most > cap + 1L) {
        pairs = work.keep(nearest(pairs, cap + 1).drop(PLACE));
        extent = extent(pairs, 2L * reach);
      }
    }
    return extent.most <= cap
        ? new Closure(pairs, none(edges), none(edges), extent.pairs)
        : cut(edges, pairs);
  }

  private static Dataset<Row> none(Dataset<Row> edges) {
    return edges.select(col(CHILD).as(VERTEX)).filter(lit(false));
  }

  /** How far a round has come. */
  private record Extent(long pairs, long most, long frontier) {}

  /**
   * Measures.
   *
   * @param next the distance of the pairs that lead on
   */
  private static Extent extent(Dataset<Row> pairs, long next) {
    Row row =
        pairs
            .groupBy(VERTEX)
            .agg(count(lit(1)).as(COUNT), max(DISTANCE).as(DISTANCE))
            .agg(sum(COUNT), max(COUNT), count(when(col(DISTANCE).geq(next), 1)))
            .first();
    return row.isNullAt(0)
        ? new Extent(0, 0, 0)
        : new Extent(row.getLong(0), row.getLong(1), row.getLong(2));
  }

  private static Dataset<Row> further(Dataset<Row> pairs, int reach) {
    Dataset<Row> frontier =
        pairs
            .filter(col(DISTANCE).equalTo(reach))
            .select(col(VERTEX), col(ANCESTOR).as(STEP), col(HOP));
    Dataset<Row> beyond =
        frontier
            .join(pairs.select(col(VERTEX).as(STEP), col(ANCESTOR), col(DISTANCE)), STEP)
            .filter(col(VERTEX).notEqual(col(ANCESTOR)))
            .select(col(VERTEX), col(ANCESTOR), col(DISTANCE).plus(reach).as(DISTANCE), col(HOP));
    return pairs
        .union(beyond)
        .groupBy(VERTEX, ANCESTOR)
        .agg(min(struct(col(DISTANCE), col(HOP))).as(LEAST))
        .select(
            col(VERTEX),
            col(ANCESTOR),
            col(LEAST).getField(DISTANCE).as(DISTANCE),
            col(LEAST).getField(HOP).as(HOP));
  }

  /** The first pairs of each vertex, with their place from 1. */
  private static Dataset<Row> nearest(Dataset<Row> pairs, int limit) {
    return pairs
        .withColumn(
            PLACE, row_number().over(Window.partitionBy(VERTEX).orderBy(DISTANCE, ANCESTOR)))
        .filter(col(PLACE).leq(limit));
  }

  /**
   * What the cap cut. A true ancestor that a vertex lost was lost on some edge of the way to it:
   * kept by the parent, or the parent itself, and not by the child. So only edges of children that
   * were cut are looked at.
   */
  private Closure cut(Dataset<Row> edges, Dataset<Row> pairs) {
    Dataset<Row> placed = work.keep(nearest(pairs, cap + 1));
    Dataset<Row> cut = work.keep(placed.filter(col(PLACE).gt(cap)).select(VERTEX));
    Dataset<Row> kept = work.keep(placed.filter(col(PLACE).leq(cap)).drop(PLACE));
    Dataset<Row> above =
        edges
            .join(cut.toDF(CHILD), new String[] {CHILD}, "left_semi")
            .select(col(CHILD).as(VERTEX), col(PARENT).as(STEP));
    Dataset<Row> offered =
        above
            .join(kept.select(col(VERTEX).as(STEP), col(ANCESTOR)), STEP)
            .select(VERTEX, ANCESTOR)
            .union(above.select(VERTEX, STEP))
            .filter(col(VERTEX).notEqual(col(ANCESTOR)));
    Dataset<Row> lost =
        work.keep(
            offered
                .join(kept.select(VERTEX, ANCESTOR), new String[] {VERTEX, ANCESTOR}, "left_anti")
                .select(col(ANCESTOR).as(VERTEX))
                .distinct());
    return new Closure(kept, cut, lost, kept.count());
  }
}
