package io.github.hubgenealogy.jobs.cards;

import io.github.hubgenealogy.lake.id.ClaimedId;
import java.util.ArrayList;
import java.util.List;

/**
 * One value as the words it means, whether its author wrote a string, a list, a comma list, a map
 * or a number. Blanks around words go, empty words and nulls too; nothing else is changed.
 */
final class Words {
  private static final List<String> NAMES = List.of("name", "id", "model", "value", "type");

  private static final String[] ONE = {""};

  private Words() {}

  /** All words, a string cut at its commas. */
  static List<String> list(Node node) {
    List<String> words = new ArrayList<>();
    collect(node, words, true);
    return stripped(words);
  }

  /** All words, a string whole: for values that may hold a comma of their own. */
  static List<String> whole(Node node) {
    List<String> words = new ArrayList<>();
    collect(node, words, false);
    return stripped(words);
  }

  private static List<String> stripped(List<String> words) {
    words.replaceAll(String::strip);
    return words;
  }

  /**
   * Model ids as written, blanks around them included: a string is cut at its commas only if each
   * part is then an id.
   */
  static List<String> ids(Node node) {
    List<String> words = new ArrayList<>();
    collect(node, words, false);
    List<String> ids = new ArrayList<>();
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

  /** The first word, whole, or null. */
  static String first(Node node) {
    List<String> words = whole(node);
    return words.isEmpty() ? null : words.get(0);
  }

  private static void collect(Node node, List<String> words, boolean cut) {
    if (node instanceof Node.Scalar scalar) {
      if (cut && !scalar.number()) {
        cut(scalar.text(), words);
      } else {
        add(scalar.text(), words);
      }
    } else if (node instanceof Node.Items items) {
      // Inside a list a comma is the author's own.
      items.items().forEach(item -> collect(item, words, false));
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
  private static void entries(Node.Entries map, List<String> words) {
    for (String name : NAMES) {
      if (map.entries().get(name) instanceof Node.Scalar scalar) {
        add(scalar.text(), words);
        return;
      }
    }
    map.entries().keySet().forEach(key -> add(key, words));
  }

  private static void add(String text, List<String> words) {
    if (!text.isBlank()) {
      words.add(text);
    }
  }
}
