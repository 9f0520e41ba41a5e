package io.github.hubgenealogy.explorer.exposure;

import java.util.Locale;

/**
 * Where a publisher can be reached.
 *
 * @param address as the Hub or the publisher gives it, hostile like all that authors write
 */
public record Contact(Kind kind, String address) {
  /** Kinds in the order in which they are to be tried. */
  public enum Kind {
    /** The discussions page of its most downloaded repository concerned. */
    DISCUSSIONS,
    OWNER_PAGE,
    WEBSITE,
    /** An address in one of its cards. */
    CARD,
    /** Who runs the platform. */
    HOST;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
