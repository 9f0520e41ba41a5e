package io.github.hubgenealogy.simulator.ecosystem;

import java.util.Locale;

/** What becomes of a claim, in the words of the pipeline's definitions. */
public enum Resolution {
  BY_KEY,
  EXACT,
  CASE_FOLDED,
  REDIRECTED,
  ABSENT,
  SELF,
  BARE_NAME,
  LOCAL_PATH,
  PLACEHOLDER,
  MALFORMED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the claim makes a pair. */
  public boolean givesEdge() {
    return switch (this) {
      case BY_KEY, EXACT, CASE_FOLDED, REDIRECTED, ABSENT -> true;
      case SELF, BARE_NAME, LOCAL_PATH, PLACEHOLDER, MALFORMED -> false;
    };
  }
}
