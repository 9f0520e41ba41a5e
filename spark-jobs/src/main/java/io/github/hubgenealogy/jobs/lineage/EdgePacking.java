package io.github.hubgenealogy.jobs.lineage;

import static io.github.hubgenealogy.jobs.tables.Columns.CHILD_ID;
import static io.github.hubgenealogy.jobs.tables.Columns.PARENT_ID;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.policy.PolicyColumns;
import io.github.hubgenealogy.jobs.policy.Relation;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;

/**
 * An edge of all policies as two ids and two ints: a bit for each policy under which it counts, and
 * three bits for its relation under each.
 */
public final class EdgePacking {
  private static final int BITS = 3;

  /** How many policies fit into one int. */
  public static final int MAX_POLICIES = Integer.SIZE / BITS;

  private EdgePacking() {}

  /** Child, parent, the bits of the policies and their relations, of rows of table edges. */
  public static Column[] columns(List<Policy> policies) {
    if (policies.size() > MAX_POLICIES) {
      throw new IllegalArgumentException(
          "lineage of " + policies.size() + " policies at once; at most " + MAX_POLICIES);
    }
    Column bits = lit(0);
    Column relations = lit(0);
    for (int i = 0; i < policies.size(); i++) {
      bits = bits.plus(when(PolicyColumns.counts(policies.get(i)), lit(1 << i)).otherwise(lit(0)));
      relations =
          relations.plus(
              code(PolicyColumns.relation(policies.get(i))).multiply(lit(1 << (BITS * i))));
    }
    return new Column[] {col(CHILD_ID), col(PARENT_ID), bits, relations};
  }

  private static Column code(Column word) {
    List<Relation> all = Arrays.asList(Relation.values());
    Column code = lit(all.indexOf(Relation.UNSPECIFIED));
    for (Relation relation : Relation.typed()) {
      code = when(word.equalTo(relation.word()), lit(all.indexOf(relation))).otherwise(code);
    }
    return code;
  }

  /** The place in the enum of an edge's relation under the policy at a place. */
  public static int relation(int relations, int policy) {
    return (relations >>> (BITS * policy)) & ((1 << BITS) - 1);
  }

  /** The same of a column of packed relations. */
  public static Column relation(Column relations, int policy) {
    return org.apache
        .spark
        .sql
        .functions
        .shiftright(relations, BITS * policy)
        .bitwiseAND(lit((1 << BITS) - 1));
  }
}
