package io.github.hubgenealogy.simulator.ecosystem;

import java.util.Map;

/**
 * How many models of the study declare each licence, language and task (laufer.license.counts,
 * laufer.language.counts, laufer.task.share), at a scale. What the study does not count is guessed.
 */
final class StudyCounts {
  /** Tags come only from cards that can be read: one in a hundred cannot. */
  private static final double READABLE = 0.991;

  /** Models that declare a task: not published; the shares below are of these. */
  private static final double WITH_TASK = 1_000_000;

  private static final Map<String, Double> LICENCES =
      Map.ofEntries(
          Map.entry("apache-2.0", 298_442.0),
          Map.entry("mit", 109_820.0),
          Map.entry("other", 81_887.0),
          Map.entry("openrail", 37_498.0),
          Map.entry("creativeml-openrail-m", 29_233.0),
          Map.entry("cc-by-nc-4.0", 14_315.0),
          Map.entry("llama2", 10_294.0),
          Map.entry("llama3", 9_887.0),
          Map.entry("gemma", 8_677.0),
          Map.entry("unknown", 8_368.0),
          Map.entry("llama3.1", 7_614.0),
          Map.entry("cc-by-4.0", 6_737.0),
          Map.entry("openrail++", 6_552.0),
          Map.entry("llama3.2", 5_863.0),
          Map.entry("cc-by-nc-sa-4.0", 3_945.0),
          Map.entry("afl-3.0", 3_657.0),
          Map.entry("gpl-3.0", 3_300.0),
          Map.entry("cc-by-sa-4.0", 3_000.0),
          Map.entry("llama3.3", 2_500.0),
          Map.entry("cc", 2_000.0),
          Map.entry("bigscience-bloom-rail-1.0", 1_500.0),
          Map.entry("artistic-2.0", 500.0));
  private static final Map<String, Double> LANGUAGES =
      Map.ofEntries(
          Map.entry("en", 221_550.0),
          Map.entry("zh", 12_917.0),
          Map.entry("fr", 11_754.0),
          Map.entry("es", 10_711.0),
          Map.entry("de", 10_532.0),
          Map.entry("ja", 8_985.0),
          Map.entry("ko", 8_475.0),
          Map.entry("it", 8_361.0),
          Map.entry("pt", 8_284.0),
          Map.entry("ru", 6_595.0),
          Map.entry("ar", 6_000.0),
          Map.entry("tr", 5_000.0),
          Map.entry("id", 4_000.0),
          Map.entry("no", 2_000.0));
  private static final Map<String, Double> TASKS =
      Map.ofEntries(
          Map.entry("text-generation", 0.4107),
          Map.entry("text-classification", 0.1362),
          Map.entry("text-to-image", 0.114),
          Map.entry("reinforcement-learning", 0.0866),
          Map.entry("automatic-speech-recognition", 0.0349),
          Map.entry("fill-mask", 0.034),
          Map.entry("token-classification", 0.032),
          Map.entry("feature-extraction", 0.031),
          Map.entry("image-classification", 0.030),
          Map.entry("question-answering", 0.020),
          Map.entry("sentence-similarity", 0.014),
          Map.entry("translation", 0.012),
          Map.entry("summarization", 0.012),
          Map.entry("image-text-to-text", 0.010),
          Map.entry("text-to-speech", 0.007),
          Map.entry("audio-classification", 0.005),
          Map.entry("object-detection", 0.005),
          Map.entry("image-to-image", 0.002),
          Map.entry("image-segmentation", 0.002),
          Map.entry("zero-shot-classification", 0.001),
          Map.entry("text-to-video", 0.0006));

  private StudyCounts() {}

  static double[] licences(double scale) {
    double[] counts = new double[Traits.LICENCES.size()];
    LICENCES.forEach((name, count) -> counts[Traits.licence(name)] = count * scale / READABLE);
    return counts;
  }

  /** By the number of the set that is this language alone. */
  static double[] languages(double scale) {
    double[] counts = new double[Traits.LANGUAGES.size()];
    LANGUAGES.forEach((name, count) -> counts[Traits.single(name)] = count * scale / READABLE);
    return counts;
  }

  static double[] tasks(double scale) {
    double[] counts = new double[Traits.TASKS.size()];
    TASKS.forEach((name, share) -> counts[Traits.task(name)] = share * WITH_TASK * scale);
    return counts;
  }
}
