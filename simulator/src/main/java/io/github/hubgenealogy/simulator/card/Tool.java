package io.github.hubgenealogy.simulator.card;

/** What wrote a card, and often the model. */
public enum Tool {
  /** No card at all. */
  NOTHING,
  /** The first model of a family, released with a card of its own. */
  RELEASE,
  /** A person. */
  HAND,
  /** The empty form that the transformers library uploads. */
  TEMPLATE,
  TRAINER,
  TRL,
  UNSLOTH,
  AXOLOTL,
  AUTOTRAIN,
  SENTENCE_TRANSFORMERS,
  STABLE_BASELINES,
  PEFT,
  /** An adapter trained with the Trainer, which writes the card. */
  PEFT_TRAINER,
  DIFFUSERS_LORA,
  GGUF,
  AWQ,
  GPTQ,
  ONNX,
  MLX,
  MERGEKIT;

  /** Whether its models carry what the Hub takes for an adapter (hub-api §4.3, rule 2). */
  public boolean marksAdapter() {
    return isPeft() || this == DIFFUSERS_LORA;
  }

  /** Whether its models have a configuration that names the base. */
  public boolean isPeft() {
    return this == PEFT || this == PEFT_TRAINER;
  }

  /** Whether its models carry what the Hub takes for a quantization (rule 3). */
  public boolean marksQuantized() {
    return switch (this) {
      case GGUF, AWQ, GPTQ, ONNX, MLX -> true;
      case NOTHING,
          RELEASE,
          HAND,
          TEMPLATE,
          TRAINER,
          TRL,
          UNSLOTH,
          AXOLOTL,
          AUTOTRAIN,
          SENTENCE_TRANSFORMERS,
          STABLE_BASELINES,
          PEFT,
          PEFT_TRAINER,
          DIFFUSERS_LORA,
          MERGEKIT ->
          false;
    };
  }

  /** Whether it writes {@code base_model} as one text rather than a list. */
  public boolean writesOneText() {
    return this == TRAINER || isPeft() || this == TRL;
  }
}
