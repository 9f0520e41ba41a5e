package io.github.hubgenealogy.jobs.lineage.frames;

import static io.github.hubgenealogy.jobs.lineage.frames.Passing.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.min;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Strongly connected components by colours: every vertex takes the smallest number above it or its
 * own; within a colour, what leads down to the vertex that gave it is that vertex's component.
 * Those found go, and colours are taken anew until no edge is left. What hangs below the last or
 * above the first cycle is cut off before.
 */
final class Cycles {
  private final WorkingSet work;
  private final Rounds rounds;
  private int round;
  private long size;

  Cycles(WorkingSet work, Rounds rounds) {
    this.work = work;
    this.rounds = rounds;
  }

  /**
   * The members of all cycles.
   *
   * @param edges child, parent, none of which is above all cycles
   * @return vertex, cycle (its smallest member)
   */
  Dataset<Row> of(Dataset<Row> edges) {
    Dataset<Row> found = null;
    size = edges.count();
    Dataset<Row> rest = trimmed(edges);
    while (!rest.isEmpty()) {
      Dataset<Row> coloured = coloured(rest);
      Dataset<Row> within = within(rest, coloured);
      Dataset<Row> component = leadingDown(within);
      // A vertex that leads to itself only is no cycle.
      Dataset<Row> cycles =
          component.join(
              component.groupBy(CYCLE).count().filter(col(COUNT).gt(1)).select(CYCLE), CYCLE);
      Dataset<Row> named = cycles.select(VERTEX, CYCLE);
      found = work.keep(found == null ? named : found.union(named), round);
      rest = trimmed(without(within, component));
      round++;
    }
    return found;
  }

  /** Without the edges whose child has no child or whose parent has no parent, again and again. */
  private Dataset<Row> trimmed(Dataset<Row> edges) {
    Dataset<Row> rest = work.keep(edges);
    long left = rest.count();
    for (int n = 0; left > 0; n++) {
      rounds.require(n, rest, CHILD);
      Dataset<Row> parents = rest.select(col(PARENT).as(CHILD)).distinct();
      Dataset<Row> children = rest.select(col(CHILD).as(PARENT)).distinct();
      rest =
          work.keep(
              rest.join(Rounds.beside(parents, left), new String[] {CHILD}, "left_semi")
                  .join(Rounds.beside(children, left), new String[] {PARENT}, "left_semi")
                  .select(CHILD, PARENT),
              n);
      long before = left;
      left = rest.count();
      if (left == before) {
        break;
      }
    }
    return rest;
  }

  /** Each vertex with the smallest number above it, or its own if that is smaller. */
  private Dataset<Row> coloured(Dataset<Row> edges) {
    Dataset<Row> colours =
        work.keep(
            edges
                .select(col(CHILD).as(VERTEX))
                .union(edges.select(PARENT))
                .distinct()
                .select(col(VERTEX), col(VERTEX).as(CYCLE)));
    Dataset<Row> changed = colours;
    for (int n = 0; !changed.isEmpty(); n++) {
      rounds.require(n, edges, CHILD);
      Dataset<Row> offered =
          edges
              .join(Rounds.beside(changed.toDF(PARENT, LEAST), size), PARENT)
              .groupBy(col(CHILD).as(VERTEX))
              .agg(min(LEAST).as(LEAST));
      Dataset<Row> next =
          work.keep(
              colours
                  .join(Rounds.beside(offered, size), new String[] {VERTEX}, "left")
                  .select(
                      col(VERTEX),
                      least(col(CYCLE), col(LEAST)).as(CYCLE),
                      col(LEAST).isNotNull().and(col(LEAST).lt(col(CYCLE))).as(LIVE)),
              n);
      colours = next.select(VERTEX, CYCLE);
      changed = next.filter(col(LIVE)).select(VERTEX, CYCLE);
    }
    return colours;
  }

  /** The edges inside a colour: child, parent, cycle (the colour). */
  private Dataset<Row> within(Dataset<Row> edges, Dataset<Row> colours) {
    return work.keep(
        edges
            .join(Rounds.beside(colours.toDF(CHILD, CYCLE), size), CHILD)
            .join(Rounds.beside(colours.toDF(PARENT, LEAST), size), PARENT)
            .filter(col(CYCLE).equalTo(col(LEAST)))
            .select(CHILD, PARENT, CYCLE));
  }

  /** All that leads, inside its colour, down to the vertex that gave it, and that vertex. */
  private Dataset<Row> leadingDown(Dataset<Row> within) {
    Dataset<Row> reached = work.keep(within.select(col(CYCLE).as(VERTEX), col(CYCLE)).distinct());
    Dataset<Row> latest = reached;
    for (int n = 0; !latest.isEmpty(); n++) {
      rounds.require(n, within, CHILD);
      latest =
          work.keep(
              within
                  .join(Rounds.beside(latest.toDF(CHILD, LABEL), size), CHILD)
                  .select(col(PARENT).as(VERTEX), col(CYCLE))
                  .distinct()
                  .join(Rounds.beside(reached, size), new String[] {VERTEX, CYCLE}, "left_anti"),
              n);
      reached = work.keep(reached.union(latest), n);
    }
    return reached;
  }

  /** The edges at none of the vertices. */
  private static Dataset<Row> without(Dataset<Row> edges, Dataset<Row> vertices) {
    Dataset<Row> gone = vertices.select(VERTEX).distinct();
    return edges
        .join(gone.toDF(CHILD), new String[] {CHILD}, "left_anti")
        .join(gone.toDF(PARENT), new String[] {PARENT}, "left_anti")
        .select(CHILD, PARENT);
  }
}
