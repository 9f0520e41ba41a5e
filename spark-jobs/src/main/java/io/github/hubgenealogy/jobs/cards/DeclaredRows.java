package io.github.hubgenealogy.jobs.cards;

import static io.github.hubgenealogy.jobs.tables.Columns.*;

import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What a card declares as cells of a row, the same for a README and for the Hub's parse. An empty
 * list is null.
 */
final class DeclaredRows {
  /** The columns of {@code cards} that hold it, in the order of {@link #fill}. */
  static final List<String> NAMES =
      List.of(
          LANGUAGES,
          LANGUAGES_ISO,
          LICENSES,
          LICENSE_NAME,
          LICENSE_LINK,
          LIBRARY_NAME,
          PIPELINE_TAG,
          TAGS,
          DATASETS,
          METRICS,
          BASE_MODELS,
          BASE_MODEL_RELATION,
          NEW_VERSION,
          DUPLICATED_FROM,
          MISSPELT_KEYS,
          UNKNOWN_KEYS,
          CO2_EQ_GRAMS,
          MODEL_INDEX);

  private static final DataType STRINGS = DataTypes.createArrayType(DataTypes.StringType, false);

  private DeclaredRows() {}

  /** Adds the columns to a schema, each under a prefix. */
  static StructType add(StructType schema, String prefix) {
    StructType grown = schema;
    for (String name : NAMES) {
      grown = grown.add(prefix + name, typeOf(name), true);
    }
    return grown;
  }

  private static DataType typeOf(String name) {
    return switch (name) {
      case LANGUAGES,
          LANGUAGES_ISO,
          LICENSES,
          TAGS,
          DATASETS,
          METRICS,
          BASE_MODELS,
          MISSPELT_KEYS,
          UNKNOWN_KEYS ->
          STRINGS;
      case CO2_EQ_GRAMS -> DataTypes.DoubleType;
      default -> DataTypes.StringType;
    };
  }

  /** Writes the values from a place on. */
  static void fill(Object[] row, int from, DeclaredCard card) {
    int i = from;
    row[i++] = array(card.languages());
    row[i++] = array(card.languagesIso());
    row[i++] = array(card.licenses());
    row[i++] = card.licenseName();
    row[i++] = card.licenseLink();
    row[i++] = card.libraryName();
    row[i++] = card.pipelineTag();
    row[i++] = array(card.tags());
    row[i++] = array(card.datasets());
    row[i++] = array(card.metrics());
    row[i++] = array(card.baseModels());
    row[i++] = card.baseModelRelation();
    row[i++] = card.newVersion();
    row[i++] = card.duplicatedFrom();
    row[i++] = array(card.misspeltKeys());
    row[i++] = array(card.unknownKeys());
    row[i++] = card.co2EqGrams();
    row[i] = card.modelIndex();
  }

  private static String[] array(List<String> words) {
    return words.isEmpty() ? null : words.toArray(String[]::new);
  }
}
