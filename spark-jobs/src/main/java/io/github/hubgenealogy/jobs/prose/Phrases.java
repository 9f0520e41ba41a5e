package io.github.hubgenealogy.jobs.prose;

import java.util.ArrayList;
import java.util.List;

/**
 * The rules by the first two letters of their phrases, so that most words of a text cost one look
 * into an array.
 */
final class Phrases {
  private static final int LETTERS = 26;

  private final List<List<ProseRule>> byLetters = new ArrayList<>();

  Phrases() {
    for (int i = 0; i < LETTERS * LETTERS; i++) {
      byLetters.add(null);
    }
    for (ProseRule rule : ProseRule.values()) {
      for (String start : rule.starts()) {
        int place = place(start.charAt(0), start.charAt(1));
        List<ProseRule> known = byLetters.get(place);
        List<ProseRule> grown = known == null ? new ArrayList<>() : new ArrayList<>(known);
        grown.add(rule);
        byLetters.set(place, List.copyOf(grown));
      }
    }
  }

  /** The rules whose phrase may begin with two letters of any case; null where there are none. */
  List<ProseRule> of(char first, char second) {
    int place = place(first, second);
    return place < 0 ? null : byLetters.get(place);
  }

  private static int place(char first, char second) {
    int row = (first | 0x20) - 'a';
    int column = (second | 0x20) - 'a';
    return row < 0 || row >= LETTERS || column < 0 || column >= LETTERS
        ? -1
        : row * LETTERS + column;
  }
}
