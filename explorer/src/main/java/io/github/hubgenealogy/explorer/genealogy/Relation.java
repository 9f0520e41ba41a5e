package io.github.hubgenealogy.explorer.genealogy;

import java.util.Locale;

/**
 * How a model derives from a parent. The first five are the relations of table {@code edges};
 * {@link #DUPLICATED_FROM} comes from table {@code succession}: a copy <em>is</em> the model.
 */
public enum Relation {
  FINETUNE(Carries.ALTERED),
  ADAPTER(Carries.DELTA_ONLY),
  QUANTIZED(Carries.COPY),
  MERGE(Carries.MIXED),
  UNSPECIFIED(Carries.UNKNOWN),
  DUPLICATED_FROM(Carries.COPY);

  private final Carries carries;

  Relation(Carries carries) {
    this.carries = carries;
  }

  /** What one step of this relation passes down. */
  public Carries carries() {
    return carries;
  }

  /** As tables and options spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The relation of a word as tables spell it.
   *
   * @throws IllegalArgumentException where there is none
   */
  public static Relation of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
