package io.github.hubgenealogy.jobs.edges;

import static io.github.hubgenealogy.jobs.tables.Columns.*;

import io.github.hubgenealogy.jobs.tables.UnsafeRows;
import io.github.hubgenealogy.lake.id.ClaimedId;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** One claim as a row, resolved where there is a resolver. */
final class ClaimRow {
  /** The text that is looked up: the cleaned id, else the text without blanks around it. */
  static final String LOOKUP = "lookup";

  /** The Hub's key of the parent, where the source is the Hub. */
  static final String PARENT_KEY = "parent_key";

  /** The shape of the text, see {@link ClaimedId.Shape}. */
  static final String SHAPE = "shape";

  static final StructType SCHEMA =
      new StructType()
          .add(CHILD_ID, DataTypes.StringType, false)
          .add(SOURCE, DataTypes.StringType, false)
          .add(POSITION, DataTypes.IntegerType, false)
          .add(CLAIMED_TEXT, DataTypes.StringType)
          .add(CLAIMED_ID, DataTypes.StringType)
          .add(CLAIMED_REVISION, DataTypes.StringType)
          .add(CLAIMED_RELATION, DataTypes.StringType)
          .add(CLEANED, DataTypes.BooleanType, false)
          .add(SHAPE, DataTypes.StringType)
          .add(LOOKUP, DataTypes.StringType)
          .add(PARENT_KEY, DataTypes.StringType)
          .add(RULE, DataTypes.StringType)
          .add(PARENT_ID, DataTypes.StringType)
          .add(RESOLUTION, DataTypes.StringType);

  /** Longer texts that are no id equal none. */
  private static final int MAX_LOOKUP = 512;

  private final UnsafeRows cells = new UnsafeRows(SCHEMA);
  private final NameResolver resolver;

  /** Rows with a resolver, or with null for what joins resolve. */
  ClaimRow(NameResolver resolver) {
    this.resolver = resolver;
  }

  /** Reads what is claimed and makes the row, which is the same object each time. */
  InternalRow of(byte[] child, Claim claim) {
    String text = claim.text();
    ClaimedId claimed = ClaimedId.of(text);
    String lookup = lookup(claimed, text);
    cells.begin();
    cells.utf8(CHILD_ID, child);
    cells.text(SOURCE, claim.source());
    cells.integer(POSITION, claim.position());
    cells.text(CLAIMED_TEXT, text);
    cells.text(CLAIMED_REVISION, claimed.revision());
    cells.text(CLAIMED_RELATION, claim.relation() == null ? null : claim.relation().word());
    cells.flag(CLEANED, claimed.cleaned());
    cells.text(RULE, claim.rule());
    if (resolver == null) {
      cells.text(CLAIMED_ID, claimed.id());
      cells.text(SHAPE, claimed.shape().name());
      cells.text(LOOKUP, lookup);
      cells.text(PARENT_KEY, claim.parentKey());
    } else {
      NameResolver.Answer answer = resolver.of(child, claimed, lookup, claim.parentKey());
      cells.text(CLAIMED_ID, claimed.id() == null && answer.exact() ? lookup : claimed.id());
      cells.text(LOOKUP, lookup);
      cells.utf8(PARENT_ID, answer.parent());
      cells.text(RESOLUTION, answer.resolution().word());
    }
    return cells.end();
  }

  private static String lookup(ClaimedId claimed, String text) {
    if (claimed.id() != null) {
      return claimed.id();
    }
    String stripped = text.strip();
    return stripped.length() <= MAX_LOOKUP ? stripped : null;
  }
}
