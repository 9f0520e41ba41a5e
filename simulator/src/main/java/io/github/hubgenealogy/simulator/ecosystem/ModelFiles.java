package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.chance.Question;
import java.util.ArrayList;
import java.util.List;

/** The files that a model's repository lists, and how large the model is. */
final class ModelFiles {
  // As the sizes in names of language models; others are smaller.
  private static final long[] PARAMETERS = {
    494_032_768L,
    1_235_814_400L,
    3_212_749_824L,
    7_241_732_096L,
    8_030_261_248L,
    13_015_864_320L,
    32_763_876_352L,
    70_553_706_496L
  };

  private ModelFiles() {}

  static List<String> of(SimulatedModel model) {
    Make make = model.make();
    List<String> files = new ArrayList<>();
    files.add(".gitattributes");
    if (make.card()) {
      files.add("README.md");
    }
    switch (make.tool()) {
      case PEFT, PEFT_TRAINER -> {
        files.add("adapter_config.json");
        files.add("adapter_model.safetensors");
      }
      case DIFFUSERS_LORA -> files.add("pytorch_lora_weights.safetensors");
      case GGUF -> files.add("simulated.Q4_K_M.gguf");
      case STABLE_BASELINES -> files.add("policy.zip");
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
          AWQ,
          GPTQ,
          ONNX,
          MLX,
          MERGEKIT -> {
        if (model.library() != null) {
          files.add("config.json");
        }
        files.add(make.safetensors() ? "model.safetensors" : "pytorch_model.bin");
      }
    }
    return files;
  }

  static long parameters(Ecosystem ecosystem, int model) {
    int size = ecosystem.chance().below(model, Question.SIZE, PARAMETERS.length);
    boolean language = ecosystem.structure().domain(model) == Domain.LANGUAGE;
    return language ? PARAMETERS[size] : PARAMETERS[size] / 40;
  }
}
