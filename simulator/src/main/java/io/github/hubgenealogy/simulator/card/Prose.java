package io.github.hubgenealogy.simulator.card;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The prose below the front matter. Sentences that name a parent are the boilerplate that the tools
 * emit; all else is worded here.
 */
final class Prose {
  private final CardBrief brief;
  private final StringBuilder text = new StringBuilder(2_048);

  private Prose(CardBrief brief) {
    this.brief = brief;
  }

  static String of(CardBrief brief) {
    Prose prose = new Prose(brief);
    prose.write();
    prose.fill();
    return prose.text.toString();
  }

  private void write() {
    switch (brief.tool()) {
      case NOTHING -> {}
      case RELEASE -> release();
      case HAND -> hand();
      case TEMPLATE -> template();
      case TRAINER -> trainer();
      case TRL -> trl();
      case UNSLOTH -> unsloth();
      case AXOLOTL -> axolotl();
      case AUTOTRAIN -> autotrain();
      case SENTENCE_TRANSFORMERS -> sentenceTransformers();
      case STABLE_BASELINES -> stableBaselines();
      case PEFT -> peft();
      case DIFFUSERS_LORA -> diffusers();
      case GGUF -> gguf();
      case AWQ, GPTQ, ONNX, MLX -> converted();
      case MERGEKIT -> merge();
    }
  }

  private boolean hasParent() {
    return !brief.parents().isEmpty();
  }

  private static String link(String id) {
    return "[" + id + "](https://huggingface.co/" + id + ")";
  }

  private String links() {
    return brief.parents().stream().map(Prose::link).collect(Collectors.joining(" and "));
  }

  private int percent(int shift) {
    return (int) Math.floorMod(brief.variety() >>> shift, 100L);
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void release() {
    line("# " + brief.name());
    line("");
    line("A simulated model, invented for tests. It was never trained and has no weights.");
    line("");
    line("## Use");
    line("");
    line("Nothing can be done with it but to list it and to read this page.");
  }

  private void hand() {
    line("# " + brief.name());
    line("");
    if (hasParent()) {
      line(
          switch ((int) Math.floorMod(brief.variety(), 3L)) {
            case 0 -> "This model is a fine-tuned version of " + links() + ".";
            case 1 -> "Base model: " + links() + ".";
            default -> "Finetuned from " + links() + " with invented data.";
          });
    } else {
      line("An invented model of an invented owner.");
    }
  }

  private void template() {
    line("# Model Card for Model ID");
    line("");
    line("<!-- Provide a quick summary of what the model is/does. -->");
    line("");
    line("## Model Details");
    line("");
    line("### Model Description");
    line("");
    line("- **Developed by:** [More Information Needed]");
    line("- **Model type:** [More Information Needed]");
    line("- **Language(s) (NLP):** [More Information Needed]");
    line("- **License:** [More Information Needed]");
    line("- **Finetuned from model [optional]:** [More Information Needed]");
    line("");
    line("## Uses");
    line("");
    line("[More Information Needed]");
  }

  private void trainer() {
    line("<!-- This model card has been generated automatically according to the information the");
    line("Trainer had access to. You should probably proofread and complete it, then remove this");
    line("comment. -->");
    line("");
    line("# " + brief.name());
    line("");
    String data = brief.dataset() == null ? "None" : "the " + brief.dataset();
    line(
        hasParent()
            ? "This model is a fine-tuned version of " + links() + " on " + data + " dataset."
            : "This model was trained from scratch on " + data + " dataset.");
    line("It achieves the following results on the evaluation set:");
    line("- Loss: 0." + (10 + percent(3)));
    line("- Accuracy: 0." + (10 + percent(9)));
    line("");
    for (String heading :
        List.of("Model description", "Intended uses & limitations", "Training procedure")) {
      line("## " + heading);
      line("");
      line("More information needed");
      line("");
    }
    line("### Training hyperparameters");
    line("");
    line("- learning_rate: 2e-05");
    line("- train_batch_size: " + (1 << (1 + percent(2) % 6)));
    line("- seed: 42");
    line("- num_epochs: " + (1 + percent(5) % 10));
  }

  private void trl() {
    line("# Model Card for " + brief.name());
    line("");
    if (hasParent()) {
      line("This model is a fine-tuned version of " + links() + ".");
    }
    line("It has been trained using [TRL](https://github.com/huggingface/trl).");
    line("");
    line("## Training procedure");
    line("");
    line("This model was trained with SFT.");
    line("");
    line("### Framework versions");
    line("");
    line("- TRL: 0." + (8 + percent(4) % 12) + ".0");
  }

  private void unsloth() {
    line("# Uploaded  model");
    line("");
    line("- **Developed by:** " + brief.owner());
    line("- **License:** apache-2.0");
    if (hasParent()) {
      line("- **Finetuned from model :** " + brief.parents().get(0));
    }
    line("");
    line(
        "This "
            + brief.modelType()
            + " model was trained 2x faster with [Unsloth](https://github.com/unslothai/unsloth)"
            + " and Huggingface's TRL library.");
  }

  private void axolotl() {
    line("[<img src=\"badge.png\" alt=\"Built with Axolotl\"/>](badge)");
    line("");
    line("# " + brief.name());
    line("");
    if (hasParent()) {
      line("This model is a fine-tuned version of " + links() + " on the None dataset.");
    }
    line("");
    line("- gradient_accumulation_steps: " + (1 + percent(3) % 8));
  }

  private void autotrain() {
    line("# Model Trained Using AutoTrain");
    line("");
    line("This model was trained using AutoTrain.");
    line("");
    line("- Problem type: " + (percent(2) < 50 ? "Text Classification" : "LLM"));
  }

  private void sentenceTransformers() {
    line(hasParent() ? "# SentenceTransformer based on " + brief.parents().get(0) : "# Embeddings");
    line("");
    if (hasParent()) {
      line(
          "This is a [sentence-transformers](https://www.SBERT.net) model finetuned from "
              + links()
              + ".");
    }
    line("- **Output Dimensionality:** 384 dimensions");
  }

  private void stableBaselines() {
    line("# **PPO** Agent playing **SimulatedLander-v2**");
    line("");
    line("This is a trained model of a **PPO** agent playing an invented game.");
  }

  private void peft() {
    line("# Model Card for Model ID");
    line("");
    line("<!-- Provide a quick summary of what the model is/does. -->");
    line("");
    line("## Training procedure");
    line("");
    line("[More Information Needed]");
    line("");
    line("### Framework versions");
    line("");
    line("- PEFT 0." + (5 + percent(6) % 12) + ".0");
  }

  private void diffusers() {
    line("# " + brief.name());
    line("");
    if (hasParent()) {
      line("These are LoRA adaption weights for " + brief.parents().get(0) + ".");
    }
    line("");
    line("Trigger words: you should use `simulated " + percent(4) + "` to trigger the images.");
  }

  private void gguf() {
    line("## About");
    line("");
    if (hasParent()) {
      line("static quants of https://huggingface.co/" + brief.parents().get(0));
    }
    line("");
    line("| Link | Type | Size/GB |");
    line("|:-----|:-----|--------:|");
    line("| GGUF | Q4_K_M | " + (1 + percent(4) % 40) + ".9 |");
  }

  private void converted() {
    line("# " + brief.name());
    line("");
    if (hasParent()) {
      line("This model was converted from " + links() + ".");
    }
  }

  private void merge() {
    line("# " + brief.name());
    line("");
    line("This is a merge of pre-trained language models created using mergekit.");
    line("");
    line("## Merge Details");
    line("### Models Merged");
    line("");
    line("The following models were included in the merge:");
    for (String parent : brief.parents()) {
      line("* " + link(parent));
    }
    line("");
    line("### Configuration");
    line("");
    line("```yaml");
    line("merge_method: slerp");
    line("dtype: bfloat16");
    line("```");
  }

  /** Lengthens the prose to about what was asked, in words of no meaning. */
  private void fill() {
    if (text.length() >= brief.bodyChars()) {
      return;
    }
    line("");
    line("## Notes");
    line("");
    int paragraph = 0;
    while (text.length() < brief.bodyChars()) {
      line(
          "Note "
              + ++paragraph
              + ": this paragraph fills the page of a simulated model, number "
              + Math.floorMod(brief.variety() + paragraph * 7_919L, 1_000_003L)
              + ", so that cards are as long as real ones are.");
    }
  }
}
