package io.github.hubgenealogy.jobs.cards;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * One-line values of YAML from their bytes. What an unquoted value is, a number, a truth, nothing
 * or text, the full reader's own resolver says wherever the first character leaves a doubt.
 */
final class PlainScalars {
  /** No unquoted word of fewer letters is anything but text. */
  private static final int LONGEST_WORD = 5;

  private static final int LONGEST_NUMBER = 15;
  private static final Set<String> TRUTHS =
      Set.of("true", "True", "TRUE", "false", "False", "FALSE");
  private static final Set<String> NOTHINGS = Set.of("null", "Null", "NULL", "~");
  private static final int CACHE_BITS = 10;
  private static final int LONGEST_CACHED = 48;

  private final Resolver resolver = new Resolver();

  /** Keys as last seen, by a hash of their bytes: most cards have the same ones. */
  private final String[] keys = new String[1 << CACHE_BITS];

  /** A key's text. */
  String key(byte[] text, int from, int to) {
    if (to - from > LONGEST_CACHED) {
      return string(text, from, to);
    }
    int hash = 0;
    for (int p = from; p < to; p++) {
      hash = 31 * hash + text[p];
    }
    int slot = (hash ^ (hash >>> CACHE_BITS)) & ((1 << CACHE_BITS) - 1);
    String known = keys[slot];
    if (known == null || !isAscii(known, text, from, to)) {
      known = string(text, from, to);
      keys[slot] = known;
    }
    return known;
  }

  private static boolean isAscii(String known, byte[] text, int from, int to) {
    if (known.length() != to - from) {
      return false;
    }
    for (int i = 0; i < known.length(); i++) {
      if (known.charAt(i) != text[from + i]) {
        return false;
      }
    }
    return true;
  }

  private static String string(byte[] text, int from, int to) {
    return new String(text, from, to - from, StandardCharsets.UTF_8);
  }

  /** An unquoted value, not empty; null where the full reader has to decide. */
  Node plain(byte[] text, int from, int to) {
    byte first = text[from];
    boolean letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || first < 0;
    if (letter) {
      String value = string(text, from, to);
      return to - from > LONGEST_WORD ? new Node.Scalar(value, false, false) : word(value);
    }
    if (isNumber(text, from, to)) {
      return new Node.Scalar(string(text, from, to), true, false);
    }
    String value = string(text, from, to);
    if (NOTHINGS.contains(value)) {
      return new Node.Nothing();
    }
    Tag tag = resolver.resolve(NodeId.scalar, value, true);
    return tag.equals(Tag.STR) || tag.equals(Tag.TIMESTAMP)
        ? new Node.Scalar(value, false, false)
        : null;
  }

  private static Node word(String value) {
    return NOTHINGS.contains(value)
        ? new Node.Nothing()
        : new Node.Scalar(value, false, TRUTHS.contains(value));
  }

  /** A number as most are written: sign, digits without leading zeros, fraction, exponent. */
  private static boolean isNumber(byte[] text, int from, int to) {
    int p = from + (text[from] == '-' ? 1 : 0);
    int start = p;
    p = afterDigits(text, p, to);
    if (p == start || p - start > LONGEST_NUMBER) {
      return false;
    }
    if (p == to) {
      return text[start] != '0' || p - start == 1;
    }
    if (text[p] == '.') {
      int fraction = p + 1;
      p = afterDigits(text, fraction, to);
      if (p == fraction) {
        return false;
      }
    }
    if (p < to && (text[p] == 'e' || text[p] == 'E')) {
      p++;
      if (p < to && (text[p] == '+' || text[p] == '-')) {
        p++;
      }
      int exponent = p;
      p = afterDigits(text, exponent, to);
      if (p == exponent || p - exponent > LONGEST_NUMBER) {
        return false;
      }
    }
    return p == to && to - from <= 64;
  }

  private static int afterDigits(byte[] text, int from, int to) {
    int p = from;
    while (p < to && text[p] >= '0' && text[p] <= '9') {
      p++;
    }
    return p;
  }

  /**
   * The place after a quoted value that begins at {@code from}; −1 where it is not a simple one.
   */
  int afterQuoted(byte[] text, int from, int end) {
    byte quote = text[from];
    for (int p = from + 1; p < end; p++) {
      byte b = text[p];
      if (b == '\n' || b == '\r' || (b == '\\' && quote == '"')) {
        return -1;
      }
      if (b == quote) {
        if (quote == '"' || p + 1 >= end || text[p + 1] != quote) {
          return p + 1;
        }
        p++;
      }
    }
    return -1;
  }

  Node quoted(byte[] text, int from, int after) {
    String value = string(text, from + 1, after - 1);
    return new Node.Scalar(
        text[from] == '\'' && value.indexOf('\'') >= 0 ? value.replace("''", "'") : value,
        false,
        false);
  }

  /** The place after a list between brackets in one line; −1 where it is not a simple one. */
  int afterFlow(byte[] text, int from, int end) {
    for (int p = from + 1; p < end; p++) {
      byte b = text[p];
      if (b == ']') {
        return p + 1;
      }
      if (b == '\'' || b == '"') {
        p = afterQuoted(text, p, end) - 1;
        if (p < 0) {
          return -1;
        }
      } else if (b != ',' && !PlainBytes.plainInFlow(b)) {
        return -1;
      }
    }
    return -1;
  }

  /** That list's items; null where the full reader has to decide. */
  Node flow(byte[] text, int from, int after) {
    List<Node> items = new ArrayList<>();
    long size = 1;
    int close = after - 1;
    int p = afterBlanks(text, from + 1, close);
    while (p < close) {
      byte first = text[p];
      Node item;
      int itemEnd;
      if (first == '\'' || first == '"') {
        itemEnd = afterQuoted(text, p, close);
        item = itemEnd < 0 ? null : quoted(text, p, itemEnd);
      } else if (PlainBytes.beginsFlow(first)) {
        itemEnd = afterFlowPlain(text, p, close);
        item = itemEnd < 0 ? null : plain(text, p, itemEnd);
      } else {
        return null;
      }
      if (item == null) {
        return null;
      }
      items.add(item);
      size += item.size();
      p = afterBlanks(text, itemEnd, close);
      if (p < close && text[p] != ',') {
        return null;
      }
      p = afterBlanks(text, p + 1, close);
    }
    return new Node.Items(items, size);
  }

  private static int afterFlowPlain(byte[] text, int from, int close) {
    int last = from;
    for (int p = from + 1; p < close && text[p] != ','; p++) {
      if (!PlainBytes.plainInFlow(text[p])) {
        return -1;
      }
      if (text[p] != ' ') {
        last = p;
      }
    }
    return last + 1;
  }

  private static int afterBlanks(byte[] text, int from, int to) {
    int p = from;
    while (p < to && text[p] == ' ') {
      p++;
    }
    return p;
  }
}
