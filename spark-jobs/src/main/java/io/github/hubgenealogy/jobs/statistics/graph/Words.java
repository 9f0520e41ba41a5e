package io.github.hubgenealogy.jobs.statistics.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts by number, in the order in which they were first met; −1 stands for none. */
public final class Words {
  /** Between the members of a set that is written as one text. */
  static final String SEPARATOR = "\n";

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> words = new ArrayList<>();

  /** The number of a word, a new one if need be. */
  public int number(String word) {
    Integer known = numbers.putIfAbsent(word, words.size());
    if (known == null) {
      words.add(word);
      return words.size() - 1;
    }
    return known;
  }

  public int size() {
    return words.size();
  }

  public String word(int number) {
    return words.get(number);
  }

  /** The members of a set of words, in their order. */
  public String[] members(int number) {
    return words.get(number).split(SEPARATOR);
  }
}
