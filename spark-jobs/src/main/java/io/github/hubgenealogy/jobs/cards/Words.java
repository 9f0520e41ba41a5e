package io.github.hubgenealogy.jobs.cards;

import io.github.hubgenealogy.lake.id.ClaimedId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The values of one card as the words they mean, whether their author wrote a string, a list, a
 * comma list, a map or a number. Blanks around words go, empty words and nulls too; nothing else is
 * changed, and what is left out is counted.
 */
final class Words {
  private static final List<String> NAMES = List.of("name", "id", "model", "value", "type");
  private static final String[] ONE = {""};

  private long dropped;

  /** How many values were left out so far. */
  long dropped() {
    return dropped;
  }

  /** Counts a value that has no column. */
  void drop(Node node) {
    dropped += leaves(node);
  }

  /** Takes one value that was counted back. */
  void keep() {
    dropped--;
  }

  /** All words, a string cut at its commas. */
  List<String> list(Node node) {
    List<String> words = new ArrayList<>();
    collect(node, words, true);
    words.replaceAll(String::strip);
    return words;
  }

  /** The first word, whole, since it may hold a comma of its own; or null. */
  String first(Node node) {
    if (node == null) {
      return null;
    }
    List<String> words = new ArrayList<>();
    collect(node, words, false);
    dropped += Math.max(0, words.size() - 1);
    return words.isEmpty() ? null : words.get(0).strip();
  }

  /**
   * Model ids as written, blanks around them included: a string is cut at its commas only if each
   * part is then an id.
   */
  List<String> ids(Node node) {
    List<String> words = new ArrayList<>();
    collect(node, words, false);
    List<String> ids = new ArrayList<>(words.size());
    for (String word : words) {
      String[] parts = word.indexOf(',') < 0 ? ONE : word.split(",");
      boolean each = parts.length > 1;
      for (int i = 0; i < parts.length && each; i++) {
        each = ClaimedId.of(parts[i]).shape() == ClaimedId.Shape.OWNED;
      }
      if (each) {
        for (String part : parts) {
          ids.add(part.strip());
        }
      } else {
        ids.add(word);
      }
    }
    return ids;
  }

  private void collect(Node node, List<String> words, boolean cut) {
    if (node instanceof Node.Scalar scalar) {
      if (cut && !scalar.number()) {
        cut(scalar.text(), words);
      } else {
        add(scalar.text(), words);
      }
    } else if (node instanceof Node.Items items) {
      // Inside a list a comma is the author's own.
      for (Node item : items.items()) {
        collect(item, words, false);
      }
    } else if (node instanceof Node.Entries map) {
      entries(map, words);
    }
  }

  private static void cut(String text, List<String> words) {
    int from = 0;
    for (int at = 0; at <= text.length(); at++) {
      char c = at == text.length() ? ',' : text.charAt(at);
      if (c == ',' || c == ';' || c == '\n') {
        add(text.substring(from, at), words);
        from = at + 1;
      }
    }
  }

  /** A map where words belong: the value of the entry that names the thing, else its keys. */
  private void entries(Node.Entries map, List<String> words) {
    for (String name : NAMES) {
      if (map.entries().get(name) instanceof Node.Scalar scalar) {
        add(scalar.text(), words);
        dropped += leaves(map) - leaves(scalar);
        return;
      }
    }
    for (Map.Entry<String, Node> entry : map.entries().entrySet()) {
      add(entry.getKey(), words);
      dropped += leaves(entry.getValue());
    }
  }

  private static void add(String text, List<String> words) {
    if (!text.isBlank()) {
      words.add(text);
    }
  }

  /** Single values that are not blank; depth is bounded by the reader's own limit. */
  private static long leaves(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return scalar.text().isBlank() ? 0 : 1;
    }
    long leaves = 0;
    if (node instanceof Node.Items items) {
      for (Node item : items.items()) {
        leaves += leaves(item);
      }
    } else if (node instanceof Node.Entries map) {
      for (Node value : map.entries().values()) {
        leaves += leaves(value);
      }
    }
    return leaves;
  }
}
