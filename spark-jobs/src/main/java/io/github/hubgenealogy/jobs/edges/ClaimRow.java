package io.github.hubgenealogy.jobs.edges;

import static io.github.hubgenealogy.jobs.tables.Columns.*;

import io.github.hubgenealogy.jobs.policy.Relation;
import io.github.hubgenealogy.jobs.policy.Source;
import io.github.hubgenealogy.jobs.prose.ProseRule;
import io.github.hubgenealogy.lake.id.ClaimedId;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** One claim before its resolution, as a row. */
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
          .add(SHAPE, DataTypes.StringType, false)
          .add(LOOKUP, DataTypes.StringType)
          .add(PARENT_KEY, DataTypes.StringType)
          .add(RULE, DataTypes.StringType);

  static final Encoder<Row> ENCODER = Encoders.row(SCHEMA);

  private ClaimRow() {}

  /** Reads what is claimed and makes the row. */
  static Row of(
      String child, String source, int position, String text, Relation relation, String parentKey) {
    return of(child, source, position, text, relation, parentKey, null);
  }

  /** A claim of the prose, with the rule that read it. */
  static Row ofText(String child, int position, String text, ProseRule rule) {
    return of(child, Source.TEXT.word(), position, text, rule.relation(), null, rule.word());
  }

  private static Row of(
      String child,
      String source,
      int position,
      String text,
      Relation relation,
      String parentKey,
      String rule) {
    ClaimedId claimed = ClaimedId.of(text);
    String stripped = text.strip();
    String lookup =
        claimed.id() != null ? claimed.id() : stripped.length() <= 512 ? stripped : null;
    return RowFactory.create(
        child,
        source,
        position,
        text,
        claimed.id(),
        claimed.revision(),
        relation == null ? null : relation.word(),
        claimed.cleaned(),
        claimed.shape().name(),
        lookup,
        parentKey,
        rule);
  }
}
