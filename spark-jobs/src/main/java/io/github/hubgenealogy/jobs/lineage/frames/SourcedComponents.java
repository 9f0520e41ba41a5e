package io.github.hubgenealogy.jobs.lineage.frames;

import static io.github.hubgenealogy.jobs.lineage.frames.Passing.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;

import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Components by another library, each renamed to its smallest vertex. */
final class SourcedComponents {
  private final WorkingSet work;
  private final ComponentSource source;
  private final ComponentSource.Settings settings;

  SourcedComponents(WorkingSet work, ComponentSource source, JobsSettings.Graphframes settings) {
    this.work = work;
    this.source = source;
    this.settings =
        new ComponentSource.Settings(
            settings.algorithm(), settings.checkpointInterval(), settings.broadcastThreshold());
  }

  /** The components of all vertices at an edge: vertex, component. */
  Dataset<Row> of(NumberedGraph graph) {
    Dataset<Row> vertices =
        work.keep(
            graph
                .edges()
                .select(col(CHILD).as(ComponentSource.ID))
                .union(graph.edges().select(PARENT))
                .distinct());
    if (graph.size() == 0) {
      return vertices.select(
          col(ComponentSource.ID).as(VERTEX), col(ComponentSource.ID).as(COMPONENT));
    }
    Dataset<Row> edges =
        graph.edges().select(CHILD, PARENT).toDF(ComponentSource.SOURCE, ComponentSource.TARGET);
    ComponentSource.Found found = source.components(work.spark(), vertices, edges, settings);
    try {
      Dataset<Row> label = work.keep(found.rows().toDF(VERTEX, LABEL));
      Dataset<Row> smallest = label.groupBy(LABEL).agg(min(VERTEX).as(COMPONENT));
      Dataset<Row> components = work.keep(label.join(smallest, LABEL).select(VERTEX, COMPONENT));
      components.count();
      return components;
    } finally {
      found.release().run();
    }
  }
}
