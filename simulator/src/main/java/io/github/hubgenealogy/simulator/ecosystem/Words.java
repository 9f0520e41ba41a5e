package io.github.hubgenealogy.simulator.ecosystem;

import java.math.BigInteger;

/**
 * A bijection between numbers below {@link #COUNT} and invented words of four syllables. Every name
 * holds the word of its number, so that names never collide and lead back to their number without a
 * table.
 */
final class Words {
  /** How many words there are: 80 syllables, four a word. */
  static final int COUNT = 80 * 80 * 80 * 80;

  /** The letters of a word. */
  static final int LENGTH = 8;

  private static final String CONSONANTS = "bdfghjklmnprstvz";
  private static final String VOWELS = "aeiou";
  // Coprime with 80^4 = 2^16 * 5^4, so that multiplication permutes the numbers.
  private static final long MULTIPLIER = 15_485_863;
  private static final long INVERSE =
      BigInteger.valueOf(MULTIPLIER).modInverse(BigInteger.valueOf(COUNT)).longValueExact();

  /** The letters of a short word. */
  static final int SHORT_LENGTH = 6;

  private static final long SHORT_COUNT = 512_000;
  private static final long SHORT_MULTIPLIER = 271_829;
  private static final long SHORT_INVERSE =
      BigInteger.valueOf(SHORT_MULTIPLIER)
          .modInverse(BigInteger.valueOf(SHORT_COUNT))
          .longValueExact();

  private final long shift;

  Words(long seed) {
    this.shift = Math.floorMod(seed, (long) COUNT);
  }

  /** The word of a number, in lower case. */
  String word(int number) {
    long scrambled = (number * MULTIPLIER + shift) % COUNT;
    char[] letters = new char[LENGTH];
    for (int at = LENGTH - 2; at >= 0; at -= 2) {
      int syllable = (int) (scrambled % 80);
      letters[at] = CONSONANTS.charAt(syllable / 5);
      letters[at + 1] = VOWELS.charAt(syllable % 5);
      scrambled /= 80;
    }
    return new String(letters);
  }

  /** The number of a word in any case, or −1 where the text is no such word. */
  int number(CharSequence text) {
    if (text.length() != LENGTH) {
      return -1;
    }
    long scrambled = 0;
    for (int at = 0; at < LENGTH; at += 2) {
      int consonant = CONSONANTS.indexOf(lower(text.charAt(at)));
      int vowel = VOWELS.indexOf(lower(text.charAt(at + 1)));
      if (consonant < 0 || vowel < 0) {
        return -1;
      }
      scrambled = scrambled * 80 + consonant * 5L + vowel;
    }
    return (int) (Math.floorMod(scrambled - shift, (long) COUNT) * INVERSE % COUNT);
  }

  /** Three syllables, for owners: not unique, so callers add what makes them so. */
  static String shortWord(int number) {
    int rest = (int) (number * SHORT_MULTIPLIER % SHORT_COUNT);
    char[] letters = new char[SHORT_LENGTH];
    for (int at = 4; at >= 0; at -= 2) {
      int syllable = rest % 80;
      letters[at] = CONSONANTS.charAt(syllable / 5);
      letters[at + 1] = VOWELS.charAt(syllable % 5);
      rest /= 80;
    }
    return new String(letters);
  }

  /** The number below 512,000 of a short word in any case, or −1. */
  static int shortNumber(String text) {
    long scrambled = 0;
    for (int at = 0; at < SHORT_LENGTH; at += 2) {
      int consonant = CONSONANTS.indexOf(lower(text.charAt(at)));
      int vowel = VOWELS.indexOf(lower(text.charAt(at + 1)));
      if (consonant < 0 || vowel < 0) {
        return -1;
      }
      scrambled = scrambled * 80 + consonant * 5L + vowel;
    }
    return (int) (scrambled * SHORT_INVERSE % SHORT_COUNT);
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }
}
