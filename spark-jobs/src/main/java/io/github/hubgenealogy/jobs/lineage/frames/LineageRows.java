package io.github.hubgenealogy.jobs.lineage.frames;

import static io.github.hubgenealogy.jobs.lineage.frames.Passing.*;
import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.policy.Relation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Puts what the steps found together as rows of the tables, with ids in place of numbers. */
final class LineageRows {
  private static final List<String> SUMS =
      List.of(
          N_PARENTS,
          N_CHILDREN,
          N_CHILDREN_FINETUNE,
          N_CHILDREN_ADAPTER,
          N_CHILDREN_QUANTIZED,
          N_CHILDREN_MERGE,
          N_CHILDREN_UNSPECIFIED,
          N_ANCESTORS,
          N_DESCENDANTS);
  private static final List<String> VALUES =
      List.of(COMPONENT, DEPTH_MAX, DEPTH_MIN, N_ROOTS, ROOT, IN_CYCLE, CLOSURE_CAPPED);

  private final NumberedGraph graph;
  private final WorkingSet work;
  private Dataset<Row> places;

  LineageRows(NumberedGraph graph, WorkingSet work) {
    this.graph = graph;
    this.work = work;
  }

  /** Gathers all that is known of the vertices at an edge, in one shuffle. */
  void gather(Dataset<Row> components, Order order, Dataset<Row> roots, Doubling.Closure closure) {
    List<Dataset<Row>> parts =
        List.of(
            components,
            order.depths().select(col(VERTEX), col(LEVEL).as(DEPTH_MAX)),
            order.cycles().select(col(VERTEX), lit(true).as(IN_CYCLE)),
            roots,
            ones(graph.edges(), CHILD, Map.of(N_PARENTS, lit(1))),
            ones(graph.edges(), PARENT, children()),
            ones(closure.pairs(), VERTEX, Map.of(N_ANCESTORS, lit(1))),
            ones(closure.pairs(), ANCESTOR, Map.of(N_DESCENDANTS, lit(1))),
            closure.cut().union(closure.lost()).select(col(VERTEX), lit(true).as(CLOSURE_CAPPED)));
    Dataset<Row> tall = parts.get(0);
    for (Dataset<Row> part : parts.subList(1, parts.size())) {
      tall = tall.unionByName(part, true);
    }
    List<Column> found = new ArrayList<>();
    SUMS.forEach(name -> found.add(coalesce(sum(name), lit(0)).as(name)));
    VALUES.forEach(name -> found.add(max(name).as(name)));
    Dataset<Row> gathered =
        work.keep(
            tall.groupBy(VERTEX)
                .agg(found.get(0), found.subList(1, found.size()).toArray(Column[]::new)));
    places = work.keep(named(gathered));
  }

  private static Map<String, Column> children() {
    Map<String, Column> children = new LinkedHashMap<>();
    children.put(N_CHILDREN, lit(1));
    children.put(N_CHILDREN_FINETUNE, isA(Relation.FINETUNE));
    children.put(N_CHILDREN_ADAPTER, isA(Relation.ADAPTER));
    children.put(N_CHILDREN_QUANTIZED, isA(Relation.QUANTIZED));
    children.put(N_CHILDREN_MERGE, isA(Relation.MERGE));
    children.put(N_CHILDREN_UNSPECIFIED, isA(Relation.UNSPECIFIED));
    return children;
  }

  private static Column isA(Relation relation) {
    int code = Arrays.asList(Relation.values()).indexOf(relation);
    return when(col(CODE).equalTo(code), 1).otherwise(0);
  }

  private static Dataset<Row> ones(Dataset<Row> rows, String vertex, Map<String, Column> counted) {
    List<Column> columns = new ArrayList<>(List.of(col(vertex).as(VERTEX)));
    counted.forEach((name, one) -> columns.add(one.as(name)));
    return rows.select(columns.toArray(Column[]::new));
  }

  private Dataset<Row> named(Dataset<Row> gathered) {
    Dataset<Row> components =
        gathered
            .groupBy(COMPONENT)
            .agg(
                count(lit(1)).as(COMPONENT_SIZE),
                min(struct(lit(0).minus(col(N_DESCENDANTS)).as(COUNT), col(VERTEX))).as(LABEL))
            .select(col(COMPONENT), col(COMPONENT_SIZE), col(LABEL).getField(VERTEX).as(LABEL));
    components = withId(components, COMPONENT, COMPONENT_ID, "inner");
    components = withId(components, LABEL, COMPONENT_LABEL, "inner").drop(LABEL);
    return withId(gathered.join(components, COMPONENT), ROOT, ROOT_ID, "left")
        .drop(ROOT, COMPONENT);
  }

  /** With the id of a vertex beside its number. */
  private Dataset<Row> withId(Dataset<Row> rows, String vertex, String id, String join) {
    Dataset<Row> ids = graph.names().select(col(VERTEX).as(PLACE), col(MODEL_ID).as(id));
    return rows.join(
            ids, pmod(rows.col(vertex), lit(NumberedGraph.POLICY)).equalTo(ids.col(PLACE)), join)
        .drop(PLACE);
  }

  /** Rows of table lineage under the policy at a place. */
  Dataset<Row> lineage(Policy policy, int place) {
    Dataset<Row> isolated = graph.models().filter(col(VERTEX).isNull());
    Dataset<Row> others =
        graph
            .models()
            .filter(col(VERTEX).isNotNull())
            .withColumn(VERTEX, col(VERTEX).plus(lit(place * NumberedGraph.POLICY)))
            .join(places, new String[] {VERTEX}, "left");
    if (policy.vertices() != Policy.Vertices.AS_UNION) {
      isolated = isolated.filter(LISTED);
      others = others.filter(col(LISTED).or(col(COMPONENT_ID).isNotNull()));
    }
    List<Column> alone = new ArrayList<>();
    List<Column> placed = new ArrayList<>();
    alone(policy)
        .forEach(
            (name, value) -> {
              alone.add(value.as(name));
              boolean given = name.equals(POLICY) || name.equals(MODEL_ID);
              boolean mayBeNull = name.equals(ROOT_ID);
              Column found =
                  mayBeNull
                      ? when(col(COMPONENT_ID).isNull(), value).otherwise(col(name))
                      : coalesce(col(name), value);
              placed.add((given ? value : found).as(name));
            });
    return others
        .select(placed.toArray(Column[]::new))
        .unionByName(isolated.select(alone.toArray(Column[]::new)));
  }

  /** The row of a model without edges. */
  private static Map<String, Column> alone(Policy policy) {
    Map<String, Column> row = new LinkedHashMap<>();
    row.put(POLICY, lit(policy.word()));
    row.put(MODEL_ID, col(MODEL_ID));
    row.put(COMPONENT_ID, col(MODEL_ID));
    row.put(COMPONENT_SIZE, lit(1L));
    row.put(COMPONENT_LABEL, col(MODEL_ID));
    row.put(IN_CYCLE, lit(false));
    row.put(DEPTH_MAX, lit(0));
    row.put(DEPTH_MIN, lit(0));
    row.put(ROOT_ID, col(MODEL_ID));
    row.put(N_ROOTS, lit(1));
    SUMS.forEach(name -> row.put(name, lit(0L)));
    row.put(CLOSURE_CAPPED, lit(false));
    return row;
  }

  /** Rows of table ancestry from the closure under the policy at a place. */
  Dataset<Row> ancestry(Doubling.Closure closure, int place) {
    long first = place * NumberedGraph.POLICY;
    Dataset<Row> pairs =
        closure
            .pairs()
            .filter(col(VERTEX).geq(first).and(col(VERTEX).lt(first + NumberedGraph.POLICY)));
    pairs = withId(pairs, ANCESTOR, ANCESTOR_ID, "inner");
    pairs = withId(pairs, VERTEX, DESCENDANT_ID, "inner");
    return withId(pairs, HOP, NEXT_HOP_ID, "inner")
        .select(ANCESTOR_ID, DESCENDANT_ID, DISTANCE, NEXT_HOP_ID);
  }
}
