package io.github.hubgenealogy.jobs.release;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import io.github.hubgenealogy.lake.contract.ColumnType;
import io.github.hubgenealogy.lake.contract.ReleasedForms;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.contract.Treatment;
import java.util.HashSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/** The transform: rows of a table in, the same rows as its released form has them out. */
final class ReleasedRows {
  /** What stands for a word that too few owners use. */
  static final String RARE = "(rare)";

  private final UserDefinedFunction owner;
  private final UserDefinedFunction model;
  private final UserDefinedFunction dataset;
  private final int least;

  /**
   * Prepares.
   *
   * @param least how many owners must share a word
   */
  ReleasedRows(Pseudonyms names, int least) {
    UDF1<String, String> ofOwner = names::owner;
    UDF1<String, String> ofModel = names::model;
    UDF1<String, String> ofDataset = names::dataset;
    this.owner = udf(ofOwner, DataTypes.StringType);
    this.model = udf(ofModel, DataTypes.StringType);
    this.dataset = udf(ofDataset, DataTypes.StringType);
    this.least = least;
  }

  /** Columns of the released form, in its order. */
  Dataset<Row> of(TableContract table, Dataset<Row> rows) {
    TableContract form = ReleasedForms.of(table).orElseThrow();
    Shared shared = Shared.of(table, rows, least);
    return rows.select(
        form.columns().stream()
            .map(column -> treated(table, column, shared).as(column.name()))
            .toArray(Column[]::new));
  }

  private Column treated(
      TableContract table, io.github.hubgenealogy.lake.contract.Column column, Shared shared) {
    Treatment treatment = ReleasedForms.treatment(table, column).orElseThrow();
    Column value = col(column.name());
    return switch (treatment) {
      case KEEP -> value;
      case COMMON -> common(column, shared);
      case PSEUDONYM -> pseudonym(table, column.name());
      case MONTH -> Coarse.month(value);
      case DAY -> Coarse.day(value);
      case BAND, SIZE -> shared.coarse(column.name(), treatment);
    };
  }

  private static Column common(io.github.hubgenealogy.lake.contract.Column column, Shared shared) {
    HashSet<String> known = new HashSet<>(shared.words(column.name()));
    UDF1<String, String> filter = word -> word == null ? null : known.contains(word) ? word : RARE;
    UserDefinedFunction word = udf(filter, DataTypes.StringType);
    Column value = col(column.name());
    return column.type() instanceof ColumnType.ListOf
        ? array_distinct(transform(value, element -> word.apply(element)))
        : word.apply(value);
  }

  private Column pseudonym(TableContract table, String column) {
    Column value = col(column);
    if (table.equals(TableContracts.ALIASES)) {
      return when(col(KIND).equalTo("dataset"), dataset.apply(value)).otherwise(model.apply(value));
    }
    return switch (column) {
      case OWNER -> owner.apply(value);
      case DATASET_ID -> dataset.apply(value);
      default -> model.apply(value);
    };
  }
}
