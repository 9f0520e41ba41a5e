package io.github.hubgenealogy.jobs.lineage.frames;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Another library's way to weakly connected components, found by ServiceLoader. It is given numbers
 * and gives numbers; that each component is then named by its smallest member is done here.
 */
public interface ComponentSource {

  /** The column of vertices. */
  String ID = "id";

  /** The column of one end of an edge. */
  String SOURCE = "src";

  /** The column of the other end. */
  String TARGET = "dst";

  /** The engine that it makes, as {@code --engine} takes it. */
  String engine();

  /** Its library and version, for the log and the manifest. */
  String version();

  /**
   * The components.
   *
   * @param vertices the column {@code id}
   * @param edges the columns {@code src} and {@code dst}, both among the vertices
   * @param settings how, as {@code conf/jobs.yaml} says
   * @return the column {@code id} and any number for its component, in this order; the caller
   *     copies it, then calls {@link Found#release}
   */
  Found components(
      SparkSession spark, Dataset<Row> vertices, Dataset<Row> edges, Settings settings);

  /** What {@code conf/jobs.yaml} says of it. */
  record Settings(String algorithm, int checkpointInterval, int broadcastThreshold) {}

  /** A result that holds memory until it is released. */
  record Found(Dataset<Row> rows, Runnable release) {}
}
