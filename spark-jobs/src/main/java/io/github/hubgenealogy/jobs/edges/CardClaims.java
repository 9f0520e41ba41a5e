package io.github.hubgenealogy.jobs.edges;

import io.github.hubgenealogy.jobs.policy.Relation;
import io.github.hubgenealogy.jobs.policy.Source;
import io.github.hubgenealogy.jobs.prose.ProseRule;
import java.util.function.Consumer;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;

/**
 * The parents of one card, from a row (model_id, base_models, base_model_relation, text_parents,
 * text_rules): the declared ones, each with the card's relation, and those of the prose.
 */
final class CardClaims implements ClaimReader {
  private static final long serialVersionUID = 1L;

  @Override
  public void read(InternalRow card, Consumer<Claim> claims) {
    if (!card.isNullAt(1)) {
      Relation relation = Relation.of(card.isNullAt(2) ? null : card.getUTF8String(2).toString());
      ArrayData bases = card.getArray(1);
      for (int i = 0; i < bases.numElements(); i++) {
        String base = bases.getUTF8String(i).toString();
        claims.accept(Claim.of(Source.CARD.word(), i, base, relation));
      }
    }
    if (!card.isNullAt(3)) {
      ArrayData parents = card.getArray(3);
      ArrayData rules = card.getArray(4);
      for (int i = 0; i < parents.numElements(); i++) {
        ProseRule rule = ProseRule.of(rules.getUTF8String(i).toString());
        claims.accept(Claim.ofText(i, parents.getUTF8String(i).toString(), rule));
      }
    }
  }
}
