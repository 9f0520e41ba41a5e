package io.github.hubgenealogy.jobs.statistics;

import static io.github.hubgenealogy.jobs.tables.Columns.CHILD_OLDER_THAN_PARENT;
import static io.github.hubgenealogy.jobs.tables.Columns.PARENT_REREGISTERED;
import static io.github.hubgenealogy.jobs.tables.Columns.TYPED_TAG_ALONE;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.policy.PolicyColumns;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How many edges of each policy bear a sign that the claim may be wrong, among those of which it is
 * known: one pass over table edges.
 */
final class WarningSigns {
  private static final List<String> SIGNS =
      List.of(CHILD_OLDER_THAN_PARENT, PARENT_REREGISTERED, TYPED_TAG_ALONE);

  private WarningSigns() {}

  /** Adds the figures of all policies. */
  static void add(Dataset<Row> edges, Figures figures) {
    List<Column> counts = new ArrayList<>();
    for (Policy policy : Policy.values()) {
      Column counted = PolicyColumns.counts(policy);
      for (String sign : SIGNS) {
        counts.add(count(when(counted.and(col(sign)), lit(1))));
        counts.add(count(when(counted.and(col(sign).isNotNull()), lit(1))));
      }
    }
    Row row =
        edges.agg(counts.get(0), counts.subList(1, counts.size()).toArray(Column[]::new)).head();
    int at = 0;
    for (Policy policy : Policy.values()) {
      for (String sign : SIGNS) {
        figures
            .of(policy.word())
            .share("edges", "warning_sign", sign, row.getLong(at), row.getLong(at + 1));
        at += 2;
      }
    }
  }
}
