package io.github.hubgenealogy.jobs.lineage.frames;

import static io.github.hubgenealogy.jobs.lineage.frames.Passing.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.xxhash64;

import io.github.hubgenealogy.jobs.lineage.kernel.Components;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Weakly connected components by contraction. In each round every vertex is merged into one of its
 * neighbours; edges between what was merged go, and what is left is smaller. In the first round it
 * is the smallest parent: leaves, most of the Hub, go at once. Afterwards it is the one with the
 * smallest hash among the vertex itself and its neighbours, another hash each round, which leaves
 * at most three quarters of the vertices on average whatever the graph (Bögeholz, Brand and Todor,
 * 2019). Any choice of a neighbour is right; the hash is a function of the number and the round, so
 * that a task which runs again makes the same.
 */
final class Contraction {
  /** Far beyond what chance allows: a quarter of the vertices goes in each round on average. */
  private static final int MAX_ROUNDS = 500;

  private static final StructType LABELS =
      new StructType().add(VERTEX, DataTypes.LongType).add(LABEL, DataTypes.LongType);

  private final WorkingSet work;
  private final Rounds rounds;

  Contraction(WorkingSet work, Rounds rounds) {
    this.work = work;
    this.rounds = rounds;
  }

  /**
   * The components of all vertices at an edge.
   *
   * @return vertex, component (its smallest vertex)
   */
  Dataset<Row> of(NumberedGraph graph) {
    return smallest(labels(graph.edges().select(CHILD, PARENT), graph.size()), work);
  }

  /**
   * Names each component by its smallest vertex.
   *
   * @param label vertex, label: for all vertices of a component but one, that one
   */
  static Dataset<Row> smallest(Dataset<Row> label, WorkingSet work) {
    Dataset<Row> all =
        work.keep(label.union(label.select(col(LABEL).as(VERTEX), col(LABEL)).distinct()));
    Dataset<Row> component = all.groupBy(LABEL).agg(min(VERTEX).as(COMPONENT));
    return work.keep(all.join(component, LABEL).select(VERTEX, COMPONENT));
  }

  private Dataset<Row> labels(Dataset<Row> all, long size) {
    List<Dataset<Row>> merges = new ArrayList<>();
    Dataset<Row> edges = all;
    long left = size;
    while (!rounds.local(left)) {
      int round = merges.size();
      if (round == MAX_ROUNDS) {
        throw new IllegalStateException(left + " edges are left after " + round + " contractions");
      }
      Dataset<Row> merge = work.keep(round == 0 ? intoParents(edges) : byHash(edges, round), round);
      merges.add(merge);
      Dataset<Row> small = Rounds.beside(merge, left);
      Dataset<Row> merged =
          merged(merged(edges, CHILD, small), PARENT, small)
              .filter(col(CHILD).notEqual(col(PARENT)))
              .select(CHILD, PARENT)
              .distinct();
      edges = work.keep(merged, round);
      left = edges.count();
    }
    Dataset<Row> label = finish(edges);
    for (int round = merges.size() - 1; round >= 0; round--) {
      Dataset<Row> deeper =
          merges
              .get(round)
              .join(label.toDF(LABEL, ROOT), new String[] {LABEL}, "left")
              .select(col(VERTEX), coalesce(col(ROOT), col(LABEL)).as(LABEL));
      label = work.keep(deeper.union(label), merges.size() - 1 - round);
    }
    return label;
  }

  private static Dataset<Row> intoParents(Dataset<Row> edges) {
    return edges.groupBy(col(CHILD).as(VERTEX)).agg(min(PARENT).as(LABEL));
  }

  private static Dataset<Row> byHash(Dataset<Row> edges, int round) {
    Dataset<Row> both = edges.union(edges.select(PARENT, CHILD));
    Column own = struct(hash(CHILD, round).as(STEP), col(CHILD).as(LABEL));
    Column other = struct(hash(PARENT, round).as(STEP), col(PARENT).as(LABEL));
    return both.groupBy(CHILD)
        .agg(min(other).as(LEAST))
        .select(col(CHILD).as(VERTEX), least(own, col(LEAST)).getField(LABEL).as(LABEL))
        .filter(col(VERTEX).notEqual(col(LABEL)));
  }

  /** The round as a text, which generated code refers to: a number would be compiled into it. */
  private static Column hash(String vertex, int round) {
    return xxhash64(col(vertex), lit(Integer.toString(round)));
  }

  /** The edges with one end replaced by what it was merged into. */
  private static Dataset<Row> merged(Dataset<Row> edges, String end, Dataset<Row> merge) {
    return edges
        .join(merge.toDF(end, LABEL), new String[] {end}, "left")
        .withColumn(end, coalesce(col(LABEL), col(end)))
        .drop(LABEL);
  }

  private Dataset<Row> finish(Dataset<Row> edges) {
    LocalEdges local = LocalEdges.of(edges);
    Components components = Components.of(local.graph);
    List<Row> labels = new ArrayList<>();
    for (int v = 0; v < local.size(); v++) {
      if (components.of(v) != v) {
        labels.add(RowFactory.create(local.number(v), local.number(components.of(v))));
      }
    }
    return work.of(labels, LABELS);
  }
}
