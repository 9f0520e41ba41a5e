package io.github.hubgenealogy.lake.contract;

import java.util.Locale;

/** What a release for publication does to a column. A column without one is left out. */
public enum Treatment {
  /** As it is: words of ours, or counts of a whole. */
  KEEP("As it is."),
  /** Words of authors: those that enough owners use; any other is one word for all of them. */
  COMMON("Words that too few owners use are given as (rare)."),
  /** A name or id, replaced by the same pseudonym wherever it occurs. */
  PSEUDONYM("Pseudonymised by HMAC-SHA-256; names of organisations stay."),
  /** A time cut to its month. */
  MONTH("Cut to the month."),
  /** A time cut to its day. */
  DAY("Cut to the day."),
  /** A count cut to a power of ten, the highest ones together. */
  BAND("Cut to a power of ten; values above the last that enough owners reach are given as that."),
  /** A number cut to 1, 2 or 5 times a power of ten, the highest ones together. */
  SIZE(
      "Cut to 1, 2 or 5 times a power of ten; values above the last that enough owners reach are given as that.");

  private final String sentence;

  Treatment(String sentence) {
    this.sentence = sentence;
  }

  /** What the released column's description says of it. */
  public String sentence() {
    return sentence;
  }

  static Treatment of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Whether a column of this privacy may be treated so. */
  boolean suits(Privacy privacy) {
    return switch (privacy) {
      case NONE -> this != PSEUDONYM;
      case IDENTIFIER -> this == PSEUDONYM;
      case QUASI -> this == MONTH || this == BAND;
      case FREE_TEXT -> false;
    };
  }
}
