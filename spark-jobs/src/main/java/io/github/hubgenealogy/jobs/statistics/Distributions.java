package io.github.hubgenealogy.jobs.statistics;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How many models have each value of each measure, for every policy of table lineage: one pass over
 * it, one shuffle of what is already counted, and the counts in the driver. They are few: a measure
 * has as many values as there are different numbers.
 */
final class Distributions {
  static final String CHILDREN = "children";
  static final String DESCENDANTS = "descendants";
  static final String COMPONENT_SIZE_MEASURE = "component_size";

  /** Where a model stands: see {@link Shape}. */
  static final String SHAPE = "shape";

  static final String IN_A_CYCLE = "in_cycle";
  static final String SEVERAL_ROOTS = "several_roots";
  static final String CAPPED = "closure_capped";
  private static final String AT = "at";

  private static final List<String> BY_RELATION =
      List.of("finetune", "adapter", "quantized", "merge", "unspecified");

  /** A model's place, by its depth and its children; a root may be a cycle. */
  enum Shape {
    ISOLATED(0),
    ROOT_WITH_CHILDREN(1),
    INNER(2),
    LEAF(3);

    private final long code;

    Shape(long code) {
      this.code = code;
    }
  }

  private final Map<String, Map<String, NavigableMap<Long, Long>>> counts = new TreeMap<>();

  private Distributions() {}

  /** Counts. */
  static Distributions of(Dataset<Row> lineage) {
    Column isRoot = col(DEPTH_MAX).equalTo(0);
    Column derived = col(DEPTH_MAX).gt(0);
    Column shape =
        when(isRoot.and(col(N_CHILDREN).equalTo(0)), lit(Shape.ISOLATED.code))
            .when(isRoot, lit(Shape.ROOT_WITH_CHILDREN.code))
            .when(col(N_CHILDREN).gt(0), lit(Shape.INNER.code))
            .otherwise(lit(Shape.LEAF.code));
    List<Column> measures = new ArrayList<>();
    measures.add(measure(CHILDREN, col(N_CHILDREN)));
    for (String relation : BY_RELATION) {
      measures.add(measure(CHILDREN + "_" + relation, col(N_CHILDREN + "_" + relation)));
    }
    measures.add(measure(DESCENDANTS, col(N_DESCENDANTS)));
    measures.add(measure(DEPTH_MAX, when(derived, col(DEPTH_MAX))));
    measures.add(measure(DEPTH_MIN, when(derived, col(DEPTH_MIN))));
    measures.add(
        measure(
            COMPONENT_SIZE_MEASURE,
            when(col(MODEL_ID).equalTo(col(COMPONENT_ID)), col(COMPONENT_SIZE))));
    measures.add(measure(SHAPE, shape));
    measures.add(measure(IN_A_CYCLE, when(col(IN_CYCLE), lit(1))));
    measures.add(measure(SEVERAL_ROOTS, when(col(N_ROOTS).gt(1), lit(1))));
    measures.add(measure(CAPPED, when(col(CLOSURE_CAPPED), lit(1))));
    Dataset<Row> counted =
        lineage
            .select(col(POLICY), explode(array(measures.toArray(Column[]::new))).as(AT))
            .where(col(AT).getField(N).isNotNull())
            .groupBy(col(POLICY), col(AT).getField(MEASURE), col(AT).getField(N))
            .agg(count(lit(1)));
    Distributions all = new Distributions();
    for (Row row : counted.collectAsList()) {
      all.counts
          .computeIfAbsent(row.getString(0), policy -> new TreeMap<>())
          .computeIfAbsent(row.getString(1), measure -> new TreeMap<>())
          .put(row.getLong(2), row.getLong(3));
    }
    return all;
  }

  private static Column measure(String name, Column value) {
    return struct(lit(name).as(MEASURE), value.cast("bigint").as(N));
  }

  /** The policies, in the order of their names. */
  Iterable<String> policies() {
    return counts.keySet();
  }

  /** The measures of fan-out. */
  static List<String> fanOuts() {
    List<String> names = new ArrayList<>(List.of(CHILDREN));
    BY_RELATION.forEach(relation -> names.add(CHILDREN + "_" + relation));
    names.add(DESCENDANTS);
    return names;
  }

  /** Value to count; empty where nothing was counted. */
  NavigableMap<Long, Long> of(String policy, String measure) {
    return counts.getOrDefault(policy, Map.of()).getOrDefault(measure, new TreeMap<>());
  }

  long shape(String policy, Shape shape) {
    return of(policy, SHAPE).getOrDefault(shape.code, 0L);
  }

  /** How many were counted in all. */
  static long total(NavigableMap<Long, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The sum of all values. */
  static long sum(NavigableMap<Long, Long> counts) {
    return counts.entrySet().stream()
        .mapToLong(entry -> Math.multiplyExact(entry.getKey(), entry.getValue()))
        .sum();
  }

  /** The sum of the largest {@code n} values. */
  static long sumOfTop(NavigableMap<Long, Long> counts, long n) {
    long left = n;
    long sum = 0;
    for (Map.Entry<Long, Long> entry : counts.descendingMap().entrySet()) {
      long taken = Math.min(left, entry.getValue());
      sum += taken * entry.getKey();
      left -= taken;
    }
    return sum;
  }

  /** The smallest value that half of the counted do not exceed. */
  static long median(NavigableMap<Long, Long> counts) {
    long half = (total(counts) + 1) / 2;
    long seen = 0;
    for (Map.Entry<Long, Long> entry : counts.entrySet()) {
      seen += entry.getValue();
      if (seen >= half) {
        return entry.getKey();
      }
    }
    return 0;
  }

  /** The largest value such that at least {@code n} have it or more; 1 where there are fewer. */
  static long cutFor(NavigableMap<Long, Long> counts, long n) {
    long seen = 0;
    for (Map.Entry<Long, Long> entry : counts.descendingMap().entrySet()) {
      seen += entry.getValue();
      if (seen >= n) {
        return Math.max(1, entry.getKey());
      }
    }
    return 1;
  }
}
