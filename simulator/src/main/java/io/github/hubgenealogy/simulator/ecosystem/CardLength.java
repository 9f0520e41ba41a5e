package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.card.Tool;

/**
 * How long cards are: long where a model has children, as long as the tool's form where a tool
 * wrote it, and a line or two where somebody without a family did (laufer.card.len_parent,
 * len_child, bespoke512).
 */
final class CardLength {
  /** Prose of models that others descend from, in characters. */
  private static final double PARENT = 9_380;

  /** Hand-written cards of models without relations that say next to nothing. */
  private static final double CURSORY = 0.62;

  private CardLength() {}

  /** About how many characters the prose has. */
  static int of(Tool tool, Structure structure, int model, double unit) {
    if (structure.marked(model, Structure.FIRST) || structure.marked(model, Structure.BRANCHING)) {
      boolean named = structure.marked(model, Structure.NAMED);
      return spread(PARENT, named ? 0.5 : unit);
    }
    if (structure.kinship(model) != Kinship.UNRELATED) {
      return spread(child(tool), unit);
    }
    boolean cursory = tool == Tool.HAND && unit < CURSORY;
    return cursory ? 40 : spread(alone(tool), unit);
  }

  private static double child(Tool tool) {
    return switch (tool) {
      case PEFT, GGUF -> 4_150;
      case TRAINER, PEFT_TRAINER, TRL -> 2_900;
      case NOTHING,
          RELEASE,
          HAND,
          TEMPLATE,
          UNSLOTH,
          AXOLOTL,
          AUTOTRAIN,
          SENTENCE_TRANSFORMERS,
          STABLE_BASELINES,
          DIFFUSERS_LORA,
          AWQ,
          GPTQ,
          ONNX,
          MLX,
          MERGEKIT ->
          3_600;
    };
  }

  private static double alone(Tool tool) {
    return switch (tool) {
      case TEMPLATE -> 5_000;
      case TRAINER, SENTENCE_TRANSFORMERS -> 2_200;
      case NOTHING,
          RELEASE,
          HAND,
          TRL,
          UNSLOTH,
          AXOLOTL,
          AUTOTRAIN,
          STABLE_BASELINES,
          PEFT,
          PEFT_TRAINER,
          DIFFUSERS_LORA,
          GGUF,
          AWQ,
          GPTQ,
          ONNX,
          MLX,
          MERGEKIT ->
          1_200;
    };
  }

  private static int spread(double mean, double unit) {
    return (int) (mean * (0.55 + 0.9 * unit));
  }
}
