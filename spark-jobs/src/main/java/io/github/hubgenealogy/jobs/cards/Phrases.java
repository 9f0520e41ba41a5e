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

  /** The phrases whose first characters end in a block, as bits. */
  private final long[] ending = new long[TABLE];

  /** Prepares; 64 phrases at most, each of three characters at least. */
  Phrases(List<String> phrases) {
    this.phrases = List.copyOf(phrases);
    this.shortest =
        Math.min(Byte.MAX_VALUE, phrases.stream().mapToInt(String::length).min().orElseThrow());
    if (shortest < BLOCK || phrases.size() > Long.SIZE) {
      throw new IllegalArgumentException("3 characters at least, 64 phrases at most");
    }
    Arrays.fill(shifts, (byte) (shortest - BLOCK + 1));
    for (int n = 0; n < phrases.size(); n++) {
      String phrase = phrases.get(n);
      ending[slot(phrase, shortest - 1)] |= 1L << n;
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
      int slot = slot(text, at);
      int shift = shifts[slot];
      if (shift == 0) {
        found |= among(ending[slot] & ~found, text, at - shortest + 1);
        shift = 1;
      }
      at += shift;
    }
    return found;
  }

  private long among(long candidates, String text, int from) {
    long found = 0;
    for (long left = candidates; left != 0; left &= left - 1) {
      int n = Long.numberOfTrailingZeros(left);
      if (text.startsWith(phrases.get(n), from)) {
        found |= 1L << n;
      }
    }
    return found;
  }
}
