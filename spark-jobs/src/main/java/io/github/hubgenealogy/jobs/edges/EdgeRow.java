package io.github.hubgenealogy.jobs.edges;

import static io.github.hubgenealogy.jobs.tables.Columns.*;

import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.policy.Relation;
import io.github.hubgenealogy.jobs.policy.Source;
import io.github.hubgenealogy.jobs.tables.UnsafeRows;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/** One edge as a row: its relation by the definitions' precedence, its policies by their table. */
final class EdgeRow {
  private static final Policy[] POLICIES_IN_ORDER = Policy.values();

  /** Of these a difference is a conflict; prose is no declaration. */
  private static final List<Source> DECLARING =
      List.of(Source.CARD, Source.HUB, Source.TAG, Source.CONFIG);

  private final UnsafeRows cells;

  EdgeRow(StructType schema) {
    this.cells = new UnsafeRows(schema);
  }

  /**
   * Makes the row, which is the same object each time.
   *
   * @param rule what infers the child's relation, or null
   * @param childCreated microseconds, or {@link NameBlock#NO_DATE}
   */
  InternalRow of(
      byte[] child,
      byte[] parent,
      PairClaims pair,
      Inference rule,
      String presence,
      long childCreated,
      long parentCreated) {
    cells.begin();
    cells.utf8(CHILD_ID, child);
    cells.utf8(PARENT_ID, parent);
    Relation relation = relation(pair, rule);
    cells.text(RELATION, relation.word());
    source(RELATION_CARD, pair, Source.CARD);
    source(RELATION_HUB, pair, Source.HUB);
    source(RELATION_TAG, pair, Source.TAG);
    source(RELATION_CONFIG, pair, Source.CONFIG);
    source(RELATION_TEXT, pair, Source.TEXT);
    cells.flag(RELATION_CONFLICT, isConflict(pair));
    cells.flag(TYPED_TAG_ALONE, pair.isTypedTagAlone());
    cells.list(SOURCES, pair.sources());
    List<String> policies = new ArrayList<>();
    for (Policy policy : POLICIES_IN_ORDER) {
      if (pair.counts(policy, relation, Vertices.LISTED.equals(presence))) {
        policies.add(policy.word());
      }
    }
    cells.list(POLICIES, policies);
    cells.text(PARENT_PRESENCE, presence);
    if (childCreated != NameBlock.NO_DATE) {
      cells.int64(CHILD_CREATED_AT, childCreated);
    }
    if (parentCreated != NameBlock.NO_DATE) {
      cells.int64(PARENT_CREATED_AT, parentCreated);
    }
    if (childCreated != NameBlock.NO_DATE && parentCreated != NameBlock.NO_DATE) {
      cells.flag(CHILD_OLDER_THAN_PARENT, childCreated < parentCreated);
    }
    return cells.end();
  }

  private void source(String column, PairClaims pair, Source source) {
    Relation relation = pair.relation(source);
    cells.text(column, relation == null ? null : relation.word());
  }

  /** The card's relation, then the Hub's, then the tag's, then what the marks infer. */
  private Relation relation(PairClaims pair, Inference rule) {
    for (Source source : List.of(Source.CARD, Source.HUB, Source.TAG)) {
      Relation said = pair.relation(source);
      if (said != null) {
        cells.text(RELATION_BASIS, source.word());
        return said;
      }
    }
    cells.text(RELATION_BASIS, rule == null ? "none" : "inferred");
    cells.text(INFERENCE_RULE, rule == null ? null : rule.word());
    return rule == null ? Relation.UNSPECIFIED : rule.given();
  }

  private static boolean isConflict(PairClaims pair) {
    EnumSet<Relation> said = EnumSet.noneOf(Relation.class);
    for (Source source : DECLARING) {
      if (pair.relation(source) != null) {
        said.add(pair.relation(source));
      }
    }
    return said.size() > 1;
  }
}
