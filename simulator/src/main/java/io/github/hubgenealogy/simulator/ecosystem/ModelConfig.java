package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.card.Tool;
import io.github.hubgenealogy.simulator.json.JsonBytes;

/** What the Hub keeps of a model's configuration files. */
final class ModelConfig {
  private static final String CHAT_TEMPLATE =
      "{% for message in messages %}{{ '<|' + message['role'] + '|>\\n' + message['content'] }}"
          + "{% if loop.last and add_generation_prompt %}{{ '<|simulated|>\\n' }}{% endif %}"
          + "{% endfor %}";

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
    if (tool == Tool.PEFT) {
      peft(json);
    } else if ("diffusers".equals(model.library()) && tool != Tool.DIFFUSERS_LORA) {
      json.name("diffusers").beginObject();
      json.name("_class_name").string(domain.architecture()).endObject();
    } else if (TagMaker.hasModelType(model.make(), model.library())) {
      json.name("architectures").beginArray().string(domain.architecture()).endArray();
      json.name("model_type").string(domain.modelType());
      quantization(tool, json);
      tokenizer(json);
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

  private void tokenizer(JsonBytes json) {
    json.name("tokenizer_config").beginObject();
    if (domain == Domain.LANGUAGE) {
      json.name("bos_token").string("<s>").name("chat_template").string(CHAT_TEMPLATE);
      json.name("eos_token").string("</s>").name("pad_token").string("<pad>");
    } else {
      json.name("cls_token").string("[CLS]").name("mask_token").string("[MASK]");
      json.name("pad_token").string("[PAD]").name("sep_token").string("[SEP]");
    }
    json.name("unk_token").string("<unk>").endObject();
  }
}
