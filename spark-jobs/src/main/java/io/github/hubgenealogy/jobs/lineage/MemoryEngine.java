package io.github.hubgenealogy.jobs.lineage;

import io.github.hubgenealogy.jobs.lineage.kernel.Closure;
import io.github.hubgenealogy.jobs.policy.Policy;
import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The whole graph in the driver's memory: ids as one dictionary, edges as int arrays, one load for
 * all policies. Vertices dominate: {@link MemoryEstimate} says what it needs.
 */
public final class MemoryEngine implements LineageEngine {
  private static final Closure.Pairs NOT_KEPT = (descendant, ancestor, distance, nextHop) -> {};

  private final long maxPairs;

  /** An engine for closures of any size that ints can count. */
  MemoryEngine() {
    this(Integer.MAX_VALUE - 8);
  }

  /**
   * An engine that gives up on a larger closure.
   *
   * @param maxPairs of ancestor and descendant
   */
  MemoryEngine(long maxPairs) {
    this.maxPairs = maxPairs;
  }

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public void compute(
      Dataset<Row> models,
      Dataset<Row> edges,
      List<Policy> policies,
      int maxAncestors,
      LineageSink sink)
      throws IOException {
    MemoryGraph graph = MemoryGraph.load(models, edges, policies);
    for (int bit = 0; bit < policies.size(); bit++) {
      Policy policy = policies.get(bit);
      boolean kept = policy == Policy.UNION;
      AncestryPairs pairs = kept ? new AncestryPairs(graph.ids.size(), maxPairs) : null;
      PolicyLineage lineage =
          PolicyLineage.of(graph, policy, bit, maxAncestors, kept ? pairs : NOT_KEPT);
      int[] vertices = present(lineage.present);
      sink.lineage(
          policy,
          vertices.length,
          () -> {
            LineageCells cells = new LineageCells(lineage, graph.ids);
            return place -> cells.on(vertices[place]);
          });
      if (kept) {
        AncestryPairs byAncestor = pairs.transpose();
        sink.ancestry(
            byAncestor.size(),
            () -> {
              AncestryPairs.PairCells cells = byAncestor.new PairCells(graph.ids);
              return cells::on;
            });
      }
    }
  }

  private static int[] present(boolean[] present) {
    IntList vertices = new IntList();
    for (int v = 0; v < present.length; v++) {
      if (present[v]) {
        vertices.add(v);
      }
    }
    return vertices.toArray();
  }
}
