package io.github.hubgenealogy.jobs.prose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

  /** The beginnings whose first characters end in a pair. */
  private final List<List<Beginning>> ending = new ArrayList<>();

  /** Lower-case words that a phrase may begin with. */
  private record Beginning(String word, int phrase) {}

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
    for (int i = 0; i < LETTERS * LETTERS; i++) {
      ending.add(List.of());
    }
    for (int n = 0; n < phrases.size(); n++) {
      for (String word : phrases.get(n)) {
        prepare(new Beginning(word, n));
      }
    }
  }

  private void prepare(Beginning beginning) {
    char[] word = beginning.word().toCharArray();
    for (int other = 0; other < LETTERS; other++) {
      shorten(other * LETTERS + letter(word[0]), shortest - 1);
    }
    for (int i = 1; i < shortest; i++) {
      shorten(pair(word, i), shortest - 1 - i);
    }
    int slot = pair(word, shortest - 1);
    List<Beginning> grown = new ArrayList<>(ending.get(slot));
    grown.add(beginning);
    ending.set(slot, List.copyOf(grown));
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
        if (beginsWord(text, first, place) && among(ending.get(slot), text, place, end) != 0) {
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
        : among(ending.get(pair(text, place + shortest - 1)), text, place, end);
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

  private static long among(List<Beginning> beginnings, char[] text, int place, int end) {
    long found = 0;
    for (int i = 0; i < beginnings.size(); i++) {
      Beginning each = beginnings.get(i);
      if (isAt(each.word(), text, place, end)) {
        found |= 1L << each.phrase();
      }
    }
    return found;
  }

  private static boolean isAt(String word, char[] text, int place, int end) {
    if (place + word.length() > end) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      char c = text[place + i];
      char wanted = word.charAt(i);
      if (c != wanted && (c >= 'a' || (c | 0x20) != wanted || wanted == ' ')) {
        return false;
      }
    }
    return true;
  }
}
