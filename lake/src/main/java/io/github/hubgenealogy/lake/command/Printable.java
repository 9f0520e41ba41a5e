package io.github.hubgenealogy.lake.command;

/**
 * Text from outside made safe for a terminal or a log line: what would move the cursor, hide or
 * reorder text is spelt out.
 */
public final class Printable {
  private Printable() {}

  /**
   * One line: control, bidirectional, invisible and unpaired characters become escapes of four
   * digits.
   */
  public static String line(String text) {
    StringBuilder safe = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        if (safe != null) {
          safe.append(c).append(text.charAt(i + 1));
        }
        i++;
        continue;
      }
      if (isUnsafe(c)) {
        if (safe == null) {
          safe = new StringBuilder(text.length() + 16).append(text, 0, i);
        }
        safe.append(String.format("\\u%04x", (int) c));
      } else if (safe != null) {
        safe.append(c);
      }
    }
    return safe == null ? text : safe.toString();
  }

  private static boolean isUnsafe(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          true;
      default -> false;
    };
  }
}
