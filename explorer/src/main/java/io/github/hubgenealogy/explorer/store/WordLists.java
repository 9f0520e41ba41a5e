package io.github.hubgenealogy.explorer.store;

import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Texts that repeat, by the numbers that stand for them in the index; at 0 what stands for none.
 */
record WordLists(
    List<String> tasks,
    List<String> libraries,
    List<String> modelTypes,
    List<String> rules,
    List<List<String>> licences,
    List<List<String>> sources,
    List<List<String>> policies) {

  static WordLists read(IndexDatabase index) {
    return new WordLists(
        words(index, "tasks"),
        words(index, "libraries"),
        words(index, "model-types"),
        words(index, "rules"),
        lists(index, "licences", List.of()),
        lists(index, "source-lists", List.of("card")),
        lists(index, "policy-lists", List.of()));
  }

  private static List<String> words(IndexDatabase index, String statement) {
    List<String> words = new ArrayList<>();
    words.add(null);
    words.addAll(index.rows(statement, row -> row.getString(1)));
    return words;
  }

  private static List<List<String>> lists(
      IndexDatabase index, String statement, List<String> none) {
    List<List<String>> lists = new ArrayList<>();
    lists.add(none);
    lists.addAll(index.rows(statement, row -> texts(row.getArray(1))));
    return lists;
  }

  /** A list of texts as the driver gives it; empty for null. */
  static List<String> texts(Array array) throws SQLException {
    return array == null
        ? List.of()
        : Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
  }
}
