package io.github.hubgenealogy.jobs.lineage;

import io.github.hubgenealogy.jobs.policy.Policy;
import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One way to compute the lineage. All engines write identical rows to tables {@code lineage} and
 * {@code ancestry}; they differ in what they cost and how far they reach.
 */
public interface LineageEngine {

  /** Its name, as {@code --engine} takes it. */
  String name();

  /**
   * Computes and hands on.
   *
   * @param models table models: model_id and presence are read
   * @param edges table edges: the pair, the relations and the policies are read
   * @param policies whose lineage is wanted; {@code union} among them gives the ancestry
   * @param maxAncestors ancestors kept for a model
   */
  void compute(
      Dataset<Row> models,
      Dataset<Row> edges,
      List<Policy> policies,
      int maxAncestors,
      LineageSink sink)
      throws IOException;
}
