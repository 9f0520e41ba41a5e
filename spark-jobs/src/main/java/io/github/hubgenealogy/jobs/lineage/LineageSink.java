package io.github.hubgenealogy.jobs.lineage;

import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.lake.rows.Cells;
import java.io.IOException;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Takes an engine's rows and writes their files: from the driver's memory, where they are already
 * in the order of their table, or as datasets.
 */
public interface LineageSink {

  /**
   * Takes one policy's rows of table lineage.
   *
   * @param rows gives, each time it is asked, an access to the rows by their place that one thread
   *     uses in ascending order
   */
  void lineage(Policy policy, long count, Supplier<LongFunction<Cells>> rows) throws IOException;

  /** Takes the rows of table ancestry, maybe while another thread hands over those of lineage. */
  void ancestry(long count, Supplier<LongFunction<Cells>> rows) throws IOException;

  /** Takes one policy's rows of table lineage, in any order. */
  void lineage(Policy policy, Dataset<Row> rows) throws IOException;

  /** Takes the rows of table ancestry, in any order. */
  void ancestry(Dataset<Row> rows) throws IOException;
}
