package io.github.hubgenealogy.jobs.cards;

import java.util.List;
import java.util.Map;

/**
 * A value of a front matter: YAML or JSON, without its spelling. An alias is the very node it
 * names.
 */
public sealed interface Node {

  /**
   * How many values it holds, itself and keys included, aliases counted as what they stand for;
   * stays at the maximum.
   */
  long size();

  /**
   * A single value, by its written text: {@code no}, {@code 010} and {@code 0.10} stay what they
   * are.
   *
   * @param number whether it is an unquoted number
   * @param truth whether it is an unquoted true or false
   */
  record Scalar(String text, boolean number, boolean truth) implements Node {
    @Override
    public long size() {
      return 1;
    }
  }

  /** No value: nothing, {@code null} or {@code ~}. */
  record Nothing() implements Node {
    @Override
    public long size() {
      return 1;
    }
  }

  /** A list. */
  record Items(List<Node> items, long size) implements Node {}

  /** A map; keys in the order of their first appearance. */
  record Entries(Map<String, Node> entries, long size) implements Node {}
}
