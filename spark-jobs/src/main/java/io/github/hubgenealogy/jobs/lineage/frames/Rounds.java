package io.github.hubgenealogy.jobs.lineage.frames;

import static io.github.hubgenealogy.jobs.lineage.frames.Passing.VERTEX;
import static io.github.hubgenealogy.jobs.tables.Columns.MODEL_ID;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.lake.command.Fault;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How long distributed rounds go on: until so few edges are left that the driver finishes them, and
 * never longer than so many.
 *
 * @param localEdges edges that the driver takes; 0 for none
 * @param maxRounds rounds of one loop
 * @param names model_id, vertex (the rank), to say which chain is too long
 */
record Rounds(int localEdges, int maxRounds, Dataset<Row> names, List<Policy> policies) {

  private static final long FEW = 200_000;

  boolean local(long left) {
    return left <= localEdges;
  }

  /** One side of a join, sent whole to every task where it is small. */
  static Dataset<Row> beside(Dataset<Row> rows, long atMost) {
    return atMost <= FEW ? broadcast(rows) : rows;
  }

  /**
   * Refuses a round beyond the last.
   *
   * @param round from 0
   * @param left edges that are left
   * @param vertices a column of them
   */
  void require(int round, Dataset<Row> left, String vertices) {
    if (round < maxRounds) {
      return;
    }
    long edges = left.count();
    long last = left.agg(max(col(vertices))).first().getLong(0);
    String model =
        names
            .filter(col(VERTEX).equalTo(last % NumberedGraph.POLICY))
            .select(MODEL_ID)
            .first()
            .getString(0);
    throw Fault.badInput(
        "the chain of models above "
            + model
            + " (policy "
            + policies.get((int) (last / NumberedGraph.POLICY)).word()
            + ") is longer than the "
            + maxRounds
            + " rounds of graph.max-rounds, with "
            + edges
            + " edges left",
        "engine spark",
        "Raise graph.local-finish.max-edges above that number or graph.max-rounds in conf/jobs.yaml, or use --engine memory.");
  }
}
