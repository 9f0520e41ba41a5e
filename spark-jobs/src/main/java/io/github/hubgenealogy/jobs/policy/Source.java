package io.github.hubgenealogy.jobs.policy;

import java.util.Locale;

/** Where a claim of parentage stands. */
public enum Source {
  /** {@code base_model} of the card. */
  CARD,
  /** {@code baseModels} of the Hub's list. */
  HUB,
  /** {@code base_model:…} tags. */
  TAG,
  /** {@code peft.base_model_name_or_path} of the configuration. */
  CONFIG,
  /** A sentence of the card. */
  TEXT;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
