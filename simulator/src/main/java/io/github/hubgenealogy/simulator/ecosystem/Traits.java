package io.github.hubgenealogy.simulator.ecosystem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The values that models declare and inherit. Licences, languages and tasks are the Hub's own
 * words, for their shares and drift are what is calibrated; what is inherited is a number in these
 * lists.
 */
final class Traits {
  /** The number of "not declared" in every list. */
  static final byte NONE = 0;

  /** Sets of many languages, as well-known models list them. */
  static final byte EIGHT = 18;

  static final byte THIRTEEN = 19;
  static final byte TWENTY_NINE = 20;

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

  private static final Map<String, Byte> SINGLES = singles();

  private Traits() {}

  private static Map<String, Byte> singles() {
    Map<String, Byte> singles = new HashMap<>();
    for (int set = 0; set < LANGUAGES.size(); set++) {
      if (LANGUAGES.get(set).size() == 1) {
        singles.put(LANGUAGES.get(set).get(0), (byte) set);
      }
    }
    return Map.copyOf(singles);
  }

  static byte licence(String name) {
    return index(LICENCES, name);
  }

  static byte task(String name) {
    return index(TASKS, name);
  }

  /** The number of the set that is one language alone, or of no set. */
  static byte single(String language) {
    return SINGLES.getOrDefault(language, NONE);
  }

  /** A domain that a model without relations may be of, by its task. */
  static Domain domain(byte task, double unit) {
    return switch (TASKS.get(task)) {
      case "text-generation", "image-text-to-text" -> Domain.LANGUAGE;
      case "text-to-image", "image-to-image", "text-to-video" -> Domain.IMAGE;
      case "reinforcement-learning" -> Domain.CONTROL;
      case "automatic-speech-recognition", "audio-classification", "text-to-speech" ->
          Domain.SPEECH;
      case "image-classification",
          "object-detection",
          "image-segmentation",
          "image-feature-extraction" ->
          Domain.VISION;
      case "translation", "summarization" -> Domain.SEQUENCE;
      case "sentence-similarity" -> Domain.EMBEDDING;
      case "feature-extraction" -> unit < 0.3 ? Domain.EMBEDDING : Domain.ENCODER;
      case "" -> unit < 0.6 ? Domain.LANGUAGE : unit < 0.85 ? Domain.ENCODER : Domain.IMAGE;
      default -> Domain.ENCODER;
    };
  }

  private static byte index(List<String> names, String name) {
    int at = names.indexOf(name);
    if (at < 0) {
      throw new IllegalArgumentException(name);
    }
    return (byte) at;
  }
}
