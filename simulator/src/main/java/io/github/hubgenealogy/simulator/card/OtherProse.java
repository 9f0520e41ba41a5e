package io.github.hubgenealogy.simulator.card;

/** The prose of people, forms, converters and merges. */
final class OtherProse {
  private final Page page;
  private final CardBrief brief;

  OtherProse(Page page) {
    this.page = page;
    this.brief = page.brief();
  }

  void write() {
    switch (brief.tool()) {
      case RELEASE -> release();
      case HAND -> hand();
      case TEMPLATE -> template();
      case STABLE_BASELINES -> stableBaselines();
      case GGUF -> gguf();
      case AWQ, GPTQ, ONNX, MLX -> converted();
      case MERGEKIT -> merge();
      case NOTHING,
          TRAINER,
          TRL,
          UNSLOTH,
          AXOLOTL,
          AUTOTRAIN,
          SENTENCE_TRANSFORMERS,
          PEFT,
          PEFT_TRAINER,
          DIFFUSERS_LORA -> {}
    }
  }

  private void release() {
    page.line("# " + brief.name());
    page.line("");
    page.line("A simulated model, invented for tests. It was never trained and has no weights.");
    page.line("");
    page.line("## Use");
    page.line("");
    page.line("Nothing can be done with it but to list it and to read this page.");
  }

  private void hand() {
    page.line("# " + brief.name());
    page.line("");
    if (page.hasParent()) {
      page.line(
          switch ((int) Math.floorMod(brief.variety(), 3L)) {
            case 0 -> "This model is a fine-tuned version of " + page.links() + ".";
            case 1 -> "Base model: " + page.links() + ".";
            default -> "Finetuned from " + page.links() + " with invented data.";
          });
    } else {
      page.line("An invented model of an invented owner.");
    }
  }

  private void template() {
    page.line("# Model Card for Model ID");
    page.line("");
    page.line("<!-- Provide a quick summary of what the model is/does. -->");
    page.line("");
    page.line("## Model Details");
    page.line("");
    page.line("### Model Description");
    page.line("");
    // Few have the face: one character beyond Latin-1 makes a Java text twice as slow to write.
    String face = page.percent(11) == 0 ? "🤗 " : "";
    page.line(
        "This is the model card of a "
            + face
            + "transformers model that has been pushed on the Hub.");
    page.line("This model card has been automatically generated.");
    page.line("");
    page.line("- **Developed by:** [More Information Needed]");
    page.line("- **Model type:** [More Information Needed]");
    page.line("- **Language(s) (NLP):** [More Information Needed]");
    page.line("- **License:** [More Information Needed]");
    page.line("- **Finetuned from model [optional]:** [More Information Needed]");
    page.line("");
    page.line("## Uses");
    page.line("");
    page.line("[More Information Needed]");
  }

  private void stableBaselines() {
    page.line("# **PPO** Agent playing **SimulatedLander-v2**");
    page.line("");
    page.line("This is a trained model of a **PPO** agent playing an invented game.");
  }

  private void gguf() {
    page.line("## About");
    page.line("");
    if (page.hasParent()) {
      page.line("static quants of https://huggingface.co/" + brief.parents().get(0));
    }
    page.line("");
    page.line("| Link | Type | Size/GB |");
    page.line("|:-----|:-----|--------:|");
    page.line("| GGUF | Q4_K_M | " + (1 + page.percent(4) % 40) + ".9 |");
  }

  private void converted() {
    page.line("# " + brief.name());
    page.line("");
    if (page.hasParent()) {
      page.line("This model was converted from " + page.links() + ".");
    }
  }

  private void merge() {
    page.line("# " + brief.name());
    page.line("");
    page.line("This is a merge of pre-trained language models created using mergekit.");
    page.line("");
    page.line("## Merge Details");
    page.line("### Models Merged");
    page.line("");
    page.line("The following models were included in the merge:");
    for (String parent : brief.parents()) {
      page.line("* " + Page.link(parent));
    }
    page.line("");
    page.line("### Configuration");
    page.line("");
    page.line("```yaml");
    page.line("merge_method: slerp");
    page.line("dtype: bfloat16");
    page.line("```");
  }
}
