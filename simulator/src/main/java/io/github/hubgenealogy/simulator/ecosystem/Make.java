package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.card.Tool;
import io.github.hubgenealogy.simulator.chance.Chance;
import io.github.hubgenealogy.simulator.chance.Question;

/**
 * How a model was made and what it is made of.
 *
 * @param tool what wrote its card, or would have
 * @param card whether there is a card
 * @param onnx whether ONNX files lie beside others, which the Hub takes for a quantization
 * @param safetensors whether its weights are in safetensors files
 */
record Make(Tool tool, boolean card, boolean onnx, boolean safetensors) {
  /** Models without parents that have a card, so that 67 % of all have (laufer.card.share). */
  private static final double UNRELATED_WITH_CARD = 0.513;

  static Make of(int model, Structure structure, Chance chance) {
    Kinship kinship = structure.kinship(model);
    Domain domain = structure.domain(model);
    Tool tool = tool(model, kinship, domain, structure, chance);
    boolean card =
        switch (kinship) {
          case UNRELATED ->
              structure.marked(model, Structure.FIRST) || unrelatedHasCard(model, chance);
          case ADAPTER -> !chance.happens(model, Question.CONFIG_ONLY, 0.008);
          case FINETUNE, QUANTIZED, MERGE -> true;
        };
    boolean onnx = kinship == Kinship.FINETUNE && chance.happens(model, Question.ONNX_FILES, 0.01);
    boolean safetensors =
        tool != Tool.GGUF
            && domain != Domain.CONTROL
            && chance.happens(model, Question.SAFETENSORS, 0.45);
    return new Make(
        card ? tool : kinship == Kinship.ADAPTER ? tool : Tool.NOTHING, card, onnx, safetensors);
  }

  /** Whether a model without parents that is no family's first has a card. */
  static boolean unrelatedHasCard(int model, Chance chance) {
    return chance.happens(model, Question.CARD, UNRELATED_WITH_CARD);
  }

  private static Tool tool(
      int model, Kinship kinship, Domain domain, Structure structure, Chance chance) {
    double unit = chance.unit(model, Question.TOOL);
    return switch (kinship) {
      case UNRELATED ->
          structure.marked(model, Structure.FIRST) ? Tool.RELEASE : unrelated(domain, unit);
      case FINETUNE -> {
        if (structure.form(model) == Form.PROSE) {
          yield Tool.TRAINER;
        }
        // What others build on has a card by hand more often than not.
        yield structure.marked(model, Structure.BRANCHING)
            ? wellMade(domain, unit)
            : finetune(domain, unit);
      }
      case ADAPTER -> adapter(domain, unit);
      case QUANTIZED -> quantized(domain, unit);
      case MERGE -> Tool.MERGEKIT;
    };
  }

  private static Tool unrelated(Domain domain, double unit) {
    return switch (domain) {
      case LANGUAGE -> unit < 0.5 ? Tool.TEMPLATE : unit < 0.57 ? Tool.PEFT : Tool.HAND;
      case ENCODER, SPEECH, VISION, SEQUENCE ->
          unit < 0.4 ? Tool.TRAINER : unit < 0.5 ? Tool.TEMPLATE : Tool.HAND;
      case IMAGE -> Tool.HAND;
      case EMBEDDING -> unit < 0.6 ? Tool.SENTENCE_TRANSFORMERS : Tool.HAND;
      case CONTROL -> unit < 0.7 ? Tool.STABLE_BASELINES : Tool.HAND;
    };
  }

  private static Tool wellMade(Domain domain, double unit) {
    if (domain != Domain.LANGUAGE) {
      return Tool.HAND;
    }
    return unit < 0.6 ? Tool.HAND : unit < 0.8 ? Tool.TRL : Tool.UNSLOTH;
  }

  private static Tool adapter(Domain domain, double unit) {
    if (domain == Domain.IMAGE) {
      return Tool.DIFFUSERS_LORA;
    }
    return unit < 0.315 ? Tool.PEFT_TRAINER : Tool.PEFT;
  }

  private static Tool finetune(Domain domain, double unit) {
    return switch (domain) {
      case LANGUAGE -> {
        if (unit < 0.22) {
          yield Tool.TRL;
        } else if (unit < 0.52) {
          yield Tool.UNSLOTH;
        } else if (unit < 0.72) {
          yield Tool.TRAINER;
        } else if (unit < 0.77) {
          yield Tool.AXOLOTL;
        }
        yield unit < 0.82 ? Tool.AUTOTRAIN : Tool.HAND;
      }
      case ENCODER, SPEECH, VISION, SEQUENCE -> unit < 0.85 ? Tool.TRAINER : Tool.HAND;
      case IMAGE, CONTROL -> Tool.HAND;
      case EMBEDDING -> Tool.SENTENCE_TRANSFORMERS;
    };
  }

  private static Tool quantized(Domain domain, double unit) {
    if (domain != Domain.LANGUAGE) {
      return domain == Domain.IMAGE ? Tool.GGUF : Tool.ONNX;
    } else if (unit < 0.74) {
      return Tool.GGUF;
    } else if (unit < 0.82) {
      return Tool.AWQ;
    } else if (unit < 0.89) {
      return Tool.GPTQ;
    }
    return unit < 0.96 ? Tool.MLX : Tool.ONNX;
  }

  /** Rule 3 of hub-api §4.3. */
  boolean marksQuantized() {
    return onnx || tool.marksQuantized();
  }
}
