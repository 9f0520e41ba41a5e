package io.github.hubgenealogy.jobs.cards;

import static io.github.hubgenealogy.jobs.tables.Columns.*;

import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Rows of raw/models, (_id, id, cardData), with the Hub's own parse of the card read; {@code
 * data_known} says whether there is one.
 */
final class CardDataRows implements MapFunction<Row, Row> {
  private static final long serialVersionUID = 1L;
  private static final String PREFIX = "data_";

  /** Whether there is a parse. */
  static final String KNOWN = "data_known";

  static final StructType SCHEMA =
      DeclaredRows.add(
          new StructType()
              .add(KEY_ID, DataTypes.StringType)
              .add(ID, DataTypes.StringType)
              .add(KNOWN, DataTypes.BooleanType)
              .add(PREFIX + GENERATED_BY, DataTypes.StringType),
          PREFIX);

  static final Encoder<Row> ENCODER = Encoders.row(SCHEMA);

  private final JobsSettings.Cards limits;

  /** Made by the task that uses it; each task has its own copy of this function. */
  private transient CardReader reader;

  CardDataRows(JobsSettings.Cards limits) {
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
    row[1] = raw.getString(1);
    DeclaredCard card = raw.isNullAt(2) ? null : reader.cardData(raw.getString(2));
    row[2] = card != null;
    if (card != null) {
      row[3] = GeneratedBy.of(card.tags(), card.libraryName(), card.unknownKeys(), "");
      DeclaredRows.fill(row, 4, card);
    }
    return RowFactory.create(row);
  }
}
