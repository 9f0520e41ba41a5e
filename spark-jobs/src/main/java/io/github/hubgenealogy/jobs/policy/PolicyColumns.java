package io.github.hubgenealogy.jobs.policy;

import static io.github.hubgenealogy.jobs.tables.Columns.POLICIES;
import static io.github.hubgenealogy.jobs.tables.Columns.RELATION;
import static io.github.hubgenealogy.jobs.tables.Columns.RELATION_HUB;
import static io.github.hubgenealogy.jobs.tables.Columns.RELATION_TAG;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;

/** Policies as conditions on rows of {@code edges}. */
public final class PolicyColumns {
  private PolicyColumns() {}

  /** Whether an edge counts under a policy. */
  public static Column counts(Policy policy) {
    return array_contains(col(POLICIES), policy.word());
  }

  /** An edge's relation under a policy: the pair's, or one source's own. */
  public static Column relation(Policy policy) {
    Column unspecified = lit(Relation.UNSPECIFIED.word());
    return switch (policy.relationOf()) {
      case PAIR -> col(RELATION);
      case HUB -> coalesce(col(RELATION_HUB), unspecified);
      case TAG -> coalesce(col(RELATION_TAG), unspecified);
    };
  }
}
