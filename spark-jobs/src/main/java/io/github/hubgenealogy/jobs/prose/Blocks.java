package io.github.hubgenealogy.jobs.prose;

import java.util.regex.Pattern;

/**
 * Cuts a card's body into paragraphs, headings, items, rows and blocks of code, as far as Markdown
 * matters here. Comments are left out; what follows the heading of a quoted card is somebody else's
 * text and is not shown.
 */
final class Blocks {
  /** Told of each block in order; says whether it wants more. */
  interface Visitor {
    boolean paragraph(int from, int end);

    boolean code(int from, int end);
  }

  private static final Pattern QUOTED_CARD =
      Pattern.compile(
          "\\boriginal\\b.{0,60}\\b(?:card|read-?me|description)\\b", Pattern.CASE_INSENSITIVE);

  private final String text;
  private final int longestLine;
  private int passedOver;

  private Blocks(String text, int longestLine) {
    this.text = text;
    this.longestLine = longestLine;
  }

  /**
   * Shows a text to a visitor.
   *
   * @param longestLine a longer line outside of code is no prose, ends a block and is not shown
   * @return how many there were
   */
  static int walk(String text, int longestLine, Visitor visitor) {
    Blocks blocks = new Blocks(text, longestLine);
    blocks.walk(visitor);
    return blocks.passedOver;
  }

  private void walk(Visitor visitor) {
    int from = -1;
    int at = 0;
    boolean more = true;
    while (more && at < text.length()) {
      int end = lineEnd(at);
      int next = Math.min(text.length(), end + 1);
      int first = skipBlanks(at, end);
      boolean fence = text.startsWith("```", first) || text.startsWith("~~~", first);
      boolean comment = text.startsWith("<!--", first);
      boolean data = first < end && !fence && !comment && end - at > longestLine;
      boolean apart = first == end || fence || comment || data || begins(text, first, end);
      if (apart && from >= 0) {
        more = visitor.paragraph(from, at);
        from = -1;
      }
      if (fence) {
        int close = closing(first, next);
        more &= visitor.code(next, Math.max(next, close));
        at = close >= text.length() ? close : Math.min(text.length(), lineEnd(close) + 1);
      } else if (comment) {
        int close = text.indexOf("-->", first + 4);
        at = close < 0 ? text.length() : close + 3;
      } else if (data) {
        passedOver++;
        at = next;
      } else if (first < end && isQuotedCard(first, end)) {
        return;
      } else {
        if (from < 0 && first < end) {
          from = first;
        }
        at = next;
        if (from >= 0 && endsBlock(first, end)) {
          more &= visitor.paragraph(from, end);
          from = -1;
        }
      }
    }
    if (more && from >= 0) {
      visitor.paragraph(from, text.length());
    }
  }

  private int lineEnd(int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }

  private int skipBlanks(int at, int end) {
    int first = at;
    while (first < end && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    return first;
  }

  /** Whether a line begins a block: an item, a heading, a row, a quote or a tag. */
  static boolean begins(String text, int first, int end) {
    char c = text.charAt(first);
    char second = first + 1 < end ? text.charAt(first + 1) : '\n';
    return c == '#'
        || c == '|'
        || c == '>'
        || c == '<'
        || ((c == '-' || c == '*' || c == '+') && (second == ' ' || second == '\t'))
        || (Character.isDigit(c) && (second == '.' || second == ')'));
  }

  /** Whether nothing of the next line belongs to this one. */
  private boolean endsBlock(int first, int end) {
    char c = text.charAt(first);
    return c == '#'
        || c == '|'
        || text.startsWith("  ", Math.max(first, end - 2))
        || text.startsWith("<br>", Math.max(first, end - 4))
        || text.startsWith("\\", Math.max(first, end - 1));
  }

  private boolean isQuotedCard(int first, int end) {
    int last = end;
    while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    boolean heading = text.charAt(first) == '#' || text.charAt(last - 1) == ':';
    return heading && end - first <= 200 && QUOTED_CARD.matcher(text).region(first, end).find();
  }

  /** The line that closes a block of code, or the text's end. */
  private int closing(int first, int next) {
    String mark = text.substring(first, first + 3);
    int at = next;
    while (at < text.length()) {
      int end = lineEnd(at);
      if (text.startsWith(mark, skipBlanks(at, end))) {
        return at;
      }
      at = Math.min(text.length(), end + 1);
    }
    return at;
  }
}
