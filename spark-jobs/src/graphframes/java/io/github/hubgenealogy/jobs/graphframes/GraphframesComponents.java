package io.github.hubgenealogy.jobs.graphframes;

import static org.apache.spark.sql.functions.col;

import io.github.hubgenealogy.jobs.lineage.frames.ComponentSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.graphframes.GraphFrame;
import org.graphframes.lib.ConnectedComponents;

/**
 * Connected components by GraphFrames 0.11 or later. Where the session has no folder for checkpoints
 * it is given one for the time of the computation: GraphFrames reads its intermediate results back
 * from there.
 */
public final class GraphframesComponents implements ComponentSource {
  private static final String COMPONENT = "component";

  @Override
  public String engine() {
    return "graphframes";
  }

  @Override
  public String version() {
    String version = GraphFrame.class.getPackage().getImplementationVersion();
    return "GraphFrames " + (version == null ? "of an unnamed version" : version);
  }

  @Override
  public Found components(
      SparkSession spark, Dataset<Row> vertices, Dataset<Row> edges, Settings settings) {
    Path checkpoints = null;
    if (spark.sparkContext().getCheckpointDir().isEmpty()) {
      checkpoints = folder();
      spark.sparkContext().setCheckpointDir(checkpoints.toString());
    }
    ConnectedComponents components = new GraphFrame(vertices, edges).connectedComponents();
    components.setAlgorithm(settings.algorithm());
    components.setCheckpointInterval(settings.checkpointInterval());
    components.setBroadcastThreshold(settings.broadcastThreshold());
    Dataset<Row> found = components.run();
    Path toDelete = checkpoints;
    return new Found(
        found.select(col(ID), col(COMPONENT)),
        () -> {
          found.unpersist();
          delete(toDelete);
        });
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("hubgen-graphframes");
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static void delete(Path folder) {
    if (folder == null) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
