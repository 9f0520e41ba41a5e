package io.github.hubgenealogy.jobs.bench;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.tables.KeyRanges;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.io.IOException;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/** Graphs of any size as tables models and edges: a function of the size alone. */
enum BenchGraph {
  /**
   * As the Hub's: three fifths without an edge, most others leaves of popular bases, some merges,
   * few cycles, about one edge for two models.
   */
  ECOSYSTEM,
  /**
   * All in one component, two levels: a root, a thousand hubs below it, everything else below one.
   */
  STAR,
  /** All in one component: each model below one of those before it, any with the same chance. */
  TREE;

  private static final long DENOMINATOR = 1L << 30;
  private static final String FROM = "i";
  private static final String TO = "j";
  private static final String CLAIM = "claim";

  /** Writes and seals both tables. */
  void write(SparkSession spark, SnapshotTables tables, long models) throws IOException {
    Dataset<Row> all =
        spark
            .range(models)
            .toDF(FROM)
            .select(id(col(FROM)).as(MODEL_ID), lit("listed").as(PRESENCE));
    for (String column : TableContracts.MODELS.columns().stream().map(c -> c.name()).toList()) {
      if (!column.equals(MODEL_ID) && !column.equals(PRESENCE)) {
        all = all.withColumn(column, lit(null));
      }
    }
    KeyRanges ranges = KeyRanges.sampled(all.select(MODEL_ID), models);
    tables.write(TableContracts.MODELS, all, ranges, name() + models, Map.of());
    Dataset<Row> pairs = pairs(spark, models);
    Column policies =
        array(Policy.ofLineage().stream().map(p -> lit(p.word())).toArray(Column[]::new));
    Dataset<Row> edges =
        pairs.select(
            id(col(FROM)).as(CHILD_ID),
            id(col(TO)).as(PARENT_ID),
            when(col(CLAIM).gt(0), "merge").otherwise("finetune").as(RELATION),
            when(col(CLAIM).gt(0), array(lit(Policy.UNION.word()), lit(Policy.HUB_ONLY.word())))
                .otherwise(policies)
                .as(POLICIES));
    for (String column : TableContracts.EDGES.columns().stream().map(c -> c.name()).toList()) {
      Column value =
          switch (column) {
            case RELATION_BASIS -> lit("hub");
            case RELATION_HUB -> col(RELATION);
            case RELATION_CONFLICT -> lit(false);
            case SOURCES -> array(lit("hub"));
            case PARENT_PRESENCE -> lit("listed");
            case FIRST_SEEN -> lit(tables.snapshot().id());
            default -> null;
          };
      boolean there = java.util.Arrays.asList(edges.columns()).contains(column);
      edges = there ? edges : edges.withColumn(column, value == null ? lit(null) : value);
    }
    tables.write(TableContracts.EDGES, edges, ranges, name() + models, Map.of());
  }

  private Dataset<Row> pairs(SparkSession spark, long models) {
    Dataset<Row> children = spark.range(1, models).toDF(FROM);
    Column parent =
        switch (this) {
          case ECOSYSTEM -> floor(pow(chance(3), lit(3)).multiply(col(FROM)));
          case STAR ->
              when(col(FROM).leq(1000), lit(0)).otherwise(pmod(hash(3), lit(1000)).plus(1));
          case TREE -> floor(chance(3).multiply(col(FROM)));
        };
    Dataset<Row> claims =
        this == ECOSYSTEM
            ? children
                .filter(chance(1).lt(0.42))
                .withColumn(
                    CLAIM,
                    explode(sequence(lit(0), when(chance(2).lt(0.06), lit(2)).otherwise(lit(0)))))
            : children.withColumn(CLAIM, lit(0));
    Dataset<Row> down =
        claims
            .withColumn(TO, parent.cast(DataTypes.LongType))
            .select(FROM, TO, CLAIM)
            .dropDuplicates(FROM, TO);
    return this == ECOSYSTEM
        ? down.union(down.filter(pmod(col(FROM), lit(50_021)).equalTo(7)).select(TO, FROM, CLAIM))
        : down;
  }

  private static Column hash(int salt) {
    return xxhash64(col(FROM), lit(salt), col(varying(salt)));
  }

  private static String varying(int salt) {
    return salt == 3 ? CLAIM : FROM;
  }

  private static Column chance(int salt) {
    return pmod(hash(salt), lit(DENOMINATOR)).divide(DENOMINATOR);
  }

  private static Column id(Column number) {
    return concat(
        lit("owner"),
        pmod(xxhash64(number), lit(400_009L)),
        lit("/model-"),
        lpad(number.cast(DataTypes.StringType), 9, "0"));
  }
}
