package io.github.hubgenealogy.lake.contract;

import java.util.Locale;

/** What a column tells about a person, which decides how a release for publication treats it. */
public enum Privacy {
  /** Nothing. */
  NONE,
  /** It names a person or leads straight to one. */
  IDENTIFIER,
  /** Joined with public data it singles someone out. */
  QUASI,
  /** Whatever an author wrote. */
  FREE_TEXT;

  static Privacy of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
