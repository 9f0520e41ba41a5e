package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.chance.Chance;
import io.github.hubgenealogy.simulator.chance.Question;

/**
 * The Hub's keys and commits. A key's first eight digits are the creation in seconds, its last six
 * the number, so that the order of keys is the order of creation (hub-api §1.4).
 */
final class Keys {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final Chance chance;

  Keys(Chance chance) {
    this.chance = chance;
  }

  String key(long createdSecond, int number) {
    char[] key = new char[24];
    put(key, 0, 8, createdSecond);
    put(key, 8, 10, chance.bits(createdSecond, Question.KEY));
    put(key, 18, 6, number);
    return new String(key);
  }

  /** A commit's 40 digits; commit 0 is the head, higher ones are older. */
  String commit(long subject, int age) {
    char[] sha = new char[40];
    put(sha, 0, 16, chance.bits(subject, Question.SHA, 3 * age));
    put(sha, 16, 16, chance.bits(subject, Question.SHA, 3 * age + 1));
    put(sha, 32, 8, chance.bits(subject, Question.SHA, 3 * age + 2));
    return new String(sha);
  }

  /** The hash of a model's weights, if it had any. */
  String sha256(long subject) {
    char[] hash = new char[64];
    for (int i = 0; i < 4; i++) {
      put(hash, 16 * i, 16, chance.bits(subject, Question.STORAGE, i));
    }
    return new String(hash);
  }

  private static void put(char[] text, int at, int digits, long number) {
    for (int i = 0; i < digits; i++) {
      text[at + i] = HEX[(int) (number >>> (4 * (digits - 1 - i))) & 15];
    }
  }
}
