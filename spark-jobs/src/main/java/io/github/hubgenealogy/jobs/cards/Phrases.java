package io.github.hubgenealogy.jobs.cards;

import java.util.Arrays;
import java.util.List;

/**
 * Finds which of some phrases stand in a text, in one pass that looks at few of its characters:
 * three of them say how far the next phrase can be at the nearest (Wu and Manber, "A fast algorithm
 * for multi-pattern searching", 1994). Case counts.
 */
final class Phrases {
  private static final int TABLE = 1 << 14;
  private static final int BLOCK = 3;

  private final List<String> phrases;
  private final int shortest;
  private final byte[] shifts = new byte[TABLE];

  /** Prepares; 64 phrases at most, each of three characters at least. */
  Phrases(List<String> phrases) {
    this.phrases = List.copyOf(phrases);
    this.shortest =
        Math.min(Byte.MAX_VALUE, phrases.stream().mapToInt(String::length).min().orElseThrow());
    if (shortest < BLOCK || phrases.size() > Long.SIZE) {
      throw new IllegalArgumentException("3 characters at least, 64 phrases at most");
    }
    Arrays.fill(shifts, (byte) (shortest - BLOCK + 1));
    for (String phrase : phrases) {
      for (int i = BLOCK - 1; i < shortest; i++) {
        int slot = slot(phrase, i);
        shifts[slot] = (byte) Math.min(shifts[slot], shortest - 1 - i);
      }
    }
  }

  /** The slot of the block that ends at a place. */
  private static int slot(String text, int end) {
    int block = (text.charAt(end - 2) * 31 + text.charAt(end - 1)) * 31 + text.charAt(end);
    return block & (TABLE - 1);
  }

  /** The phrases that begin before a place in the text, as bits by their positions in the list. */
  long in(String text, int limit) {
    long found = 0;
    int last = (int) Math.min((long) limit + shortest - 1, text.length());
    int at = shortest - 1;
    while (at < last) {
      int shift = shifts[slot(text, at)];
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
