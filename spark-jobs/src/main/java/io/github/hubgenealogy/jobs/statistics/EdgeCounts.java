package io.github.hubgenealogy.jobs.statistics;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.policy.PolicyColumns;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Edges by relation under every policy of the table, in one pass over table edges. */
final class EdgeCounts {
  private static final String ALL = "";
  private static final String UNDER = "under";
  private static final String CROSSING = "crossing";
  private static final String OLDER = "older";
  private static final String CONFLICTS = "conflicts";

  private EdgeCounts() {}

  /** What is counted of the edges of one policy and relation. */
  private record Counts(long edges, long children, long crossing, long older, long conflicts) {}

  /** Adds the figures of all policies. */
  static void add(Dataset<Row> edges, Figures figures) {
    Map<String, Map<String, Counts>> counted = new TreeMap<>();
    for (Row row : counted(edges).collectAsList()) {
      counted
          .computeIfAbsent(row.getString(0), policy -> new TreeMap<>())
          .put(
              row.isNullAt(1) ? ALL : row.getString(1),
              new Counts(
                  row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)));
    }
    for (Policy policy : Policy.values()) {
      Map<String, Counts> relations = counted.getOrDefault(policy.word(), Map.of());
      Counts all = relations.getOrDefault(ALL, new Counts(0, 0, 0, 0, 0));
      String word = policy.word();
      figures.count(word, "edges", "edges", "", all.edges(), "edges");
      figures.count(word, "children", "children", "", all.children(), "models");
      figures.share(word, "edges", "owner_crossing", "", all.crossing(), all.edges());
      figures.share(word, "edges", "child_older_than_parent", "", all.older(), all.edges());
      figures.share(word, "edges", "relation_conflict", "", all.conflicts(), all.edges());
      relations.forEach(
          (relation, counts) -> {
            if (!relation.equals(ALL)) {
              figures.share(word, "edges", "relation_share", relation, counts.edges(), all.edges());
              figures.share(
                  word, "children", "relation_share", relation, counts.children(), all.children());
              figures.share(
                  word, "edges", "owner_crossing", relation, counts.crossing(), counts.edges());
            }
          });
    }
  }

  /** One row a policy and relation, and one a policy. */
  private static Dataset<Row> counted(Dataset<Row> edges) {
    Column[] under =
        Arrays.stream(Policy.values())
            .map(
                policy ->
                    when(
                        PolicyColumns.counts(policy),
                        struct(
                            lit(policy.word()).as(POLICY),
                            PolicyColumns.relation(policy).as(RELATION))))
            .toArray(Column[]::new);
    Column crossing =
        substring_index(col(CHILD_ID), "/", 1).notEqual(substring_index(col(PARENT_ID), "/", 1));
    return edges
        .select(
            col(CHILD_ID),
            crossing.cast("bigint").as(CROSSING),
            coalesce(col(CHILD_OLDER_THAN_PARENT), lit(false)).cast("bigint").as(OLDER),
            col(RELATION_CONFLICT).cast("bigint").as(CONFLICTS),
            explode(array_compact(array(under))).as(UNDER))
        .select(
            col(UNDER).getField(POLICY).as(POLICY),
            col(UNDER).getField(RELATION).as(RELATION),
            col(CHILD_ID),
            col(CROSSING),
            col(OLDER),
            col(CONFLICTS))
        .rollup(POLICY, RELATION)
        .agg(count(lit(1)), countDistinct(CHILD_ID), sum(CROSSING), sum(OLDER), sum(CONFLICTS))
        .where(col(POLICY).isNotNull());
  }
}
