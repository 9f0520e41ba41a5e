package io.github.hubgenealogy.jobs.lineage.frames;

import io.github.hubgenealogy.jobs.pipeline.EngineChoice;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Components alone, for comparing ways to them: all get the same numbered edges of one policy. */
public final class TimedComponents {
  private static final Logger LOG = LoggerFactory.getLogger(TimedComponents.class);

  private TimedComponents() {}

  /** Seconds from numbered edges to the component of every vertex, all rows computed. */
  public static double seconds(
      Dataset<Row> models, Dataset<Row> edges, Snapshot snapshot, JobsSettings.Graph settings)
      throws IOException {
    List<Policy> policies = List.of(Policy.UNION);
    String folder = snapshot.path("work/timed-components");
    try (WorkingSet work = new WorkingSet(models.sparkSession(), snapshot.files(), folder)) {
      NumberedGraph graph = NumberedGraph.of(models, edges, policies, work);
      Rounds rounds =
          new Rounds(
              settings.localFinish().maxEdges(), settings.maxRounds(), graph.names(), policies);
      long start = System.nanoTime();
      Dataset<Row> components =
          settings.engine() == EngineChoice.GRAPHFRAMES
              ? new SourcedComponents(work, source(), settings.graphframes()).of(graph)
              : new Contraction(work, rounds).of(graph);
      long vertices = components.count();
      double seconds = (System.nanoTime() - start) / 1e9;
      LOG.info(
          "components: {} of {} vertices at {} edges",
          components.select(Passing.COMPONENT).distinct().count(),
          vertices,
          graph.size());
      return seconds;
    }
  }

  private static ComponentSource source() {
    return ServiceLoader.load(ComponentSource.class).findFirst().orElseThrow();
  }
}
