package io.github.hubgenealogy.jobs.tables;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/** Datasets made of rows that are in Spark's own memory format already. */
public final class InternalRows {
  private InternalRows() {}

  /** One task a part: what {@code rows} gives for it. */
  public static <T> Dataset<Row> dataset(
      SparkSession spark, List<T> parts, FlatMapFunction<T, InternalRow> rows, StructType schema) {
    RDD<InternalRow> made =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(parts, Math.max(1, parts.size()))
            .flatMap(rows)
            .rdd();
    return of(spark, made, schema);
  }

  /** The rows of a plan that is run once however often they are read, if it ends in a shuffle. */
  static RDD<InternalRow> rdd(Dataset<Row> rows) {
    return ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().toRdd();
  }

  static Dataset<Row> of(SparkSession spark, RDD<InternalRow> rows, StructType schema) {
    return ((org.apache.spark.sql.classic.SparkSession) spark)
        .internalCreateDataFrame(rows, schema, false);
  }
}
