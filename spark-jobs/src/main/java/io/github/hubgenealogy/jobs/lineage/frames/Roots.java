package io.github.hubgenealogy.jobs.lineage.frames;

import static io.github.hubgenealogy.jobs.lineage.frames.Passing.*;
import static io.github.hubgenealogy.jobs.tables.Columns.DEPTH_MIN;
import static io.github.hubgenealogy.jobs.tables.Columns.DISTANCE;
import static io.github.hubgenealogy.jobs.tables.Columns.N_ROOTS;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import io.github.hubgenealogy.jobs.lineage.kernel.Condensation;
import io.github.hubgenealogy.jobs.lineage.kernel.Depths;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Which roots a vertex descends from, and how far the nearest is. The closure tells it where the
 * cap cut nothing; below a cut, roots are handed from parents to children until nothing is new.
 */
final class Roots {
  private static final StructType FOUND =
      new StructType()
          .add(VERTEX, DataTypes.LongType)
          .add(DEPTH_MIN, DataTypes.IntegerType)
          .add(N_ROOTS, DataTypes.IntegerType)
          .add(ROOT, DataTypes.LongType);

  private final WorkingSet work;
  private final Rounds rounds;

  Roots(WorkingSet work, Rounds rounds) {
    this.work = work;
    this.rounds = rounds;
  }

  /**
   * Finds.
   *
   * @return vertex, depth_min, n_roots, root (null where there are several)
   */
  Dataset<Row> of(NumberedGraph graph, Order order, Doubling.Closure closure) {
    if (rounds.local(graph.size())) {
      return local(graph);
    }
    Dataset<Row> roots = work.keep(roots(graph, order));
    Dataset<Row> own = roots.select(col(VERTEX), lit(0).as(DISTANCE), col(ROOT));
    Dataset<Row> above =
        closure
            .pairs()
            .join(roots.toDF(ANCESTOR, ROOT), ANCESTOR)
            // Members of a cycle that is a root are its root, not below it.
            .join(roots.toDF(VERTEX, LABEL), new String[] {VERTEX}, "left_anti")
            .join(closure.cut(), new String[] {VERTEX}, "left_anti")
            .select(VERTEX, DISTANCE, ROOT);
    Dataset<Row> known =
        work.keep(own.union(above).groupBy(VERTEX, ROOT).agg(min(DISTANCE).as(DISTANCE)));
    Dataset<Row> all =
        closure.cut().isEmpty() ? known : known.union(belowCuts(graph, known, closure.cut()));
    return work.keep(
        all.groupBy(VERTEX)
            .agg(
                min(DISTANCE).as(DEPTH_MIN),
                count(lit(1)).cast(DataTypes.IntegerType).as(N_ROOTS),
                min(ROOT).as(ROOT))
            .select(
                col(VERTEX),
                col(DEPTH_MIN),
                col(N_ROOTS),
                when(col(N_ROOTS).equalTo(1), col(ROOT)).as(ROOT)));
  }

  /** Vertices with nothing above them but their own cycle: vertex, root. */
  private static Dataset<Row> roots(NumberedGraph graph, Order order) {
    return graph
        .edges()
        .select(col(PARENT).as(VERTEX))
        .distinct()
        .join(order.depths(), new String[] {VERTEX}, "left_anti")
        .join(order.cycles(), new String[] {VERTEX}, "left")
        .select(col(VERTEX), coalesce(col(CYCLE), col(VERTEX)).as(ROOT));
  }

  /**
   * Roots of vertices that the cap cut, by rounds: those found at a lesser distance than before go
   * on.
   */
  private Dataset<Row> belowCuts(NumberedGraph graph, Dataset<Row> known, Dataset<Row> cut) {
    Dataset<Row> rootsThemselves = known.filter(col(DISTANCE).equalTo(0)).select(VERTEX);
    Dataset<Row> open = work.keep(cut.join(rootsThemselves, new String[] {VERTEX}, "left_anti"));
    Dataset<Row> edges =
        work.keep(
            graph
                .edges()
                .select(CHILD, PARENT)
                .join(open.toDF(CHILD), new String[] {CHILD}, "left_semi"));
    Dataset<Row> latest =
        known.join(
            edges.select(col(PARENT).as(VERTEX)).distinct(), new String[] {VERTEX}, "left_semi");
    Dataset<Row> found = known.filter(lit(false));
    for (int n = 0; !latest.isEmpty(); n++) {
      rounds.require(n, edges, CHILD);
      Dataset<Row> offered =
          edges
              .join(latest.toDF(PARENT, ROOT, DISTANCE), PARENT)
              .groupBy(col(CHILD).as(VERTEX), col(ROOT))
              .agg(min(col(DISTANCE).plus(1)).as(LEAST));
      Dataset<Row> next =
          work.keep(
              found
                  .join(offered, new String[] {VERTEX, ROOT}, "full_outer")
                  .select(
                      col(VERTEX),
                      col(ROOT),
                      org.apache.spark.sql.functions.least(col(DISTANCE), col(LEAST)).as(DISTANCE),
                      coalesce(col(LEAST).lt(col(DISTANCE)), col(DISTANCE).isNull()).as(LIVE)),
              n);
      found = next.select(VERTEX, ROOT, DISTANCE);
      latest = next.filter(col(LIVE)).select(VERTEX, ROOT, DISTANCE);
    }
    return found;
  }

  private Dataset<Row> local(NumberedGraph graph) {
    LocalEdges edges = LocalEdges.of(graph.edges());
    Depths depths = Depths.of(edges.graph, Condensation.of(edges.graph));
    List<Row> rows = new ArrayList<>();
    for (int v = 0; v < edges.size(); v++) {
      Long root = depths.root(v) < 0 ? null : edges.number(depths.root(v));
      rows.add(RowFactory.create(edges.number(v), depths.fewest(v), depths.rootCount(v), root));
    }
    return work.of(rows, FOUND);
  }
}
