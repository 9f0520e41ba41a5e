package io.github.hubgenealogy.jobs.lineage.check;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.policy.PolicyColumns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;

/**
 * Proves the components of one policy. That no component is too small: both ends of every edge
 * carry the same component_id. That none is too large: every member but the representative, which
 * is its smallest id, has a neighbour in the same component that is one hop nearer to it, so a path
 * of edges leads there. The hops come from a search that need not be trusted: any numbers that pass
 * are proof. The edges are joined with the lineage of their two ends, and that is all.
 */
final class ComponentProof {
  private static final String CHILD_COMPONENT = "child_component";
  private static final String PARENT_COMPONENT = "parent_component";
  private static final String CHILD_HOPS = "child_hops";
  private static final String PARENT_HOPS = "parent_hops";
  private static final String COMPONENT = "component";
  private static final String ALIKE = "alike";
  private static final String SUPPORTED = "supported";

  private final Map<String, Long> numbers = new LinkedHashMap<>();
  private final Policy policy;

  private ComponentProof(Policy policy) {
    this.policy = policy;
  }

  /** The policy it is about. */
  Policy policy() {
    return policy;
  }

  /** What was counted, by its name; all but the sizes are zero where the proof holds. */
  Map<String, Long> numbers() {
    return numbers;
  }

  /** The first count that should be zero and is not, or null: the proof holds. */
  String failure() {
    return numbers.entrySet().stream()
        .filter(
            entry -> entry.getKey().contains("_without_") || entry.getKey().contains("_across_"))
        .filter(entry -> entry.getValue() != 0)
        .map(entry -> entry.getValue() + " " + entry.getKey().replace('_', ' '))
        .findFirst()
        .orElse(null);
  }

  /**
   * Counts.
   *
   * @param edges table edges
   * @param lineage table lineage
   */
  static ComponentProof of(Policy policy, Dataset<Row> edges, Dataset<Row> lineage) {
    ComponentProof proof = new ComponentProof(policy);
    Dataset<Row> counted =
        edges
            .filter(PolicyColumns.counts(policy).and(col(CHILD_ID).notEqual(col(PARENT_ID))))
            .select(CHILD_ID, PARENT_ID);
    Dataset<Row> rows = lineage.filter(col(POLICY).equalTo(policy.word()));
    proof.members(rows);
    Dataset<Row> representatives =
        rows.filter(col(COMPONENT_SIZE).gt(1).and(col(MODEL_ID).equalTo(col(COMPONENT_ID))));
    SpanningForest forest =
        SpanningForest.of(
            hashes(counted.select(xxhash64(col(CHILD_ID)), xxhash64(col(PARENT_ID)))),
            hashes(representatives.select(xxhash64(col(MODEL_ID)))));
    proof.numbers.put("deepest_hops", (long) forest.deepest());
    Broadcast<SpanningForest> shared =
        new JavaSparkContext(edges.sparkSession().sparkContext()).broadcast(forest);
    try {
      UserDefinedFunction hops =
          udf((UDF1<Long, Integer>) hash -> shared.value().hops(hash), DataTypes.IntegerType);
      // What says that it is alone is looked up by no edge: an edge that leads there finds no row.
      Dataset<Row> placed = rows.filter(col(COMPONENT_SIZE).gt(1)).select(MODEL_ID, COMPONENT_ID);
      proof.edges(counted, placed, hops);
    } finally {
      shared.destroy();
    }
    return proof;
  }

  /**
   * Sizes and representatives, from the rows of the table alone. That a component's id is its
   * smallest member: it is a member, and none is smaller. So no text is kept for a component, which
   * Spark could only by sorting all rows. Components go by a hash of their id: two that share one
   * have two representatives, which is counted as a fault and never passes as proof.
   */
  private void members(Dataset<Row> rows) {
    Row components =
        rows.groupBy(xxhash64(col(COMPONENT_ID)).as(COMPONENT))
            .agg(
                count(lit(1)).as(N),
                ones(col(MODEL_ID).equalTo(col(COMPONENT_ID))).as(KEY),
                ones(col(MODEL_ID).lt(col(COMPONENT_ID))).as(POSITION),
                min(COMPONENT_SIZE).as(SIZE),
                max(COMPONENT_SIZE).as(VALUE))
            .agg(
                count(lit(1)),
                sum(N),
                ones(col(KEY).notEqual(1).or(col(POSITION).gt(0))),
                ones(col(N).notEqual(col(SIZE)).or(col(N).notEqual(col(VALUE)))))
            .first();
    numbers.put("components", components.getLong(0));
    numbers.put("vertices", components.isNullAt(1) ? 0 : components.getLong(1));
    numbers.put("components_without_their_smallest_id", components.getLong(2));
    numbers.put("components_without_their_size", components.getLong(3));
  }

  private static Column ones(Column condition) {
    return count(when(condition, 1));
  }

  /**
   * Both ends of each edge. Of the joined rows only what is counted is kept: whether the ends are
   * alike (null where one has no lineage), and the hash of the end that the other is nearer for, of
   * which there is one at most. Two members that share a hash count once, which is found as a
   * fault.
   */
  private void edges(Dataset<Row> counted, Dataset<Row> placed, UserDefinedFunction hops) {
    Dataset<Row> joined =
        counted
            .join(placed.toDF(CHILD_ID, CHILD_COMPONENT), new String[] {CHILD_ID}, "left")
            .join(placed.toDF(PARENT_ID, PARENT_COMPONENT), new String[] {PARENT_ID}, "left")
            .select(
                xxhash64(col(CHILD_ID)).as(CHILD_ID),
                xxhash64(col(PARENT_ID)).as(PARENT_ID),
                col(CHILD_COMPONENT).equalTo(col(PARENT_COMPONENT)).as(ALIKE))
            .withColumn(CHILD_HOPS, hops.apply(col(CHILD_ID)))
            .withColumn(PARENT_HOPS, hops.apply(col(PARENT_ID)))
            .select(
                col(ALIKE),
                when(col(ALIKE).and(nearer(PARENT_HOPS, CHILD_HOPS)), col(CHILD_ID))
                    .when(col(ALIKE).and(nearer(CHILD_HOPS, PARENT_HOPS)), col(PARENT_ID))
                    .as(SUPPORTED))
            .persist(StorageLevel.MEMORY_AND_DISK());
    Row ends =
        joined
            .agg(count(lit(1)), ones(col(ALIKE).isNull()), ones(col(ALIKE).equalTo(false)))
            .first();
    long supported = joined.select(SUPPORTED).filter(col(SUPPORTED).isNotNull()).distinct().count();
    joined.unpersist();
    numbers.put("edges", ends.getLong(0));
    numbers.put("edges_without_lineage_of_an_end", ends.getLong(1));
    numbers.put("edges_across_components", ends.getLong(2));
    numbers.put(
        "members_without_a_neighbour_one_hop_nearer",
        numbers.get("vertices") - numbers.get("components") - supported);
  }

  private static Column nearer(String near, String far) {
    return col(near).geq(0).and(col(far).equalTo(col(near).plus(1)));
  }

  /** All values of the rows, row after row: a partition sends one array. */
  private static long[] hashes(Dataset<Row> rows) {
    int width = rows.columns().length;
    List<byte[]> blocks =
        rows.mapPartitions(
                (MapPartitionsFunction<Row, byte[]>)
                    part -> List.of(packed(part, width)).iterator(),
                Encoders.BINARY())
            .collectAsList();
    return Longs.joined(blocks);
  }

  private static byte[] packed(java.util.Iterator<Row> rows, int width) {
    Longs longs = new Longs();
    while (rows.hasNext()) {
      Row row = rows.next();
      for (int i = 0; i < width; i++) {
        longs.add(row.getLong(i));
      }
    }
    return longs.bytes();
  }
}
