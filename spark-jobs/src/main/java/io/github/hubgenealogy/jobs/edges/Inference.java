package io.github.hubgenealogy.jobs.edges;

import static io.github.hubgenealogy.jobs.tables.Columns.CONFIG;
import static io.github.hubgenealogy.jobs.tables.Columns.LIBRARY_NAME;
import static io.github.hubgenealogy.jobs.tables.Columns.TAGS;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.arrays_overlap;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import io.github.hubgenealogy.jobs.policy.Relation;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.spark.sql.Column;

/**
 * The relation of a model to its parents where nobody names it, by the marks that the Hub appears
 * to go by. The Hub documents no rule; the evidence is what 311 real API records of late 2025 show
 * (hub-api §4.3), in this order.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists cannot be changed
enum Inference {
  /**
   * 14 of 14 records tagged {@code lora}; a ControlNet is tagged likewise and is a fine-tune on the
   * Hub.
   */
  CONTROLNET(Relation.FINETUNE, List.of(), List.of("controlnet"), null),
  /**
   * Library or tag {@code peft}, tags {@code lora} and {@code adapter-transformers}, or a PEFT
   * configuration.
   */
  PEFT(
      Relation.ADAPTER,
      List.of("peft", "adapter-transformers"),
      List.of("peft", "lora", "adapter-transformers"),
      "\"base_model_name_or_path\""),
  /** 33 of 33 with ONNX files, 8 of 9 with GGUF: even true fine-tunes. */
  QUANTIZED_FILES(
      Relation.QUANTIZED,
      List.of("gguf", "onnx", "openvino", "ctranslate2"),
      List.of(
          "gguf",
          "onnx",
          "openvino",
          "ctranslate2",
          "gptq",
          "awq",
          "4-bit",
          "8-bit",
          "compressed-tensors",
          "fp8",
          "bitsandbytes"),
      "\"quantization_config\""),
  MERGE_TAG(Relation.MERGE, List.of(), List.of("merge", "mergekit"), null),
  /** 222 of the records: whatever has none of the marks above. */
  NO_MARK(Relation.FINETUNE, List.of(), List.of(), null);

  private final Relation relation;
  private final List<String> libraries;
  private final List<String> tags;
  private final String configuration;

  Inference(Relation relation, List<String> libraries, List<String> tags, String configuration) {
    this.relation = relation;
    this.libraries = libraries;
    this.tags = tags;
    this.configuration = configuration;
  }

  /** The relation that the rule gives. */
  Relation given() {
    return relation;
  }

  /** The rule's name in the tables. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The names of libraries, in lower case, that are its mark. */
  List<String> libraries() {
    return libraries;
  }

  /** The tags, in lower case, that are its mark. */
  List<String> tags() {
    return tags;
  }

  /** What stands in a configuration that is its mark, or null. */
  String configuration() {
    return configuration;
  }

  private Column holds() {
    if (this == NO_MARK) {
      return col(TAGS).isNotNull();
    }
    Column marked = tagged(tags);
    if (!libraries.isEmpty()) {
      marked = coalesce(lower(col(LIBRARY_NAME)).isin(libraries.toArray()), lit(false)).or(marked);
    }
    return configuration == null
        ? marked
        : marked.or(coalesce(col(CONFIG).contains(configuration), lit(false)));
  }

  private static Column tagged(List<String> words) {
    Column lowered = transform(col(TAGS), tag -> lower(tag));
    Column wanted = array(words.stream().map(word -> lit(word)).toArray(Column[]::new));
    return coalesce(arrays_overlap(lowered, wanted), lit(false));
  }

  /** The relation for a row of raw/models, or null where the list says nothing of it. */
  static Column relation() {
    return first(rule -> lit(rule.relation.word()));
  }

  /** The name of the rule that gave it. */
  static Column rule() {
    return first(rule -> lit(rule.word()));
  }

  private static Column first(Function<Inference, Column> value) {
    Column chosen = null;
    for (Inference rule : values()) {
      chosen =
          chosen == null
              ? when(rule.holds(), value.apply(rule))
              : chosen.when(rule.holds(), value.apply(rule));
    }
    return chosen;
  }
}
