package io.github.hubgenealogy.jobs.prose;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the places where a word begins that some phrase may begin with, in one pass that looks at
 * one character in two to four: the pair that ends in it says how far the next such word can be at
 * the nearest (Wu and Manber, "A fast algorithm for multi-pattern searching", 1994). The case of
 * ASCII letters does not count.
 *
 * <p>A word begins at a letter before which stands neither a letter nor a digit.
 */
final class Starts {
  private static final int LETTERS = 32;
  private static final int ASCII = 128;
  private static final byte BLANK = 27;
  private static final byte[] CLASSES = letters();

  private final int shortest;
  private final byte[] shifts = new byte[LETTERS * LETTERS];

  /** The beginnings whose first characters end in a pair; null where there are none. */
  private final Beginning[][] ending = new Beginning[LETTERS * LETTERS][];

  /** A lower-case word, and the phrases that may begin with it, as bits. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares it
  private record Beginning(char[] word, long phrases) {}

  /**
   * Prepares.
   *
   * @param phrases for each phrase the words it may begin with, or their beginnings: lower case, of
   *     ASCII letters and blanks, two letters at least; 64 phrases at most
   */
  Starts(List<List<String>> phrases) {
    if (phrases.size() > Long.SIZE) {
      throw new IllegalArgumentException("64 phrases at most");
    }
    shortest = phrases.stream().flatMap(List::stream).mapToInt(String::length).min().orElseThrow();
    if (shortest < 2) {
      throw new IllegalArgumentException("two letters at least");
    }
    Arrays.fill(shifts, (byte) shortest);
    Map<String, Long> beginnings = new TreeMap<>();
    for (int n = 0; n < phrases.size(); n++) {
      for (String word : phrases.get(n)) {
        beginnings.merge(word, 1L << n, (a, b) -> a | b);
      }
    }
    beginnings.forEach((word, of) -> prepare(new Beginning(word.toCharArray(), of)));
  }

  private void prepare(Beginning beginning) {
    char[] word = beginning.word();
    for (int other = 0; other < LETTERS; other++) {
      shorten(other * LETTERS + letter(word[0]), shortest - 1);
    }
    for (int i = 1; i < shortest; i++) {
      shorten(pair(word, i), shortest - 1 - i);
    }
    int slot = pair(word, shortest - 1);
    Beginning[] known = ending[slot] == null ? new Beginning[0] : ending[slot];
    ending[slot] = Arrays.copyOf(known, known.length + 1);
    ending[slot][known.length] = beginning;
  }

  private void shorten(int slot, int shift) {
    shifts[slot] = (byte) Math.min(shifts[slot], shift);
  }

  private static byte[] letters() {
    byte[] letters = new byte[ASCII];
    for (int i = 1; i <= 26; i++) {
      letters['a' + i - 1] = (byte) i;
      letters['A' + i - 1] = (byte) i;
    }
    letters[' '] = BLANK;
    return letters;
  }

  /** 1 to 26 for a letter, 27 for a blank, 0 for anything else. */
  private static int letter(char c) {
    return c < ASCII ? CLASSES[c] : 0;
  }

  /** The slot of the two characters that end at a place. */
  private static int pair(char[] text, int last) {
    return letter(text[last - 1]) * LETTERS + letter(text[last]);
  }

  /**
   * The first place at or after {@code from} where one of the words begins and ends before {@code
   * end}; {@code end} where there is none.
   *
   * @param first where the text begins: what stands before does not count
   */
  int next(char[] text, int first, int from, int end) {
    int at = from + shortest - 1;
    while (at < end) {
      int slot = pair(text, at);
      int shift = shifts[slot];
      if (shift == 0) {
        int place = at - shortest + 1;
        if (beginsWord(text, first, place) && among(ending[slot], text, place, end) != 0) {
          return place;
        }
        shift = 1;
      }
      at += shift;
    }
    return end;
  }

  /** The phrases, as bits by their positions, of which a word begins at a place. */
  long at(char[] text, int place, int end) {
    return place + shortest > end
        ? 0
        : among(ending[pair(text, place + shortest - 1)], text, place, end);
  }

  private static boolean beginsWord(char[] text, int first, int place) {
    if (place == first) {
      return true;
    }
    char before = text[place - 1];
    return before < ASCII
        ? letter(before) % BLANK == 0 && (before < '0' || before > '9')
        : !Character.isLetter(before);
  }

  private static long among(Beginning[] beginnings, char[] text, int place, int end) {
    long found = 0;
    if (beginnings != null) {
      for (Beginning each : beginnings) {
        if (isAt(each.word(), text, place, end)) {
          found |= each.phrases();
        }
      }
    }
    return found;
  }

  private static boolean isAt(char[] word, char[] text, int place, int end) {
    if (place + word.length > end) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      char c = text[place + i];
      char wanted = word[i];
      if (c != wanted && (c >= 'a' || (c | 0x20) != wanted || wanted == ' ')) {
        return false;
      }
    }
    return true;
  }
}
