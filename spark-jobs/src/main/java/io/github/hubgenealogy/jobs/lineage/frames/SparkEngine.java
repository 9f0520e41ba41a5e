package io.github.hubgenealogy.jobs.lineage.frames;

import io.github.hubgenealogy.jobs.lineage.LineageEngine;
import io.github.hubgenealogy.jobs.lineage.LineageSink;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.lake.store.LakeFiles;
import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lineage by datasets alone, as large as the cluster: components by contraction, depths and cycles
 * by peeling, the closure by doubling, all policies in the same rounds. Models without an edge take
 * part in one join.
 */
public final class SparkEngine implements LineageEngine {
  private static final Logger LOG = LoggerFactory.getLogger(SparkEngine.class);

  private final JobsSettings.Graph settings;
  private final LakeFiles files;
  private final String folder;
  private final ComponentSource source;

  /**
   * The engine.
   *
   * @param folder for intermediate results, relative to the lake; it is deleted in the end
   */
  public SparkEngine(JobsSettings.Graph settings, LakeFiles files, String folder) {
    this(settings, files, folder, null);
  }

  /** The same with components from elsewhere. */
  public SparkEngine(
      JobsSettings.Graph settings, LakeFiles files, String folder, ComponentSource source) {
    this.settings = settings;
    this.files = files;
    this.folder = folder;
    this.source = source;
  }

  @Override
  public String name() {
    return source == null ? "spark" : source.engine();
  }

  @Override
  public void compute(
      Dataset<Row> models,
      Dataset<Row> edges,
      List<Policy> policies,
      int maxAncestors,
      LineageSink sink)
      throws IOException {
    try (WorkingSet work = new WorkingSet(models.sparkSession(), files, folder)) {
      NumberedGraph graph = NumberedGraph.of(models, edges, policies, work);
      LOG.info("trace-lineage: {} edges of {} policies", graph.size(), policies.size());
      Rounds rounds =
          new Rounds(
              settings.localFinish().maxEdges(), settings.maxRounds(), graph.names(), policies);
      Dataset<Row> components =
          source == null
              ? new Contraction(work, rounds).of(graph)
              : new SourcedComponents(work, source, settings.graphframes()).of(graph);
      Order order = new Peeling(work, rounds).of(graph);
      LOG.info("trace-lineage: components and depths found");
      Doubling.Closure closure = new Doubling(work, maxAncestors).of(graph);
      LOG.info("trace-lineage: {} pairs of ancestor and descendant", closure.size());
      Dataset<Row> roots = new Roots(work, rounds).of(graph, order, closure);
      LineageRows rows = new LineageRows(graph, work);
      rows.gather(components, order, roots, closure);
      for (int place = 0; place < policies.size(); place++) {
        sink.lineage(policies.get(place), rows.lineage(policies.get(place), place));
        if (policies.get(place) == Policy.UNION) {
          sink.ancestry(rows.ancestry(closure, place));
        }
      }
    }
  }
}
