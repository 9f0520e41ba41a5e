package io.github.hubgenealogy.jobs.release;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import io.github.hubgenealogy.jobs.pipeline.Pipeline;
import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.tables.KeyRanges;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.contract.ReleasedForms;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Writes the tables from which all others of a release are computed, and the compact form: what
 * tombstones leave, column by column as the allow-list says.
 */
final class ReleasedTables {
  private final SnapshotTables from;
  private final SnapshotTables to;
  private final ReleasedRows rows;
  private final Kept kept;
  private final String fingerprint;

  ReleasedTables(
      SnapshotTables from, SnapshotTables to, ReleasedRows rows, Kept kept, String fingerprint) {
    this.from = from;
    this.to = to;
    this.rows = rows;
    this.kept = kept;
    this.fingerprint = fingerprint;
  }

  /**
   * Lets tombstones cover what goes by another name now: what has the key of one left out, and both
   * ends of its aliases.
   *
   * @return the keys of all that is covered
   */
  static Set<String> extend(Tombstones tombstones, SnapshotTables from) throws IOException {
    TreeSet<String> keys = new TreeSet<>();
    if (tombstones.isEmpty()) {
      return keys;
    }
    UDF1<String, Boolean> covers = tombstones::covers;
    UDF1<String, Boolean> known = tombstones::hasKey;
    UserDefinedFunction byName = udf(covers, DataTypes.BooleanType);
    UserDefinedFunction byKey = udf(known, DataTypes.BooleanType);
    Dataset<Row> repositories =
        from.read(TableContracts.MODELS)
            .select(MODEL_ID, REPO_KEY)
            .union(from.read(TableContracts.DATASETS).select(DATASET_ID, REPO_KEY))
            .toDF(ID, REPO_KEY);
    Dataset<Row> aliases = from.read(TableContracts.ALIASES).select(OLD_ID, CURRENT_ID);
    TreeSet<String> ids = new TreeSet<>();
    int before;
    do {
      before = ids.size();
      repositories
          .where(byName.apply(col(ID)).or(byKey.apply(col(REPO_KEY))))
          .collectAsList()
          .forEach(
              row -> {
                ids.add(row.getString(0));
                if (!row.isNullAt(1)) {
                  keys.add(row.getString(1));
                }
              });
      aliases
          .where(byName.apply(col(OLD_ID)).or(byName.apply(col(CURRENT_ID))))
          .collectAsList()
          .forEach(row -> ids.addAll(List.of(row.getString(0), row.getString(1))));
      tombstones.cover(ids);
    } while (ids.size() > before);
    return keys;
  }

  void write() throws IOException {
    Dataset<Row> edges = from.read(TableContracts.EDGES);
    Dataset<Row> keptEdges = kept.edges(edges);
    Dataset<Row> models = kept.models(from.read(TableContracts.MODELS), edges, keptEdges);
    Dataset<Row> released = rows.of(TableContracts.MODELS, models);
    to.writeRaw(
        form(TableContracts.MODELS),
        released,
        ranges(released, from.rows(TableContracts.MODELS)),
        fingerprint,
        Pipeline.origin(from.snapshot()),
        Map.of());
    KeyRanges ranges = ranges(to.read(TableContracts.MODELS), to.rows(TableContracts.MODELS));
    put(TableContracts.EDGES, keptEdges, ranges);
    put(TableContracts.CARDS, kept.of(from.read(TableContracts.CARDS), MODEL_ID), ranges);
    put(TableContracts.CLAIMS, kept.claims(from.read(TableContracts.CLAIMS), PARENT_ID), ranges);
    put(
        TableContracts.SUCCESSION,
        kept.claims(from.read(TableContracts.SUCCESSION), TARGET_ID),
        ranges);
    put(
        TableContracts.ALIASES,
        kept.of(from.read(TableContracts.ALIASES), OLD_ID, CURRENT_ID),
        KeyRanges.single());
    Dataset<Row> mentions = kept.of(from.read(TableContracts.DATASET_EDGES), MODEL_ID);
    put(TableContracts.DATASET_EDGES, mentions, ranges);
    put(
        TableContracts.DATASETS,
        kept.datasets(from.read(TableContracts.DATASETS), mentions),
        KeyRanges.single());
    compact();
  }

  private static KeyRanges ranges(Dataset<Row> models, long rows) {
    return KeyRanges.sampled(models.select(MODEL_ID), rows);
  }

  private static TableContract form(TableContract table) {
    return ReleasedForms.of(table).orElseThrow();
  }

  private void put(TableContract table, Dataset<Row> content, KeyRanges ranges) throws IOException {
    to.write(form(table), rows.of(table, content), ranges, fingerprint, Map.of());
  }

  /** Models by number in the order of their released ids, and edges as pairs of those. */
  private void compact() throws IOException {
    StructType numbered =
        new StructType()
            .add(NODE, DataTypes.IntegerType, false)
            .add(MODEL_ID, DataTypes.StringType, false);
    JavaRDD<Row> ids =
        to.read(TableContracts.MODELS)
            .select(MODEL_ID)
            .orderBy(MODEL_ID)
            .javaRDD()
            .zipWithIndex()
            .map(pair -> RowFactory.create(Math.toIntExact(pair._2()), pair._1().getString(0)));
    to.write(
        TableContracts.COMPACT_MODELS,
        to.spark().createDataFrame(ids, numbered),
        KeyRanges.single(),
        fingerprint,
        Map.of());
    Dataset<Row> nodes = to.read(TableContracts.COMPACT_MODELS);
    Column bits = lit(0L);
    long bit = 1;
    for (Policy policy : Policy.values()) {
      bits =
          bits.plus(
              when(array_contains(col(POLICIES), policy.word()), lit(bit)).otherwise(lit(0L)));
      bit <<= 1;
    }
    Dataset<Row> edges =
        to.read(TableContracts.EDGES)
            .select(col(CHILD_ID), col(PARENT_ID), col(RELATION), bits.as(POLICY_BITS))
            .join(nodes.toDF(CHILD_NODE, CHILD_ID), CHILD_ID)
            .join(nodes.toDF(PARENT_NODE, PARENT_ID), PARENT_ID)
            .select(CHILD_NODE, PARENT_NODE, RELATION, POLICY_BITS);
    to.write(TableContracts.COMPACT_EDGES, edges, KeyRanges.single(), fingerprint, Map.of());
  }
}
