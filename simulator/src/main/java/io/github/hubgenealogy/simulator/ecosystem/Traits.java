package io.github.hubgenealogy.simulator.ecosystem;

import java.util.List;

/**
 * The values that models declare and inherit. Licences, languages and tasks are the Hub's own
 * words, for their shares and drift are what is calibrated; what is inherited is a number in these
 * lists.
 */
final class Traits {
  /** The number of "not declared" in every list. */
  static final byte NONE = 0;

  static final List<String> LICENCES =
      List.of(
          "",
          "apache-2.0",
          "mit",
          "other",
          "openrail",
          "creativeml-openrail-m",
          "cc-by-nc-4.0",
          "llama2",
          "llama3",
          "gemma",
          "unknown",
          "llama3.1",
          "cc-by-4.0",
          "openrail++",
          "llama3.2",
          "cc-by-nc-sa-4.0",
          "afl-3.0",
          "llama3.3",
          "cc-by-sa-4.0",
          "gpl-3.0",
          "bigscience-bloom-rail-1.0",
          "artistic-2.0",
          "cc");

  static final List<String> TASKS =
      List.of(
          "",
          "text-generation",
          "text-classification",
          "text-to-image",
          "reinforcement-learning",
          "automatic-speech-recognition",
          "fill-mask",
          "token-classification",
          "question-answering",
          "feature-extraction",
          "image-classification",
          "translation",
          "summarization",
          "sentence-similarity",
          "image-text-to-text",
          "text-to-speech",
          "audio-classification",
          "object-detection",
          "image-to-image",
          "image-segmentation",
          "zero-shot-classification",
          "text-to-video",
          "image-feature-extraction");

  /** Sets of languages, as cards list them. */
  static final List<List<String>> LANGUAGES =
      List.of(
          List.of(),
          List.of("en"),
          List.of("zh"),
          List.of("fr"),
          List.of("es"),
          List.of("de"),
          List.of("ja"),
          List.of("ko"),
          List.of("it"),
          List.of("pt"),
          List.of("ru"),
          List.of("ar"),
          List.of("tr"),
          List.of("id"),
          List.of("no"),
          List.of("en", "zh"),
          List.of("en", "fr"),
          List.of("en", "de"),
          List.of("en", "de", "fr", "it", "pt", "hi", "es", "th"),
          List.of("zh", "en", "fr", "es", "pt", "de", "it", "ru", "ja", "ko", "vi", "th", "ar"),
          List.of(
              "en", "fr", "de", "es", "it", "pt", "nl", "pl", "ru", "uk", "cs", "sk", "sl", "hr",
              "sr", "bg", "ro", "hu", "el", "tr", "ar", "he", "fa", "hi", "bn", "id", "vi", "th",
              "zh"));

  private Traits() {}

  static byte licence(String name) {
    return index(LICENCES, name);
  }

  static byte task(String name) {
    return index(TASKS, name);
  }

  private static byte index(List<String> names, String name) {
    int at = names.indexOf(name);
    if (at < 0) {
      throw new IllegalArgumentException(name);
    }
    return (byte) at;
  }
}
