package io.github.hubgenealogy.jobs.hubstats;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.udf;

import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * Imports the CSV of the 2025 study "Anatomy of an ML Ecosystem" ({@code ai_ecosystem.csv}, with or
 * without cards): its lists, as Python prints them, become tags as the Hub writes them. Quoted line
 * breaks are part of a value.
 */
public final class ImportEcosystem {
  private static final String MODEL = "model_id";
  private static final List<String> NUMBERS = List.of(LIKES, DOWNLOADS, TRENDING_SCORE);

  /** The file's lists, and the tag that the Hub makes of each member. */
  private static final Map<String, String> TAG_OF = tags();

  private ImportEcosystem() {}

  private static Map<String, String> tags() {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("parent_model", "base_model:");
    for (String relation : List.of("finetune", "quantized", "adapter", "merge")) {
      tags.put(relation + "_parent", "base_model:" + relation + ":");
    }
    tags.put("licenses", "license:");
    tags.put("datasets", "dataset:");
    return tags;
  }

  /** Imports the file as the list of models of a snapshot. */
  public static TableSeal run(SparkSession spark, Path file, Snapshot snapshot) throws IOException {
    if (!Files.isReadable(file)) {
      throw Fault.badInput(
          "no such file to import", file.toString(), "Name the study's ai_ecosystem.csv.");
    }
    Dataset<Row> csv =
        spark
            .read()
            .option("header", true)
            .option("multiLine", true)
            .option("quote", "\"")
            .option("escape", "\"")
            .option("mode", "PERMISSIVE")
            .csv("file:" + file.toAbsolutePath());
    List<String> columns = Arrays.asList(csv.columns());
    if (!columns.contains(MODEL)) {
      throw Fault.badInput(
          "the file has no column 'model_id'",
          file.toString(),
          "It has: " + String.join(", ", columns) + ".");
    }
    return ImportHubStats.of(spark, models(csv, columns), file, snapshot);
  }

  /** The columns that hub-stats would have, lists as tags. */
  static Dataset<Row> models(Dataset<Row> csv, List<String> columns) {
    UserDefinedFunction list =
        udf(
            (UDF1<String, String[]>) PythonList::parse,
            DataTypes.createArrayType(DataTypes.StringType));
    Column tags =
        columns.contains(TAGS) ? list.apply(col(TAGS)) : list.apply(lit(null).cast("string"));
    for (Map.Entry<String, String> each : TAG_OF.entrySet()) {
      if (columns.contains(each.getKey())) {
        tags =
            array_union(
                tags,
                transform(
                    list.apply(col(each.getKey())),
                    member -> concat(lit(each.getValue()), member)));
      }
    }
    Dataset<Row> named = csv.withColumnRenamed(MODEL, ID).withColumn(TAGS, tags);
    for (String number : NUMBERS) {
      if (columns.contains(number)) {
        named = named.withColumn(number, col(number).try_cast("double").try_cast("bigint"));
      }
    }
    List<Column> kept =
        Arrays.stream(named.columns())
            .filter(
                name ->
                    List.of(
                            ID,
                            TAGS,
                            LIKES,
                            DOWNLOADS,
                            TRENDING_SCORE,
                            PRIVATE,
                            PIPELINE_TAG,
                            LIBRARY_NAME,
                            HUB_CREATED_AT)
                        .contains(name))
            .map(name -> col(name))
            .toList();
    return named.select(kept.toArray(Column[]::new));
  }
}
