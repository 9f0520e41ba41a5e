package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.card.Tool;
import io.github.hubgenealogy.simulator.json.JsonBytes;

/** What the Hub keeps of a model's configuration files. */
final class ModelConfig {
  private final SimulatedModel model;
  private final Domain domain;

  ModelConfig(SimulatedModel model) {
    this.model = model;
    this.domain = model.ecosystem().structure().domain(model.number());
  }

  /** Writes an object, empty where there is nothing to say. */
  void write(JsonBytes json) {
    json.beginObject();
    Tool tool = model.make().tool();
    if (tool.isPeft()) {
      peft(json);
    } else if ("diffusers".equals(model.library()) && tool != Tool.DIFFUSERS_LORA) {
      json.name("diffusers").beginObject();
      json.name("_class_name").string(domain.architecture()).endObject();
    } else if (TagMaker.hasModelType(model.make(), model.library())) {
      json.name("architectures").beginArray().string(domain.architecture()).endArray();
      json.name("model_type").string(domain.modelType());
      quantization(tool, json);
      json.name("tokenizer_config");
      TokenizerConfig.write(domain, json);
    }
    json.endObject();
  }

  private void peft(JsonBytes json) {
    Reference base = model.lineage().config();
    json.name("peft").beginObject();
    if (base != null) {
      json.name("base_model_name_or_path").string(base.text());
    }
    json.name("task_type").string("CAUSAL_LM").endObject();
  }

  private static void quantization(Tool tool, JsonBytes json) {
    if (tool == Tool.AWQ || tool == Tool.GPTQ) {
      json.name("quantization_config").beginObject();
      json.name("bits").number(4).name("quant_method").string(tool == Tool.AWQ ? "awq" : "gptq");
      json.endObject();
    }
  }
}
