package io.github.hubgenealogy.jobs.edges;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.jobs.SparkExtension;
import io.github.hubgenealogy.jobs.tables.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rules on Spark's memory of a row against the same rules as Spark's columns. */
@ExtendWith(SparkExtension.class)
final class InferredRulesTest {
  private static final int ROWS = 4_000;
  private static final List<Inference> RULES = List.of(Inference.values());
  private static final StructType SCHEMA =
      new StructType()
          .add(Columns.LIBRARY_NAME, DataTypes.StringType)
          .add(Columns.TAGS, DataTypes.createArrayType(DataTypes.StringType))
          .add(Columns.CONFIG, DataTypes.StringType);

  private final Random random = new Random(11);

  @Test
  void they_say_what_the_columns_say(SparkSession spark) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      String[] tags = new String[random.nextInt(6)];
      Arrays.setAll(tags, t -> random.nextInt(20) == 0 ? null : word());
      rows.add(
          RowFactory.create(
              random.nextBoolean() ? null : word(),
              random.nextInt(8) == 0 ? null : tags,
              random.nextBoolean() ? null : configuration()));
    }
    List<String> expected =
        spark.createDataFrame(rows, SCHEMA).select(Inference.rule()).collectAsList().stream()
            .map(row -> row.getString(0))
            .toList();
    InferredRules rules = new InferredRules();
    List<String> found = new ArrayList<>();
    for (Row row : rows) {
      Object[] tags = (Object[]) row.get(1);
      Inference rule =
          rules.of(
              UTF8String.fromString(row.getString(0)),
              tags == null
                  ? null
                  : new GenericArrayData(
                      Arrays.stream(tags)
                          .map(tag -> UTF8String.fromString((String) tag))
                          .toArray()),
              UTF8String.fromString(row.getString(2)));
      found.add(rule == null ? null : rule.word());
    }
    assertThat(found).isEqualTo(expected);
    assertThat(found)
        .contains(null, "controlnet", "peft", "quantized_files", "merge_tag", "no_mark");
  }

  /** A mark as it is, or changed so that it is none or barely one. */
  private String word() {
    Inference rule = RULES.get(random.nextInt(RULES.size()));
    List<String> words = random.nextBoolean() ? rule.tags() : rule.libraries();
    String word = words.isEmpty() ? "text" : words.get(random.nextInt(words.size()));
    return switch (random.nextInt(8)) {
      case 0 -> word.toUpperCase(Locale.ROOT);
      case 1 -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
      case 2 -> word.substring(0, random.nextInt(3));
      case 3 -> word + "s";
      case 4 -> word.replace('k', '\u212A').replace('i', '\u0130'); // Kelvin, dotted capital I
      case 5 -> "é" + word;
      default -> word;
    };
  }

  private String configuration() {
    String mark = random.nextBoolean() ? "\"base_model_name_or_path\"" : "\"quantization_config\"";
    return switch (random.nextInt(6)) {
      case 0 -> "";
      case 1 -> "{" + mark + ": 1}";
      case 2 -> mark;
      case 3 -> "{\"a\": 1, \"" + mark + mark;
      case 4 -> "{" + mark.substring(0, random.nextInt(mark.length()));
      default -> "{\"model_type\": \"bert\", \"quantization\": \"base\"}";
    };
  }
}
