package io.github.hubgenealogy.simulator.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

/**
 * Compact JSON in a growing array, byte for byte as JavaScript's {@code JSON.stringify} has it, for
 * the Hub's ETag is a hash of those bytes. Commas come of themselves. One value costs a few
 * nanoseconds a byte and no garbage but the array.
 */
public final class JsonBytes {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes;
  private int length;

  public JsonBytes(int capacity) {
    bytes = new byte[capacity];
  }

  public int length() {
    return length;
  }

  /** Forgets what was written after a mark: for a name whose value turned out to be absent. */
  public void truncate(int mark) {
    length = mark;
  }

  public byte[] array() {
    return bytes;
  }

  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  public JsonBytes beginObject() {
    separate();
    return put('{');
  }

  public JsonBytes endObject() {
    return put('}');
  }

  public JsonBytes beginArray() {
    separate();
    return put('[');
  }

  public JsonBytes endArray() {
    return put(']');
  }

  public JsonBytes name(String name) {
    separate();
    quoted(name);
    return put(':');
  }

  public JsonBytes string(CharSequence text) {
    separate();
    quoted(text);
    return this;
  }

  public JsonBytes number(long number) {
    separate();
    digits(number);
    return this;
  }

  /** A number as JavaScript writes it: whole ones without a point. */
  public JsonBytes number(double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      return number((long) number);
    }
    separate();
    return ascii(Double.toString(number));
  }

  public JsonBytes bool(boolean value) {
    separate();
    return ascii(value ? "true" : "false");
  }

  public JsonBytes nothing() {
    separate();
    return ascii("null");
  }

  /** A whole value that is JSON already. */
  public JsonBytes json(byte[] value) {
    separate();
    reserve(value.length);
    System.arraycopy(value, 0, bytes, length, value.length);
    length += value.length;
    return this;
  }

  /** Strings, numbers, booleans, null, collections, and maps of these. */
  public JsonBytes value(Object value) {
    if (value instanceof CharSequence text) {
      return string(text);
    } else if (value instanceof Double number) {
      return number(number.doubleValue());
    } else if (value instanceof Number number) {
      return number(number.longValue());
    } else if (value instanceof Boolean flag) {
      return bool(flag);
    } else if (value instanceof Collection<?> items) {
      beginArray();
      items.forEach(this::value);
      return endArray();
    } else if (value instanceof Map<?, ?> map) {
      beginObject();
      map.forEach((key, item) -> name((String) key).value(item));
      return endObject();
    } else if (value == null) {
      return nothing();
    }
    throw new IllegalArgumentException("no JSON for " + value.getClass());
  }

  private void separate() {
    if (length > 0) {
      byte last = bytes[length - 1];
      if (last != '{' && last != '[' && last != ':') {
        put(',');
      }
    }
  }

  private void quoted(CharSequence text) {
    int size = text.length();
    reserve(size * 6 + 2);
    bytes[length++] = '"';
    if (text instanceof String string) {
      quoted(string, plain(string, size), size);
    } else {
      quoted(text, 0, size);
    }
    bytes[length++] = '"';
  }

  /** Copies the characters that stand for themselves, up to the first that does not. */
  private int plain(String text, int size) {
    byte[] target = bytes;
    int at = length;
    int i = 0;
    for (; i < size; i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x80 || c == '"' || c == '\\') {
        break;
      }
      target[at++] = (byte) c;
    }
    length = at;
    return i;
  }

  private void quoted(CharSequence text, int from, int size) {
    for (int i = from; i < size; i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x80 && c != '"' && c != '\\') {
        bytes[length++] = (byte) c;
      } else {
        i += special(text, i, c);
      }
    }
  }

  /** Writes one character that is not plain ASCII, and says how many more it took. */
  private int special(CharSequence text, int i, char c) {
    switch (c) {
      case '"', '\\' -> escaped(c);
      case '\b' -> escaped('b');
      case '\f' -> escaped('f');
      case '\n' -> escaped('n');
      case '\r' -> escaped('r');
      case '\t' -> escaped('t');
      default -> {
        if (c < ' ') {
          unicode(c);
        } else if (c < 0x800) {
          bytes[length++] = (byte) (0xC0 | (c >> 6));
          bytes[length++] = (byte) (0x80 | (c & 0x3F));
        } else if (!Character.isSurrogate(c)) {
          bytes[length++] = (byte) (0xE0 | (c >> 12));
          bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
          bytes[length++] = (byte) (0x80 | (c & 0x3F));
        } else if (Character.isHighSurrogate(c)
            && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1))) {
          int point = Character.toCodePoint(c, text.charAt(i + 1));
          bytes[length++] = (byte) (0xF0 | (point >> 18));
          bytes[length++] = (byte) (0x80 | ((point >> 12) & 0x3F));
          bytes[length++] = (byte) (0x80 | ((point >> 6) & 0x3F));
          bytes[length++] = (byte) (0x80 | (point & 0x3F));
          return 1;
        } else {
          unicode(c);
        }
      }
    }
    return 0;
  }

  private void escaped(char c) {
    bytes[length++] = '\\';
    bytes[length++] = (byte) c;
  }

  private void unicode(char c) {
    escaped('u');
    for (int shift = 12; shift >= 0; shift -= 4) {
      bytes[length++] = HEX[(c >> shift) & 15];
    }
  }

  private void digits(long number) {
    reserve(20);
    if (number < 0) {
      ascii(Long.toString(number));
      return;
    }
    int end = length;
    long rest = number;
    do {
      end++;
      rest /= 10;
    } while (rest > 0);
    rest = number;
    for (int i = end - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length = end;
  }

  private JsonBytes ascii(String text) {
    reserve(text.length());
    for (int i = 0; i < text.length(); i++) {
      bytes[length++] = (byte) text.charAt(i);
    }
    return this;
  }

  private JsonBytes put(char c) {
    reserve(1);
    bytes[length++] = (byte) c;
    return this;
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
