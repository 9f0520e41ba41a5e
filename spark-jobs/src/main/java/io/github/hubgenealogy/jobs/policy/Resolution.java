package io.github.hubgenealogy.jobs.policy;

import java.util.Locale;

/**
 * How a claim was resolved, in the order in which the ways are tried; the last five give no edge.
 */
public enum Resolution {
  /** The Hub named the repository's key. */
  BY_KEY(true),
  EXACT(true),
  /** Equal but for the case of ASCII letters; of several, most downloads, then the smallest id. */
  CASE_FOLDED(true),
  /** The Hub redirects it, or an earlier snapshot knew the repository by that name. */
  REDIRECTED(true),
  /** A well-formed {@code owner/name} that is not listed. */
  ABSENT(true),
  /** The model itself, after resolution. */
  SELF(false),
  /** A name without owner that nothing answers to. */
  BARE_NAME(false),
  LOCAL_PATH(false),
  PLACEHOLDER(false),
  MALFORMED(false);

  private final boolean edge;

  Resolution(boolean edge) {
    this.edge = edge;
  }

  public boolean givesEdge() {
    return edge;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
