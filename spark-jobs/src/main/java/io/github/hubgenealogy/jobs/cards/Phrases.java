package io.github.hubgenealogy.jobs.cards;

import java.util.Arrays;
import java.util.List;

/**
 * Finds which of some phrases stand in a text, in one pass that looks at few of its characters: two
 * of them say how far the next phrase can be at the nearest (Wu and Manber, "A fast algorithm for
 * multi-pattern searching", 1994). Case counts.
 */
final class Phrases {
  private static final int TABLE = 1 << 12;

  private final List<String> phrases;
  private final int shortest;
  private final byte[] shifts = new byte[TABLE];

  /** Prepares; 64 phrases at most, each of two characters at least. */
  Phrases(List<String> phrases) {
    this.phrases = List.copyOf(phrases);
    this.shortest =
        Math.min(Byte.MAX_VALUE, phrases.stream().mapToInt(String::length).min().orElseThrow());
    if (shortest < 2 || phrases.size() > Long.SIZE) {
      throw new IllegalArgumentException("2 characters at least, 64 phrases at most");
    }
    Arrays.fill(shifts, (byte) (shortest - 1));
    for (String phrase : phrases) {
      for (int i = 1; i < shortest; i++) {
        int slot = slot(phrase.charAt(i - 1), phrase.charAt(i));
        shifts[slot] = (byte) Math.min(shifts[slot], shortest - 1 - i);
      }
    }
  }

  private static int slot(char a, char b) {
    return (a * 61 + b) & (TABLE - 1);
  }

  /** The phrases that begin before a place in the text, as bits by their positions in the list. */
  long in(String text, int limit) {
    long found = 0;
    int last = (int) Math.min((long) limit + shortest - 1, text.length());
    int at = shortest - 1;
    while (at < last) {
      int shift = shifts[slot(text.charAt(at - 1), text.charAt(at))];
      if (shift == 0) {
        found |= at(text, at - shortest + 1);
        shift = 1;
      }
      at += shift;
    }
    return found;
  }

  private long at(String text, int from) {
    long found = 0;
    for (int i = 0; i < phrases.size(); i++) {
      if (text.startsWith(phrases.get(i), from)) {
        found |= 1L << i;
      }
    }
    return found;
  }
}
