package io.github.hubgenealogy.simulator.card;

import java.util.List;

/** The prose of tools that train: sentences that name a parent are what the tools emit. */
final class TrainingProse {
  private final Page page;
  private final CardBrief brief;

  TrainingProse(Page page) {
    this.page = page;
    this.brief = page.brief();
  }

  void write() {
    switch (brief.tool()) {
      case TRAINER, PEFT_TRAINER -> trainer();
      case TRL -> trl();
      case UNSLOTH -> unsloth();
      case AXOLOTL -> axolotl();
      case AUTOTRAIN -> autotrain();
      case SENTENCE_TRANSFORMERS -> sentenceTransformers();
      case PEFT -> peft();
      case DIFFUSERS_LORA -> diffusers();
      case NOTHING,
          RELEASE,
          HAND,
          TEMPLATE,
          STABLE_BASELINES,
          GGUF,
          AWQ,
          GPTQ,
          ONNX,
          MLX,
          MERGEKIT -> {}
    }
  }

  private void trainer() {
    page.line(
        "<!-- This model card has been generated automatically according to the information the");
    page.line(
        "Trainer had access to. You should probably proofread and complete it, then remove this");
    page.line("comment. -->");
    page.line("");
    page.line("# " + brief.name());
    page.line("");
    String data = brief.dataset() == null ? "None" : "the " + brief.dataset();
    page.line(
        page.hasParent()
            ? "This model is a fine-tuned version of " + page.links() + " on " + data + " dataset."
            : "This model was trained from scratch on " + data + " dataset.");
    page.line("It achieves the following results on the evaluation set:");
    page.line("- Loss: 0." + (10 + page.percent(3)));
    page.line("- Accuracy: 0." + (10 + page.percent(9)));
    page.line("");
    for (String heading :
        List.of("Model description", "Intended uses & limitations", "Training procedure")) {
      page.line("## " + heading);
      page.line("");
      page.line("More information needed");
      page.line("");
    }
    page.line("### Training hyperparameters");
    page.line("");
    page.line("- learning_rate: 2e-05");
    page.line("- train_batch_size: " + (1 << (1 + page.percent(2) % 6)));
    page.line("- seed: 42");
    page.line("- num_epochs: " + (1 + page.percent(5) % 10));
  }

  private void trl() {
    page.line("# Model Card for " + brief.name());
    page.line("");
    if (page.hasParent()) {
      page.line("This model is a fine-tuned version of " + page.links() + ".");
    }
    page.line("It has been trained using [TRL](https://github.com/huggingface/trl).");
    page.line("");
    page.line("## Training procedure");
    page.line("");
    page.line("This model was trained with SFT.");
    page.line("");
    page.line("### Framework versions");
    page.line("");
    page.line("- TRL: 0." + (8 + page.percent(4) % 12) + ".0");
  }

  private void unsloth() {
    page.line("# Uploaded  model");
    page.line("");
    page.line("- **Developed by:** " + brief.owner());
    page.line("- **License:** apache-2.0");
    if (page.hasParent()) {
      page.line("- **Finetuned from model :** " + brief.parents().get(0));
    }
    page.line("");
    page.line(
        "This "
            + brief.modelType()
            + " model was trained 2x faster with [Unsloth](https://github.com/unslothai/unsloth)"
            + " and Huggingface's TRL library.");
  }

  private void axolotl() {
    page.line("[<img src=\"badge.png\" alt=\"Built with Axolotl\"/>](badge)");
    page.line("");
    page.line("# " + brief.name());
    page.line("");
    if (page.hasParent()) {
      page.line("This model is a fine-tuned version of " + page.links() + " on the None dataset.");
    }
    page.line("");
    page.line("- gradient_accumulation_steps: " + (1 + page.percent(3) % 8));
  }

  private void autotrain() {
    page.line("# Model Trained Using AutoTrain");
    page.line("");
    page.line("This model was trained using AutoTrain.");
    page.line("");
    page.line("- Problem type: " + (page.percent(2) < 50 ? "Text Classification" : "LLM"));
  }

  private void sentenceTransformers() {
    page.line(
        page.hasParent()
            ? "# SentenceTransformer based on " + brief.parents().get(0)
            : "# Embeddings");
    page.line("");
    if (page.hasParent()) {
      page.line(
          "This is a [sentence-transformers](https://www.SBERT.net) model finetuned from "
              + page.links()
              + ".");
    }
    page.line("- **Output Dimensionality:** 384 dimensions");
  }

  private void peft() {
    page.line("# Model Card for Model ID");
    page.line("");
    page.line("<!-- Provide a quick summary of what the model is/does. -->");
    page.line("");
    page.line("## Training procedure");
    page.line("");
    page.line("[More Information Needed]");
    page.line("");
    page.line("### Framework versions");
    page.line("");
    page.line("- PEFT 0." + (5 + page.percent(6) % 12) + ".0");
  }

  private void diffusers() {
    page.line("# " + brief.name());
    page.line("");
    if (page.hasParent()) {
      page.line("These are LoRA adaption weights for " + brief.parents().get(0) + ".");
    }
    page.line("");
    page.line(
        "Trigger words: you should use `simulated " + page.percent(4) + "` to trigger the images.");
  }
}
