package io.github.hubgenealogy.jobs.cards;

import java.util.Locale;

/** What became of a README. */
public enum ParseStatus {
  /** Its front matter was read. */
  OK,
  /** There is text, but it does not begin with a front matter as the Hub defines it. */
  NO_FRONT_MATTER,
  /** Nothing, or a front matter with nothing in it. */
  EMPTY,
  /** The front matter has no closing fence. */
  UNCLOSED,
  INVALID_YAML,
  /** YAML, but a list or a single value. */
  NOT_A_MAPPING,
  TOO_LARGE,
  TOO_DEEP,
  /** More aliases, or more values counting what aliases stand for, than the limits allow. */
  TOO_MANY_ALIASES,
  /** Neither UTF-8, nor UTF-16 by its mark, nor windows-1252. */
  UNDECODABLE,
  /** The repository has no README. */
  MISSING,
  /** The README is behind an agreement. */
  GATED,
  /** Not asked for, or no usable answer. */
  NOT_FETCHED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
