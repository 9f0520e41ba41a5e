package io.github.hubgenealogy.jobs.edges;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.arrays_overlap;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import io.github.hubgenealogy.jobs.policy.Relation;
import java.util.Arrays;
import org.apache.spark.sql.Column;

/**
 * The relation of a model to its parents where nobody names it, by the marks that the Hub appears
 * to go by. The Hub documents no rule; the evidence is what 311 real API records of late 2025 show
 * (hub-api §4.3), in this order.
 */
@SuppressWarnings("ImmutableEnumChecker") // a Column never changes
enum Inference {
  /**
   * 14 of 14 records tagged {@code lora}; a ControlNet is tagged likewise and is a fine-tune on the
   * Hub.
   */
  CONTROLNET(Relation.FINETUNE, tagged("controlnet")),
  /**
   * Library or tag {@code peft}, tags {@code lora} and {@code adapter-transformers}, or a PEFT
   * configuration.
   */
  PEFT(
      Relation.ADAPTER,
      coalesce(lower(col(LIBRARY_NAME)).isin("peft", "adapter-transformers"), lit(false))
          .or(tagged("peft", "lora", "adapter-transformers"))
          .or(coalesce(col(CONFIG).contains("\"base_model_name_or_path\""), lit(false)))),
  /** 33 of 33 with ONNX files, 8 of 9 with GGUF: even true fine-tunes. */
  QUANTIZED_FILES(
      Relation.QUANTIZED,
      coalesce(lower(col(LIBRARY_NAME)).isin("gguf", "onnx", "openvino", "ctranslate2"), lit(false))
          .or(
              tagged(
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
                  "bitsandbytes"))
          .or(coalesce(col(CONFIG).contains("\"quantization_config\""), lit(false)))),
  MERGE_TAG(Relation.MERGE, tagged("merge", "mergekit")),
  /** 222 of the records: whatever has none of the marks above. */
  NO_MARK(Relation.FINETUNE, col(TAGS).isNotNull());

  private final Relation relation;
  private final Column holds;

  Inference(Relation relation, Column holds) {
    this.relation = relation;
    this.holds = holds;
  }

  private static Column tagged(String... words) {
    Column lowered = transform(col(TAGS), tag -> lower(tag));
    Column wanted = array(Arrays.stream(words).map(word -> lit(word)).toArray(Column[]::new));
    return coalesce(arrays_overlap(lowered, wanted), lit(false));
  }

  /** The relation for a row of raw/models, or null where the list says nothing of it. */
  static Column relation() {
    return first(rule -> lit(rule.relation.word()));
  }

  /** The name of the rule that gave it. */
  static Column rule() {
    return first(rule -> lit(rule.name().toLowerCase(java.util.Locale.ROOT)));
  }

  private static Column first(java.util.function.Function<Inference, Column> value) {
    Column chosen = null;
    for (Inference rule : values()) {
      chosen =
          chosen == null
              ? when(rule.holds, value.apply(rule))
              : chosen.when(rule.holds, value.apply(rule));
    }
    return chosen;
  }
}
