package io.github.hubgenealogy.explorer.exposure;

import io.github.hubgenealogy.explorer.genealogy.Member;
import java.util.Locale;

/**
 * A model that may descend although nobody declared it: a weaker list, never in the totals.
 *
 * @param of the model that it may descend from
 * @param because what was seen, in words
 */
public record Candidate(Member model, String of, Kind kind, String because) {
  /** What makes it one, the strongest first. */
  public enum Kind {
    /** The card's prose names the base. */
    TEXT,
    /** The base's name stands inside its own. */
    NAME,
    /** Same model type and parameter count, created later. */
    SHAPE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
