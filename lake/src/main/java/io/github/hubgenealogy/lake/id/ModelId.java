package io.github.hubgenealogy.lake.id;

import java.util.Comparator;
import java.util.Locale;

/**
 * The grammar of a model id: {@code owner/name}, or a bare {@code name} for the few old
 * repositories without an owner. The Hub's client library allows word characters, hyphens and dots,
 * at most 96 a name; the Hub itself lists some longer names and a comma, so that what is listed is
 * taken as it is and this grammar judges only what is claimed.
 */
public final class ModelId {
  /** The longest segment that the Hub was seen to list is 180 characters. */
  private static final int MAX_SEGMENT = 255;

  /**
   * Ids in the order of their UTF-8 bytes, unsigned: the order of every table. {@code
   * String.compareTo} differs above U+D800.
   */
  public static final Comparator<String> UTF8_ORDER = ModelId::compare;

  private ModelId() {}

  private static int compare(String a, String b) {
    int both = Math.min(a.length(), b.length());
    for (int i = 0; i < both; i++) {
      if (a.charAt(i) != b.charAt(i)) {
        return rank(a.charAt(i)) - rank(b.charAt(i));
      }
    }
    return a.length() - b.length();
  }

  /** Where a character stands: what surrogates write comes after all that one character writes. */
  private static int rank(char c) {
    if (c < Character.MIN_SURROGATE) {
      return c;
    }
    return Character.isSurrogate(c)
        ? c + (Character.MAX_VALUE - Character.MAX_SURROGATE)
        : c - (Character.MAX_SURROGATE - Character.MIN_SURROGATE + 1);
  }

  /** Whether the text is an {@code owner/name} that a repository could have. */
  public static boolean isOwned(String text) {
    int slash = text.indexOf('/');
    return slash > 0
        && text.indexOf('/', slash + 1) < 0
        && isSegment(text, 0, slash)
        && isSegment(text, slash + 1, text.length());
  }

  /** Whether the text is a name alone that a repository could have. */
  public static boolean isBare(String text) {
    return text.indexOf('/') < 0 && isSegment(text, 0, text.length());
  }

  /** Whether a listed id, however odd, can stand in a URL path without leaving its place. */
  public static boolean isPathSafe(String id) {
    if (id.isEmpty() || id.length() > 2 * MAX_SEGMENT + 1) {
      return false;
    }
    String[] segments = id.split("/", -1);
    if (segments.length > 2) {
      return false;
    }
    for (String segment : segments) {
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
        return false;
      }
    }
    return id.chars()
        .noneMatch(c -> c <= ' ' || c == 0x7f || c == '\\' || Character.isSurrogate((char) c));
  }

  /** The owner's name, or null for a bare name. */
  public static String owner(String id) {
    int slash = id.indexOf('/');
    return slash < 0 ? null : id.substring(0, slash);
  }

  /** ASCII case folded, as the Hub's own redirects treat case; other letters stay. */
  public static String caseFold(String id) {
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        return asciiLower(id);
      }
    }
    return id;
  }

  private static String asciiLower(String id) {
    boolean ascii = id.chars().allMatch(c -> c < 0x80);
    if (ascii) {
      return id.toLowerCase(Locale.ROOT);
    }
    StringBuilder folded = new StringBuilder(id);
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        folded.setCharAt(i, (char) (c + 32));
      }
    }
    return folded.toString();
  }

  private static boolean isSegment(String text, int from, int to) {
    int length = to - from;
    if (length < 1 || length > MAX_SEGMENT || !isWord(text.charAt(from))) {
      return false;
    }
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean dot = c == '.';
      if (!isWord(c) && c != '-' && !dot) {
        return false;
      }
      if (dot && i + 1 < to && text.charAt(i + 1) == '.') {
        return false;
      }
    }
    return true;
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
