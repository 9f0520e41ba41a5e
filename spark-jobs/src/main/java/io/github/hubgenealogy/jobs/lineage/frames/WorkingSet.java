package io.github.hubgenealogy.jobs.lineage.frames;

import io.github.hubgenealogy.lake.store.LakeFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import scala.reflect.ClassTag$;

/**
 * Intermediate results of one run. Each is computed once and kept, and what is built on it has a
 * plan that begins there. What a lost executor takes is computed again from what it was made of;
 * every value is a function of the input alone, so it comes out the same. In loops every tenth
 * result is written as Parquet, so that neither that chain grows nor a failed write passes unseen.
 */
final class WorkingSet implements AutoCloseable {
  private static final int DURABLE_EVERY = 10;

  private final SparkSession spark;
  private final LakeFiles files;
  private final String folder;
  private final List<JavaRDD<InternalRow>> kept = new ArrayList<>();
  private int written;

  /**
   * A working set.
   *
   * @param folder where durable results go, relative to the lake; it is deleted in the end
   */
  WorkingSet(SparkSession spark, LakeFiles files, String folder) {
    this.spark = spark;
    this.files = files;
    this.folder = folder;
  }

  SparkSession spark() {
    return spark;
  }

  /** The same rows, computed once; the plan of what is built on them begins here. */
  Dataset<Row> keep(Dataset<Row> rows) {
    JavaRDD<InternalRow> computed =
        new JavaRDD<>(
                ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().toRdd(),
                ClassTag$.MODULE$.<InternalRow>apply(InternalRow.class))
            // Spark uses a row's memory again for the next.
            .map(InternalRow::copy)
            .persist(StorageLevel.MEMORY_AND_DISK());
    kept.add(computed);
    return ((org.apache.spark.sql.classic.SparkSession) spark)
        .internalCreateDataFrame(computed.rdd(), rows.schema(), false);
  }

  /** The same rows in the n-th round of a loop. */
  Dataset<Row> keep(Dataset<Row> rows, int round) {
    if (round % DURABLE_EVERY != DURABLE_EVERY - 1) {
      return keep(rows);
    }
    String path = files.url(folder + "/" + written++);
    rows.write().mode("overwrite").parquet(path);
    return spark.read().schema(rows.schema()).parquet(path);
  }

  /** Rows that the driver computed. */
  Dataset<Row> of(List<Row> rows, StructType schema) {
    int slices = Math.max(1, Math.min(64, rows.size() / 50_000));
    JavaRDD<Row> parallel = new JavaSparkContext(spark.sparkContext()).parallelize(rows, slices);
    return keep(spark.createDataFrame(parallel, schema));
  }

  @Override
  public void close() throws IOException {
    kept.forEach(rows -> rows.unpersist(false));
    kept.clear();
    files.delete(folder);
  }
}
