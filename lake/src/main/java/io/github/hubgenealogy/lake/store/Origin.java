package io.github.hubgenealogy.lake.store;

import java.util.Locale;

/** Where a snapshot's data came from. It stands beside every figure. */
public enum Origin {
  HUB,
  IMPORT,
  CORPUS,
  SIMULATED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Origin of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
