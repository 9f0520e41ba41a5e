package io.github.hubgenealogy.jobs.cards;

import java.util.List;
import java.util.Locale;

/**
 * Which tool wrote a card, told by the marks that the tools themselves leave: their tags, or the
 * sentence of their template. Several may have left marks; the one that wrote the text last stands
 * first here, since a re-packager writes over a trainer's card.
 */
final class GeneratedBy {
  private static final int HEAD = 8_192;

  private GeneratedBy() {}

  /**
   * Names the tool, or gives null.
   *
   * @param body the card after its front matter; may be empty
   */
  static String of(List<String> tags, String libraryName, List<String> unknownKeys, String body) {
    String text = body.length() > HEAD ? body.substring(0, HEAD) : body;
    if (unknownKeys.contains("quantized_by") || (has(tags, "gguf") && text.contains("GGUF"))) {
      return "gguf";
    }
    if (text.contains("merge of pre-trained language models created using [mergekit]")
        || has(tags, "mergekit")) {
      return "mergekit";
    }
    if (text.contains("github.com/unslothai/unsloth") || has(tags, "unsloth")) {
      return "unsloth";
    }
    if (text.contains("axolotl-ai-cloud/axolotl")
        || text.contains("OpenAccess-AI-Collective/axolotl")
        || has(tags, "axolotl")) {
      return "axolotl";
    }
    if (has(tags, "autotrain")
        || has(tags, "autonlp")
        || text.contains("Trained Using AutoTrain")) {
      return "autotrain";
    }
    if (has(tags, "trl") || text.contains("has been trained using [TRL]")) {
      return "trl";
    }
    if (has(tags, "generated_from_trainer")
        || text.contains("generated automatically according to the information the Trainer")) {
      return "trainer";
    }
    return "peft".equals(libraryName) || text.contains("### Framework versions\n\n- PEFT")
        ? "peft"
        : null;
  }

  private static boolean has(List<String> tags, String tag) {
    for (String each : tags) {
      if (each.toLowerCase(Locale.ROOT).equals(tag)) {
        return true;
      }
    }
    return false;
  }
}
