package io.github.hubgenealogy.jobs.lineage.frames;

import static io.github.hubgenealogy.jobs.lineage.frames.Passing.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import io.github.hubgenealogy.jobs.lineage.kernel.Condensation;
import io.github.hubgenealogy.jobs.lineage.kernel.Depths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Longest paths by peeling: in each round the edges go whose parent has none above it left, and how
 * often a vertex is seen as a child is its depth. What never goes hangs below a cycle; its cycles
 * are found and made one vertex each, and peeling begins again.
 */
final class Peeling {
  private static final int LEVELS_AT_ONCE = 8;
  private static final StructType DEPTHS =
      new StructType().add(VERTEX, DataTypes.LongType).add(LEVEL, DataTypes.IntegerType);
  private static final StructType CYCLES =
      new StructType().add(VERTEX, DataTypes.LongType).add(CYCLE, DataTypes.LongType);

  private final WorkingSet work;
  private final Rounds rounds;

  Peeling(WorkingSet work, Rounds rounds) {
    this.work = work;
    this.rounds = rounds;
  }

  /** Peels all of a graph. */
  Order of(NumberedGraph graph) {
    Dataset<Row> none = work.of(List.of(), CYCLES);
    return peel(graph.edges().select(CHILD, PARENT), graph.size(), none);
  }

  private Order peel(Dataset<Row> all, long size, Dataset<Row> cycles) {
    Dataset<Row> levels = work.of(List.of(), DEPTHS);
    List<Dataset<Row>> latest = new ArrayList<>();
    Dataset<Row> edges = all;
    long left = size;
    for (int round = 0; left > 0; round++) {
      if (rounds.local(left)) {
        return finish(edges, deepest(levels, latest), round, cycles);
      }
      rounds.require(round, edges, CHILD);
      Dataset<Row> below = edges.select(col(CHILD).as(PARENT), lit(true).as(LIVE)).distinct();
      Dataset<Row> seen =
          work.keep(edges.join(Rounds.beside(below, left), new String[] {PARENT}, "left"), round);
      latest.add(
          seen.filter(col(LIVE).isNull()).select(col(CHILD).as(VERTEX), lit(round + 1).as(LEVEL)));
      edges = seen.filter(col(LIVE)).select(CHILD, PARENT);
      long before = left;
      left = edges.count();
      if (left == before) {
        return aroundCycles(all, edges);
      }
      if (latest.size() == LEVELS_AT_ONCE) {
        levels = work.keep(deepest(levels, latest), round);
        latest.clear();
      }
    }
    return new Order(work.keep(deepest(levels, latest)), cycles);
  }

  private static Dataset<Row> deepest(Dataset<Row> levels, List<Dataset<Row>> latest) {
    Dataset<Row> all = levels;
    for (Dataset<Row> level : latest) {
      all = all.union(level);
    }
    return all.groupBy(VERTEX).agg(max(LEVEL).as(LEVEL));
  }

  /** Peels again with each cycle as its smallest member. */
  private Order aroundCycles(Dataset<Row> all, Dataset<Row> rest) {
    Dataset<Row> cycles = new Cycles(work, rounds).of(rest);
    Dataset<Row> condensed =
        work.keep(
            condensed(condensed(all, CHILD, cycles), PARENT, cycles)
                .filter(col(CHILD).notEqual(col(PARENT)))
                .select(CHILD, PARENT)
                .distinct());
    Order order = peel(condensed, condensed.count(), cycles);
    Dataset<Row> members =
        cycles
            .join(order.depths().toDF(CYCLE, LEVEL), CYCLE)
            .filter(col(VERTEX).notEqual(col(CYCLE)))
            .select(VERTEX, LEVEL);
    return new Order(work.keep(order.depths().union(members)), cycles);
  }

  private static Dataset<Row> condensed(Dataset<Row> edges, String end, Dataset<Row> cycles) {
    return edges
        .join(cycles.toDF(end, CYCLE), new String[] {end}, "left")
        .withColumn(end, coalesce(col(CYCLE), col(end)))
        .drop(CYCLE);
  }

  /**
   * What is left, in the driver.
   *
   * @param levels depths that edges already gone give
   * @param round the depth of what has none above it left
   */
  private Order finish(Dataset<Row> edges, Dataset<Row> levels, int round, Dataset<Row> cycles) {
    LocalEdges local = LocalEdges.of(edges);
    int[] least = new int[local.size()];
    Arrays.fill(least, round);
    if (round > 0) {
      Dataset<Row> known =
          levels.join(
              edges.select(col(CHILD).as(VERTEX)).distinct(), new String[] {VERTEX}, "right");
      for (Row row : known.select(VERTEX, LEVEL).collectAsList()) {
        least[local.indexOf(row.getLong(0))] = row.isNullAt(1) ? 0 : row.getInt(1);
      }
    }
    Condensation condensation = Condensation.of(local.graph);
    int[] longest = Depths.longest(local.graph, condensation, least);
    long[] smallest = new long[condensation.count()];
    Arrays.fill(smallest, -1);
    List<Row> deep = new ArrayList<>();
    List<Row> circular = new ArrayList<>();
    for (int v = 0; v < local.size(); v++) {
      int component = condensation.of(v);
      if (smallest[component] < 0) {
        smallest[component] = local.number(v);
      }
      if (longest[component] > 0) {
        deep.add(RowFactory.create(local.number(v), longest[component]));
      }
      if (condensation.inCycle(v)) {
        circular.add(RowFactory.create(local.number(v), smallest[component]));
      }
    }
    Dataset<Row> depths =
        levels.union(work.of(deep, DEPTHS)).groupBy(VERTEX).agg(max(LEVEL).as(LEVEL));
    return new Order(work.keep(depths), cycles.union(work.of(circular, CYCLES)));
  }
}
