package io.github.hubgenealogy.jobs.prose;

import io.github.hubgenealogy.lake.id.ClaimedId;
import io.github.hubgenealogy.lake.id.ClaimedId.Shape;
import io.github.hubgenealogy.lake.id.ModelId;
import java.util.Locale;
import java.util.Set;

/**
 * A model's name where one begins in a text: a link to its page on the Hub, the page's address,
 * code, or plain words.
 *
 * @param text the name as written: the id where one stands there, else the address
 * @param linked whether it is a link, an address, or code that holds {@code owner/name}
 * @param end the place behind it
 */
record Mention(String text, boolean linked, int end) {
  private static final int MAX_LABEL = 200;
  private static final int MAX_ADDRESS = 400;
  private static final int MAX_NAME = 200;
  private static final String SITE = "huggingface.co/";

  /** What stands in an address behind a model's name; nothing behind a slash at its end. */
  private static final Set<String> PAGES =
      Set.of("", "tree", "blob", "resolve", "raw", "discussions", "commit", "commits");

  /** Words that the name of a checkpoint is made of, and hardly a compound adjective. */
  private static final Set<String> SIZES =
      Set.of("base", "large", "small", "medium", "tiny", "mini", "uncased", "cased", "xl", "xxl");

  /** Reads the mention that begins at a place; null where none does. */
  static Mention at(String text, int from, int end) {
    int at = from;
    while (at < end && isDecoration(text.charAt(at))) {
      at++;
    }
    if (at >= end) {
      return null;
    }
    char c = text.charAt(at);
    if (c == '[') {
      return link(text, at, end);
    }
    if (c == '`') {
      return code(text, at, end);
    }
    if (c == '<') {
      return text.startsWith("<a ", at) ? anchor(text, at, end) : address(text, at + 1, end);
    }
    return text.regionMatches(true, at, "http", 0, 4) || text.startsWith("hf.co/", at)
        ? address(text, at, end)
        : plain(text, at, end);
  }

  private static boolean isDecoration(char c) {
    return c == '*' || c == '_' || c == '"' || c == '\'' || c == '\u201c' || c == '(';
  }

  private static int find(String text, char wanted, int from, int end) {
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (c == wanted) {
        return i;
      }
      if (c == '\n' && wanted != ']') {
        return -1;
      }
    }
    return -1;
  }

  private static int find(String text, String wanted, int from, int end) {
    for (int i = from; i + wanted.length() <= end; i++) {
      if (text.startsWith(wanted, i)) {
        return i;
      }
    }
    return -1;
  }

  private static Mention link(String text, int at, int end) {
    int close = find(text, ']', at + 1, Math.min(end, at + MAX_LABEL));
    if (close < 0 || close + 1 >= end || text.charAt(close + 1) != '(') {
      return null;
    }
    int last = find(text, ')', close + 2, Math.min(end, close + MAX_ADDRESS));
    if (last < 0) {
      return null;
    }
    String label = unmarked(text.substring(at + 1, close));
    String address = text.substring(close + 2, last).strip();
    int title = address.indexOf(' ');
    return named(label, title < 0 ? address : address.substring(0, title), last + 1);
  }

  private static Mention anchor(String text, int at, int end) {
    int limit = Math.min(end, at + MAX_ADDRESS);
    int href = find(text, "href=", at, limit);
    if (href < 0 || href + 6 >= limit) {
      return null;
    }
    int close = find(text, text.charAt(href + 5), href + 6, limit);
    int tag = close < 0 ? -1 : find(text, '>', close, limit);
    int last = tag < 0 ? -1 : find(text, "</a>", tag, Math.min(end, tag + MAX_LABEL));
    return last < 0
        ? null
        : named(unmarked(text.substring(tag + 1, last)), text.substring(href + 6, close), last + 4);
  }

  /**
   * A link to the Hub as a mention. The label is the name where it is an id or the very path of the
   * address, as the tools write it, since that is what a reader sees; else the address is. A page
   * without an owner is an owner's own page unless the label says its name.
   */
  private static Mention named(String label, String address, int end) {
    if (address.isEmpty() && ModelId.isOwned(label)) {
      return new Mention(label, true, end);
    }
    int site = address.toLowerCase(Locale.ROOT).indexOf(SITE);
    if (site < 0 && !address.startsWith("https://hf.co/")) {
      return null;
    }
    if (ModelId.isOwned(label)
        || (site >= 0
            && !label.isEmpty()
            && address.substring(site + SITE.length()).equals(label))) {
      return new Mention(label, true, end);
    }
    if (site >= 0 && isElsewhere(address.substring(site + SITE.length()))) {
      return null;
    }
    ClaimedId page = ClaimedId.of(address);
    boolean model =
        page.shape() == Shape.OWNED || (page.shape() == Shape.BARE && isSameName(label, page.id()));
    return model ? new Mention(address, true, end) : null;
  }

  /** Whether a path goes on behind owner and name with what no page of a model is called. */
  private static boolean isElsewhere(String path) {
    String[] parts = path.split("[?#]", 2)[0].split("/", 4);
    return parts.length > 2 && !PAGES.contains(parts[2]);
  }

  /** Whether a bare id is what the label says; the few bare models have a hyphen or a digit. */
  private static boolean isSameName(String label, String id) {
    if (id.chars().noneMatch(c -> c == '-' || Character.isDigit(c))) {
      return false;
    }
    String said = letters(label);
    String meant = letters(id);
    return said.equals(meant)
        || (said.length() >= 3 && id.split("-").length >= 3 && meant.startsWith(said));
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private static Mention address(String text, int at, int end) {
    int to = at;
    int limit = Math.min(end, at + MAX_ADDRESS);
    while (to < limit && " \t\n\r)>]}\"'`|<,;*".indexOf(text.charAt(to)) < 0) {
      to++;
    }
    while (to > at && ".:!?".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    String address = text.substring(at, to);
    ClaimedId page = ClaimedId.of(address);
    return address.contains(".co/") && page.shape() == Shape.OWNED
        ? new Mention(address, true, to)
        : null;
  }

  private static Mention code(String text, int at, int end) {
    int close = find(text, '`', at + 1, Math.min(end, at + MAX_LABEL));
    String name = close < 0 ? "" : text.substring(at + 1, close).strip();
    if (ModelId.isOwned(name)) {
      return new Mention(name, true, close + 1);
    }
    return looksLikeName(name) ? new Mention(name, false, close + 1) : null;
  }

  private static Mention plain(String text, int at, int end) {
    int to = at;
    int limit = Math.min(end, at + MAX_NAME);
    while (to < limit && isNameCharacter(text.charAt(to))) {
      to++;
    }
    while (to > at && ".-_".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    String name = text.substring(at, to);
    int slash = name.indexOf('/');
    boolean model =
        slash < 0 ? looksLikeName(name) : ModelId.isOwned(name) && isMarked(name, slash + 1);
    return model ? new Mention(name, false, to) : null;
  }

  private static boolean isNameCharacter(char c) {
    return c == '/'
        || c == '-'
        || c == '_'
        || c == '.'
        || (c < 128 && Character.isLetterOrDigit(c));
  }

  /** Whether a name holds what the two sides of "and/or" do not. */
  private static boolean isMarked(String name, int from) {
    boolean letter = false;
    boolean mark = false;
    for (int i = from; i < name.length(); i++) {
      char c = name.charAt(i);
      letter |= Character.isLetter(c);
      mark |= c == '-' || c == '_' || Character.isDigit(c);
    }
    return letter && mark && Character.isLetter(name.charAt(0));
  }

  /** Whether words without an owner are a checkpoint's name rather than a compound word. */
  private static boolean looksLikeName(String name) {
    if (name.indexOf('-') < 0 || !ModelId.isBare(name) || !Character.isLetter(name.charAt(0))) {
      return false;
    }
    for (String part : name.toLowerCase(Locale.ROOT).split("-")) {
      if (SIZES.contains(part)) {
        return true;
      }
    }
    return false;
  }

  private static String unmarked(String label) {
    int from = 0;
    int to = label.length();
    while (from < to && "`*_ \"".indexOf(label.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && "`*_ \"".indexOf(label.charAt(to - 1)) >= 0) {
      to--;
    }
    return label.substring(from, to);
  }
}
