package io.github.hubgenealogy.jobs.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How a model derives from its parent. The order of the first four is that in which the 2025 study
 * overwrote a pair's earlier tag: of several the last counts.
 */
public enum Relation {
  FINETUNE,
  QUANTIZED,
  ADAPTER,
  MERGE,
  UNSPECIFIED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The four that a source can name. */
  public static List<Relation> typed() {
    return List.of(FINETUNE, QUANTIZED, ADAPTER, MERGE);
  }

  /** The relation of a word as cards and tags write it, or null. */
  public static Relation of(String word) {
    if (word == null) {
      return null;
    }
    String plain = word.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(relation -> relation != UNSPECIFIED && relation.word().equals(plain))
        .findFirst()
        .orElse(null);
  }
}
