package io.github.hubgenealogy.crawler.journal;

import java.util.BitSet;

/** The places of a work list that are done, written as ranges. */
public final class Covered {
  private Covered() {}

  /** {@code 0-99,102}. */
  public static String format(BitSet places) {
    StringBuilder text = new StringBuilder();
    int from = places.nextSetBit(0);
    while (from >= 0) {
      int to = places.nextClearBit(from) - 1;
      text.append(text.isEmpty() ? "" : ",").append(from);
      if (to > from) {
        text.append('-').append(to);
      }
      from = places.nextSetBit(to + 1);
    }
    return text.toString();
  }

  /** Adds the places that a text names. */
  public static void addTo(BitSet places, String text) {
    if (text.isEmpty()) {
      return;
    }
    for (String range : text.split(",", -1)) {
      int dash = range.indexOf('-');
      int from = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
      int to = dash < 0 ? from : Integer.parseInt(range.substring(dash + 1));
      places.set(from, to + 1);
    }
  }
}
