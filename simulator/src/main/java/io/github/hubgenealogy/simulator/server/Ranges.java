package io.github.hubgenealogy.simulator.server;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts of a file: one range of bytes (RFC 9110, section 14); several get the whole. */
final class Ranges {
  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  private Ranges() {}

  /** The part that was asked for, or the whole where none was or it cannot be read. */
  static Answer of(Answer whole, String range) {
    if (range == null || whole.status() != 200 || !whole.hasRanges()) {
      return whole;
    }
    Matcher one = ONE.matcher(range.strip());
    if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
      return whole;
    }
    long length = whole.length();
    if (length == 0) {
      // Nothing can be cut from an empty file; the header tells its size to who asked for that.
      return whole.header("Content-Range", "bytes */0");
    }
    boolean suffix = one.group(1).isEmpty();
    long first = suffix ? Math.max(0, length - number(one.group(2), 0)) : number(one.group(1), 0);
    long last = suffix ? length - 1 : Math.min(length - 1, number(one.group(2), length - 1));
    if (first >= length || first > last) {
      return Answer.text(416, "Range Not Satisfiable").header("Content-Range", "bytes */" + length);
    }
    byte[] part = Arrays.copyOfRange(whole.body(), (int) first, (int) last + 1);
    return whole
        .withStatus(206, part)
        .header("Content-Range", "bytes " + first + "-" + last + "/" + length);
  }

  private static long number(String digits, long otherwise) {
    return digits.isEmpty() ? otherwise : Long.parseLong(digits);
  }
}
