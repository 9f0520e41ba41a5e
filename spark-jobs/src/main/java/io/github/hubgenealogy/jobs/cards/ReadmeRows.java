package io.github.hubgenealogy.jobs.cards;

import static io.github.hubgenealogy.jobs.tables.Columns.*;

import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.prose.TextParent;
import io.github.hubgenealogy.jobs.prose.TextParents;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Rows of raw/cards, (_id, id, sha, status, truncated, content), read; the content itself goes no
 * further.
 */
final class ReadmeRows implements MapFunction<Row, Row> {
  private static final long serialVersionUID = 1L;
  private static final String PREFIX = "readme_";

  static final StructType SCHEMA =
      DeclaredRows.add(
          new StructType()
              .add(PREFIX + KEY_ID, DataTypes.StringType)
              .add(PREFIX + SHA, DataTypes.StringType)
              .add("readme_status", DataTypes.StringType)
              .add(PREFIX + PARSE_ERROR, DataTypes.StringType)
              .add(PREFIX + ENCODING, DataTypes.StringType)
              .add(PREFIX + FRONT_MATTER_BYTES, DataTypes.LongType)
              .add(PREFIX + CARD_CHARS, DataTypes.LongType)
              .add(PREFIX + BODY_CHARS, DataTypes.LongType)
              .add(PREFIX + GENERATED_BY, DataTypes.StringType)
              .add(PREFIX + TEXT_PARENTS, DataTypes.createArrayType(DataTypes.StringType, false))
              .add(PREFIX + TEXT_RULES, DataTypes.createArrayType(DataTypes.StringType, false)),
          PREFIX);

  static final Encoder<Row> ENCODER = Encoders.row(SCHEMA);

  private final JobsSettings.Cards limits;

  /** Made by the task that uses it; each task has its own copy of this function. */
  private transient CardReader reader;

  ReadmeRows(JobsSettings.Cards limits) {
    this.limits = limits;
  }

  @Override
  public Row call(Row raw) {
    if (reader == null) {
      reader = new CardReader(limits);
    }
    return read(reader, raw);
  }

  private static Row read(CardReader reader, Row raw) {
    Object[] row = new Object[SCHEMA.size()];
    row[0] = raw.getString(0);
    row[1] = raw.getString(2);
    byte[] content = raw.isNullAt(5) ? null : (byte[]) raw.get(5);
    if (content == null) {
      row[2] = withoutContent(raw.getString(3)).word();
      return RowFactory.create(row);
    }
    ReadCard card = reader.readme(content, raw.getBoolean(4));
    row[2] = card.status().word();
    row[3] = card.remark();
    row[4] = card.encoding();
    row[5] = orNull(card.frontMatterBytes());
    row[6] = orNull(card.chars());
    row[7] = orNull(card.bodyChars());
    row[8] = card.generatedBy();
    List<TextParent> parents = TextParents.of(raw.getString(1), card.statements());
    if (!parents.isEmpty()) {
      row[9] = parents.stream().map(TextParent::claimedText).toArray(String[]::new);
      row[10] = parents.stream().map(parent -> parent.rule().word()).toArray(String[]::new);
    }
    DeclaredRows.fill(row, 11, card.declared());
    return RowFactory.create(row);
  }

  /** The crawler's word for why there is no README. */
  private static ParseStatus withoutContent(String crawlStatus) {
    return switch (crawlStatus) {
      case "missing" -> ParseStatus.MISSING;
      case "gated" -> ParseStatus.GATED;
      default -> ParseStatus.NOT_FETCHED;
    };
  }

  private static Long orNull(long count) {
    return count < 0 ? null : count;
  }
}
