package io.github.hubgenealogy.jobs.cards;

import java.util.List;
import java.util.Locale;

/**
 * Which tool wrote a card, told by the marks that the tools themselves leave: their tags, or the
 * sentence of their template. Several may have left marks; the one that wrote the text last stands
 * first here, since a re-packager writes over a trainer's card.
 */
final class GeneratedBy {
  /** Templates begin with their sentence; further down it is somebody's quotation. */
  private static final int HEAD = 8_192;

  /** PEFT's template alone ends with its mark. */
  private static final int WHOLE = 65_536;

  /**
   * A tool and its marks.
   *
   * @param tags in lower case
   */
  private record Tool(String word, List<String> tags, List<String> sentences) {}

  /** In the order in which they count. */
  private static final List<Tool> TOOLS =
      List.of(
          new Tool(
              "gguf",
              List.of(),
              List.of(
                  " converted to GGUF format from ",
                  "ggml-org/gguf-my-repo",
                  "GGUF format model files for",
                  "static quants of https://huggingface.co/",
                  "weighted/imatrix quants of https://huggingface.co/",
                  "Llamacpp imatrix Quantizations of ",
                  "Llamacpp Quantizations of ")),
          new Tool(
              "mergekit",
              List.of("mergekit"),
              List.of("merge of pre-trained language models created using [mergekit]")),
          new Tool("unsloth", List.of("unsloth"), List.of("github.com/unslothai/unsloth")),
          new Tool(
              "axolotl",
              List.of("axolotl"),
              List.of(
                  "axolotl-ai-cloud/axolotl",
                  "OpenAccess-AI-Collective/axolotl",
                  "Built with Axolotl")),
          new Tool(
              "autotrain",
              List.of("autotrain", "autonlp"),
              List.of(
                  "Trained Using AutoTrain", "trained using AutoTrain", "Trained Using AutoNLP")),
          new Tool("trl", List.of("trl"), List.of("has been trained using [TRL]")),
          new Tool(
              "trainer",
              List.of("generated_from_trainer"),
              List.of("generated automatically according to the information the Trainer")),
          new Tool(
              "keras",
              List.of("generated_from_keras_callback"),
              List.of("generated automatically according to the information Keras")),
          new Tool(
              "diffusers",
              List.of(),
              List.of("generated automatically according to the information the training script")));

  private static final Phrases SENTENCES =
      new Phrases(TOOLS.stream().flatMap(tool -> tool.sentences().stream()).toList());

  /** For each sentence its tool's place. */
  private static final List<Integer> TOOL_OF_SENTENCE =
      TOOLS.stream()
          .flatMap(tool -> tool.sentences().stream().map(sentence -> TOOLS.indexOf(tool)))
          .toList();

  private static final Phrases PEFT_VERSIONS =
      new Phrases(
          List.of(
              "### Framework versions\n\n- PEFT",
              "### Framework versions\n\n\n- PEFT",
              "### Framework versions\r\n\r\n- PEFT"));

  private GeneratedBy() {}

  /**
   * Names the tool, or gives null.
   *
   * @param body the card after its front matter; may be empty
   */
  static String of(List<String> tags, String libraryName, List<String> unknownKeys, String body) {
    int best = TOOLS.size();
    for (long found = SENTENCES.in(body, HEAD); found != 0; found &= found - 1) {
      best = Math.min(best, TOOL_OF_SENTENCE.get(Long.numberOfTrailingZeros(found)));
    }
    boolean packed = unknownKeys.contains("quantized_by");
    for (String tag : tags) {
      String lower = tag.toLowerCase(Locale.ROOT);
      packed |= lower.equals("gguf");
      best = Math.min(best, byTag(lower, best));
    }
    if (packed && best > 0 && saysGguf(body)) {
      best = 0;
    }
    if (best < TOOLS.size()) {
      return TOOLS.get(best).word();
    }
    return "peft".equals(libraryName) || PEFT_VERSIONS.in(body, WHOLE) != 0 ? "peft" : null;
  }

  private static int byTag(String tag, int below) {
    for (int i = 0; i < below; i++) {
      if (TOOLS.get(i).tags().contains(tag)) {
        return i;
      }
    }
    return below;
  }

  private static boolean saysGguf(String body) {
    return (body.length() > HEAD ? body.substring(0, HEAD) : body).contains("GGUF");
  }
}
