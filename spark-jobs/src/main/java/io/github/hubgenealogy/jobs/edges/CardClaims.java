package io.github.hubgenealogy.jobs.edges;

import io.github.hubgenealogy.jobs.policy.Relation;
import io.github.hubgenealogy.jobs.policy.Source;
import io.github.hubgenealogy.jobs.prose.ProseRule;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;

/**
 * The claims of one card, from a row (model_id, base_models, base_model_relation, new_version,
 * duplicated_from, text_parents, text_rules): its parents, the declared and those of the prose,
 * each with the card's relation, and its copies and successors under a source of their own, which
 * are resolved alike and then kept apart.
 */
final class CardClaims implements FlatMapFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  /** The sources that are no parents. */
  static final String NEW_VERSION_SOURCE = "new_version";

  static final String DUPLICATED_FROM_SOURCE = "duplicated_from";

  @Override
  public Iterator<Row> call(Row card) {
    String child = card.getString(0);
    List<Row> claims = new ArrayList<>();
    if (!card.isNullAt(1)) {
      Relation relation = Relation.of(card.getString(2));
      List<String> bases = card.getList(1);
      for (int i = 0; i < bases.size(); i++) {
        claims.add(ClaimRow.of(child, Source.CARD.word(), i, bases.get(i), relation, null));
      }
    }
    if (!card.isNullAt(3)) {
      claims.add(ClaimRow.of(child, NEW_VERSION_SOURCE, 0, card.getString(3), null, null));
    }
    if (!card.isNullAt(4)) {
      claims.add(ClaimRow.of(child, DUPLICATED_FROM_SOURCE, 0, card.getString(4), null, null));
    }
    if (!card.isNullAt(5)) {
      List<String> parents = card.getList(5);
      List<String> rules = card.getList(6);
      for (int i = 0; i < parents.size(); i++) {
        claims.add(ClaimRow.ofText(child, i, parents.get(i), ProseRule.of(rules.get(i))));
      }
    }
    return claims.iterator();
  }
}
