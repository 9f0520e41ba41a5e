package io.github.hubgenealogy.jobs.hubstats;

import java.util.ArrayList;
import java.util.List;

/**
 * A list of texts as Python prints it, {@code ['a', "b's"]}, which is how pandas leaves lists in a
 * CSV; a text without brackets is a list of itself.
 */
final class PythonList {
  private PythonList() {}

  /** The texts; none of a null, an empty text, nan or None. */
  static String[] parse(String text) {
    if (text == null) {
      return new String[0];
    }
    String stripped = text.strip();
    if (stripped.isEmpty() || stripped.equals("nan") || stripped.equals("None")) {
      return new String[0];
    }
    if (!stripped.startsWith("[")) {
      return new String[] {stripped};
    }
    List<String> found = new ArrayList<>();
    for (int i = 1; i < stripped.length(); i++) {
      char quote = stripped.charAt(i);
      if (quote == '\'' || quote == '"') {
        StringBuilder one = new StringBuilder();
        for (i++; i < stripped.length() && stripped.charAt(i) != quote; i++) {
          if (stripped.charAt(i) == '\\' && i + 1 < stripped.length()) {
            i++;
          }
          one.append(stripped.charAt(i));
        }
        found.add(one.toString());
      }
    }
    return found.toArray(String[]::new);
  }
}
