package io.github.hubgenealogy.jobs.cards;

import java.util.regex.Pattern;

/**
 * Says what is odd about a card's fences, in words for {@code parse_error}; the status is {@link
 * FrontMatter}'s alone.
 */
final class Fences {
  /** Enough for a front matter that stands too low to be one. */
  private static final int LOOKED_AT = 65_536;

  private static final Pattern ODD_FENCE =
      Pattern.compile("\\A\\s*---(-+|[ \\t]+)[ \\t]*(?:\\R|\\z)");
  private static final Pattern ODD_CLOSING =
      Pattern.compile("(?:\\n|\\r)(----+|--|—|–––|___|\\.\\.\\.)[ \\t]*(?:\\R|\\z)");
  private static final Pattern BLOCK_BELOW =
      Pattern.compile("(?:\\n|\\r)---[ \\t]*\\R[ \\t]*[A-Za-z_-]+:[ \\t\\r\\n]");
  private static final Pattern FIRST_KEY = Pattern.compile("\\A\\s*([a-z_-]+):(?:[ \\t]|\\R)");
  private static final Pattern SECOND_BLOCK =
      Pattern.compile("\\A\\s*---[ \\t]*\\R[ \\t]*[A-Za-z_-]+:(?:[ \\t]|\\R)");

  private Fences() {}

  /** What is odd, or null. */
  static String remark(String text, FrontMatter matter) {
    return switch (matter.status()) {
      case NO_FRONT_MATTER -> without(head(text));
      case UNCLOSED ->
          ODD_CLOSING.matcher(head(text)).find()
              ? "no closing fence, but a line that may have been meant as one"
              : "no closing fence";
      case EMPTY -> matter.bodyFrom() > 0 ? "nothing between the fences" : null;
      case OK -> second(text, matter);
      case INVALID_YAML,
          NOT_A_MAPPING,
          TOO_LARGE,
          TOO_DEEP,
          TOO_MANY_ALIASES,
          UNDECODABLE,
          MISSING,
          GATED,
          NOT_FETCHED ->
          null;
    };
  }

  private static String without(String head) {
    var odd = ODD_FENCE.matcher(head);
    if (odd.find()) {
      return odd.group(1).isBlank()
          ? "blanks after the opening fence"
          : "more than three dashes in the opening fence";
    }
    var first = FIRST_KEY.matcher(head);
    if (first.find() && Keys.isRead(first.group(1))) {
      return "no opening fence above what looks like front matter";
    }
    return BLOCK_BELOW.matcher(head).find() ? "text above the front matter" : null;
  }

  private static String second(String text, FrontMatter matter) {
    if (matter.bodyFrom() >= text.length() || !startsWithDash(text, matter.bodyFrom())) {
      return null;
    }
    String body =
        text.substring(matter.bodyFrom(), Math.min(text.length(), matter.bodyFrom() + LOOKED_AT));
    return SECOND_BLOCK.matcher(body).find()
        ? "a second front matter follows, which is not read"
        : null;
  }

  private static boolean startsWithDash(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    return text.startsWith("---", at);
  }

  private static String head(String text) {
    return text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
  }
}
