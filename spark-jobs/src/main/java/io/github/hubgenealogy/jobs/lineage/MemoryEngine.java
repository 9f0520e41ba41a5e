package io.github.hubgenealogy.jobs.lineage;

import io.github.hubgenealogy.jobs.policy.Policy;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The whole graph in the driver's memory: ids as one dictionary, edges as int arrays, one load for
 * all policies. While one policy's files are written the next one is computed; the closure is
 * computed a second time while its rows are written, so that it is never held. Vertices dominate:
 * {@link MemoryEstimate} says what it needs.
 */
public final class MemoryEngine implements LineageEngine {
  /** Policies that are computed at once, or computed and not yet written. */
  private static final int AT_ONCE = 2;

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
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE + 1);
    try {
      Queue<Future<PolicyLineage>> computed = new ArrayDeque<>();
      int begun = 0;
      Future<?> ancestry = null;
      for (Policy policy : policies) {
        while (begun < policies.size() && computed.size() < AT_ONCE) {
          int bit = begun++;
          computed.add(
              threads.submit(() -> PolicyLineage.of(graph, policies.get(bit), bit, maxAncestors)));
        }
        PolicyLineage lineage = of(computed.remove());
        if (policy == Policy.UNION) {
          ancestry = threads.submit(() -> writeAncestry(graph, lineage, sink));
        }
        int count = lineage.present == null ? graph.ids.size() : lineage.present.length;
        sink.lineage(policy, count, () -> new LineageCells(lineage, graph)::on);
      }
      if (ancestry != null) {
        of(ancestry);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Void writeAncestry(MemoryGraph graph, PolicyLineage lineage, LineageSink sink)
      throws IOException {
    long[] starts = AncestryCells.starts(lineage);
    sink.ancestry(starts[starts.length - 1], () -> new AncestryCells(graph, lineage, starts)::on);
    return null;
  }

  private static <T> T of(Future<T> work) throws IOException {
    try {
      return work.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException unwritable) {
        throw unwritable;
      }
      if (failed.getCause() instanceof RuntimeException ours) {
        throw ours;
      }
      throw new IllegalStateException("lineage in memory", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while tracing the lineage", interrupted);
    }
  }
}
