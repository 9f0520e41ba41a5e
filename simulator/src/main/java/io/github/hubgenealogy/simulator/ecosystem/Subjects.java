package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.card.Tool;

/** Libraries and the tags that come with a tool. */
final class Subjects {
  private Subjects() {}

  /** The library that the Hub names, or null where it knows none. */
  static String library(Make make, Domain domain, double unit) {
    return switch (make.tool()) {
      case TRAINER, TRL, UNSLOTH, AXOLOTL, AUTOTRAIN, MERGEKIT, TEMPLATE, AWQ, GPTQ ->
          domain == Domain.IMAGE ? "diffusers" : "transformers";
      case PEFT, PEFT_TRAINER -> "peft";
      case DIFFUSERS_LORA -> unit < 0.70 ? "diffusers" : null;
      case GGUF -> unit < 0.45 ? "transformers" : unit < 0.75 ? "gguf" : null;
      case ONNX -> domain == Domain.EMBEDDING ? "sentence-transformers" : "transformers";
      case MLX -> "mlx";
      case SENTENCE_TRANSFORMERS -> "sentence-transformers";
      case STABLE_BASELINES -> unit < 0.3 ? "stable-baselines3" : unit < 0.4 ? "ml-agents" : null;
      case RELEASE -> byDomain(domain);
      case HAND -> unit < (domain == Domain.EMBEDDING ? 0.6 : 0.4) ? byDomain(domain) : null;
      case NOTHING -> nothing(domain, unit);
    };
  }

  /** What the files of a model without a card tell. */
  private static String nothing(Domain domain, double unit) {
    if (domain == Domain.LANGUAGE && unit > 0.935) {
      return "peft";
    }
    return switch (domain) {
      case LANGUAGE, ENCODER, SPEECH, VISION, SEQUENCE -> unit < 0.2 ? "transformers" : null;
      case IMAGE -> unit < 0.05 ? "diffusers" : null;
      case EMBEDDING -> unit < 0.42 ? "sentence-transformers" : null;
      case CONTROL -> unit < 0.2 ? "stable-baselines3" : null;
    };
  }

  private static String byDomain(Domain domain) {
    return switch (domain) {
      case LANGUAGE, ENCODER, SPEECH, VISION, SEQUENCE -> "transformers";
      case IMAGE -> "diffusers";
      case EMBEDDING -> "sentence-transformers";
      case CONTROL -> "stable-baselines3";
    };
  }

  /** Tags that the tool writes into the card. */
  static String[] toolTags(Tool tool) {
    return switch (tool) {
      case TRAINER -> new String[] {"generated_from_trainer"};
      case TRL -> new String[] {"generated_from_trainer", "trl", "sft"};
      case UNSLOTH -> new String[] {"text-generation-inference", "unsloth", "trl"};
      case AXOLOTL -> new String[] {"axolotl", "generated_from_trainer"};
      case AUTOTRAIN -> new String[] {"autotrain"};
      case SENTENCE_TRANSFORMERS -> new String[] {"sentence-similarity", "feature-extraction"};
      case STABLE_BASELINES -> new String[] {"deep-reinforcement-learning"};
      case PEFT -> new String[] {"lora"};
      case PEFT_TRAINER -> new String[] {"generated_from_trainer", "lora"};
      case DIFFUSERS_LORA -> new String[] {"lora", "template:sd-lora"};
      case GGUF -> new String[] {"gguf", "quantized"};
      case AWQ -> new String[] {"awq", "4-bit"};
      case GPTQ -> new String[] {"gptq", "4-bit"};
      case MLX -> new String[] {"mlx", "4-bit"};
      case MERGEKIT -> new String[] {"mergekit", "merge"};
      case NOTHING, RELEASE, HAND, TEMPLATE, ONNX -> new String[0];
    };
  }
}
