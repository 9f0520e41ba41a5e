package io.github.hubgenealogy.jobs.cards;

/**
 * Finds a card's front matter as the Hub does. The rule is the expression that huggingface_hub's
 * {@code repocard.py} calls the same as the server's, {@code
 * ^(\s*---(?:\r\n|\r|\n))([\S\s]*?)((?:\r\n|\r|\n)---[ \t]*(\r\n|\n|$))}, with JavaScript's meaning
 * of a blank, which includes the byte-order mark; written as one scan, linear in the text.
 *
 * @param status OK where there is a front matter, else why not
 * @param from where it begins in the text
 * @param to where it ends
 * @param bodyFrom where the rest begins; 0 where there is no front matter
 */
public record FrontMatter(ParseStatus status, int from, int to, int bodyFrom) {

  /** Searches. */
  public static FrontMatter find(String text) {
    int fence = 0;
    while (fence < text.length() && isBlank(text.charAt(fence))) {
      fence++;
    }
    if (fence == text.length()) {
      return none(ParseStatus.EMPTY);
    }
    if (!text.startsWith("---", fence)) {
      return none(ParseStatus.NO_FRONT_MATTER);
    }
    int from = afterBreak(text, fence + 3);
    if (from < 0) {
      return none(ParseStatus.NO_FRONT_MATTER);
    }
    for (int at = text.indexOf("---", from); at >= 0; at = text.indexOf("---", at + 1)) {
      if (at == from || !isBreak(text.charAt(at - 1))) {
        continue;
      }
      int body = closing(text, at + 3);
      if (body >= 0) {
        int to = at - 1;
        if (text.charAt(to) == '\n' && to > from && text.charAt(to - 1) == '\r') {
          to--;
        }
        return new FrontMatter(ParseStatus.OK, from, to, body);
      }
    }
    int body = text.startsWith("---", from) ? closing(text, from + 3) : -1;
    if (body < 0) {
      return none(ParseStatus.UNCLOSED);
    }
    // Fence upon fence does not match, but in CRLF the line feed alone serves as the second one's
    // break.
    return text.charAt(from - 1) == '\n' && text.charAt(from - 2) == '\r'
        ? new FrontMatter(ParseStatus.OK, from - 1, from - 1, body)
        : new FrontMatter(ParseStatus.EMPTY, from, from, body);
  }

  private static FrontMatter none(ParseStatus status) {
    return new FrontMatter(status, 0, 0, 0);
  }

  /** The place after a line break at {@code at}, or −1; a lone carriage return is one. */
  private static int afterBreak(String text, int at) {
    if (at >= text.length() || !isBreak(text.charAt(at))) {
      return -1;
    }
    return text.startsWith("\r\n", at) ? at + 2 : at + 1;
  }

  /**
   * The place after what may follow a closing fence, or −1: blanks, then the end, or a break that
   * is no lone carriage return.
   */
  private static int closing(String text, int fenceEnd) {
    int at = fenceEnd;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    if (at == text.length()) {
      return at;
    }
    if (text.charAt(at) == '\n') {
      return at + 1;
    }
    return text.startsWith("\r\n", at) ? at + 2 : -1;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  /** JavaScript's {@code \s}. */
  private static boolean isBlank(char c) {
    return (c >= '\t' && c <= '\r')
        || c == ' '
        || c == '\u00a0'
        || c == '\u1680'
        || (c >= '\u2000' && c <= '\u200a')
        || c == '\u2028'
        || c == '\u2029'
        || c == '\u202f'
        || c == '\u205f'
        || c == '\u3000'
        || c == '\ufeff';
  }
}
