package io.github.hubgenealogy.jobs.edges;

import java.util.function.Consumer;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * The copies and successors of one card, from a row (model_id, new_version, duplicated_from): they
 * are resolved as parents are, and are none.
 */
final class SuccessionClaims implements ClaimReader {
  private static final long serialVersionUID = 1L;

  private static final String NEW_VERSION_SOURCE = "new_version";
  private static final String DUPLICATED_FROM_SOURCE = "duplicated_from";

  @Override
  public void read(InternalRow card, Consumer<Claim> claims) {
    if (!card.isNullAt(1)) {
      claims.accept(Claim.of(NEW_VERSION_SOURCE, 0, card.getUTF8String(1).toString(), null));
    }
    if (!card.isNullAt(2)) {
      claims.accept(Claim.of(DUPLICATED_FROM_SOURCE, 0, card.getUTF8String(2).toString(), null));
    }
  }
}
