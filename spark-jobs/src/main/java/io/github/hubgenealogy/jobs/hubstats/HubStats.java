package io.github.hubgenealogy.jobs.hubstats;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.map_filter;
import static org.apache.spark.sql.functions.map_from_arrays;
import static org.apache.spark.sql.functions.sha1;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import io.github.hubgenealogy.jobs.tables.Schemas;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampType;

/**
 * The community's daily Parquet of the Hub as rows of raw/models. Its versions differ: structs are
 * nested or JSON strings, columns come and go, {@code parameters} is a struct of every type that
 * anyone uses. Numbers become int64, a missing column null.
 */
final class HubStats {
  private static final StructType TARGET = Schemas.nullable(TableContracts.RAW_MODELS);

  /** Columns of the dump that are known and not kept: file names are most of its volume. */
  private static final List<String> NOT_KEPT =
      List.of(
          "siblings",
          "modelId",
          "spaces",
          "inference",
          "transformersInfo",
          "widgetData",
          "model-index",
          "usedStorage");

  private HubStats() {}

  /** The columns that this reader knows nothing of. */
  static List<String> unknownColumns(StructType given) {
    return Arrays.stream(given.fieldNames())
        .filter(
            name -> !Arrays.asList(TARGET.fieldNames()).contains(name) && !NOT_KEPT.contains(name))
        .toList();
  }

  /** The columns of raw/models that the dump lacks. */
  static List<String> missingColumns(StructType given) {
    return Arrays.stream(TARGET.fieldNames())
        .filter(name -> !Arrays.asList(given.fieldNames()).contains(name))
        .toList();
  }

  /**
   * The rows; those without an id have a null there. A missing key is made of the id, so that it is
   * the same next time.
   */
  static Dataset<Row> models(Dataset<Row> dump) {
    List<Column> columns = new ArrayList<>();
    for (StructField field : TARGET.fields()) {
      Column value =
          Arrays.asList(dump.columns()).contains(field.name())
              ? converted(col(field.name()), dump.schema().apply(field.name()).dataType(), field)
              : lit(null).cast(field.dataType());
      columns.add(value.as(field.name()));
    }
    Dataset<Row> typed = dump.select(columns.toArray(Column[]::new));
    return typed.withColumn(
        KEY_ID, coalesce(col(KEY_ID), substring(sha1(col(ID).cast("binary")), 1, 24)));
  }

  private static Column converted(Column value, DataType from, StructField field) {
    DataType to = field.dataType();
    return switch (field.name()) {
      case CARD_DATA, CONFIG -> json(value, from);
      case SAFETENSORS -> safetensors(value, from, to);
      case GGUF, HUB_BASE_MODELS -> struct(value, from, (StructType) to);
      case GATED ->
          from instanceof BooleanType
              ? when(value, lit("auto")).when(value.equalTo(false), lit("false"))
              : lower(value);
      case HUB_CREATED_AT, HUB_LAST_MODIFIED, HUB_OBSERVED_AT -> time(value, from);
      case TAGS ->
          array_compact(
              from instanceof ArrayType
                  ? value.cast("array<string>")
                  : from_json(value, to, Map.of()));
      default -> value.cast(to);
    };
  }

  private static Column json(Column value, DataType from) {
    return from instanceof StringType ? value : when(value.isNotNull(), to_json(value));
  }

  private static Column time(Column value, DataType from) {
    if (from instanceof NumericType) {
      // Seconds or milliseconds: no model is older than the Hub, so the size tells.
      return when(value.gt(lit(100_000_000_000L)), value.divide(lit(1000)))
          .otherwise(value)
          .cast("timestamp");
    }
    return from instanceof TimestampType ? value : value.cast("timestamp");
  }

  /** A struct, or its JSON, field by field; what the dump's struct lacks is null. */
  private static Column struct(Column value, DataType from, StructType to) {
    if (from instanceof StringType) {
      return from_json(value, to, Map.of());
    }
    if (!(from instanceof StructType given)) {
      return lit(null).cast(to);
    }
    Column[] fields = new Column[to.size()];
    for (int i = 0; i < fields.length; i++) {
      StructField wanted = to.apply(i);
      fields[i] =
          (Arrays.asList(given.fieldNames()).contains(wanted.name())
                  ? value.getField(wanted.name()).cast(wanted.dataType())
                  : lit(null).cast(wanted.dataType()))
              .as(wanted.name());
    }
    return when(value.isNotNull(), org.apache.spark.sql.functions.struct(fields));
  }

  /**
   * {@code parameters} may be a map, or a struct with a field for every type anyone uses, nearly
   * all of them null.
   */
  private static Column safetensors(Column value, DataType from, DataType to) {
    StructType target = (StructType) to;
    if (!(from instanceof StructType given)
        || !Arrays.asList(given.fieldNames()).contains("parameters")) {
      return struct(value, from, target);
    }
    DataType parameters = given.apply("parameters").dataType();
    if (parameters instanceof MapType || !(parameters instanceof StructType types)) {
      return struct(value, from, target);
    }
    Column[] names =
        Arrays.stream(types.fieldNames()).map(name -> lit(name)).toArray(Column[]::new);
    Column[] counts =
        Arrays.stream(types.fieldNames())
            .map(name -> value.getField("parameters").getField(name).cast("bigint"))
            .toArray(Column[]::new);
    Column map =
        map_filter(
            map_from_arrays(array(names), array(counts)), (name, count) -> count.isNotNull());
    Column total =
        Arrays.asList(given.fieldNames()).contains("total")
            ? value.getField("total").cast("bigint")
            : lit(null).cast("bigint");
    return when(
        value.isNotNull(),
        org.apache
            .spark
            .sql
            .functions
            .struct(map.as("parameters"), total.as("total"))
            .cast(target));
  }
}
