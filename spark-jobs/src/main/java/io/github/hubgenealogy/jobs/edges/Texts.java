package io.github.hubgenealogy.jobs.edges;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Many short texts in one array of bytes, in the order in which they were added: one object where
 * strings would be two each.
 */
final class Texts implements Serializable {
  private static final long serialVersionUID = 1L;

  private byte[] bytes;
  private int[] ends;
  private int size;

  Texts(int texts, int length) {
    ends = new int[texts];
    bytes = new byte[length];
  }

  /** All of some, one after another. */
  static Texts joined(List<Texts> parts) {
    int texts = 0;
    int length = 0;
    for (Texts part : parts) {
      texts = Math.addExact(texts, part.size);
      length = Math.addExact(length, part.start(part.size));
    }
    Texts all = new Texts(texts, length);
    int at = 0;
    for (Texts part : parts) {
      System.arraycopy(part.bytes, 0, all.bytes, at, part.start(part.size));
      for (int i = 0; i < part.size; i++) {
        all.ends[all.size++] = at + part.ends[i];
      }
      at += part.start(part.size);
    }
    return all;
  }

  void add(byte[] text) {
    int start = start(size);
    int end = Math.addExact(start, text.length);
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8, 2L * end));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size + 1);
    }
    System.arraycopy(text, 0, bytes, start, text.length);
    ends[size++] = end;
  }

  int size() {
    return size;
  }

  byte[] get(int i) {
    return Arrays.copyOfRange(bytes, start(i), ends[i]);
  }

  boolean equals(int i, byte[] text) {
    return Arrays.equals(bytes, start(i), ends[i], text, 0, text.length);
  }

  /** Whether both are equal but for the case of ASCII letters. */
  boolean equalsFolded(int i, byte[] text) {
    int start = start(i);
    if (ends[i] - start != text.length) {
      return false;
    }
    for (int b = 0; b < text.length; b++) {
      if (folded(bytes[start + b]) != folded(text[b])) {
        return false;
      }
    }
    return true;
  }

  /** Whether the first comes before the second in the order of their bytes. */
  boolean isBefore(int i, int j) {
    return Arrays.compareUnsigned(bytes, start(i), ends[i], bytes, start(j), ends[j]) < 0;
  }

  /** A hash that is equal for texts which are equal but for the case of ASCII letters. */
  int foldedHash(int i) {
    return foldedHash(bytes, start(i), ends[i]);
  }

  /** The same of a text that stands alone. */
  static int foldedHash(byte[] text) {
    return foldedHash(text, 0, text.length);
  }

  private static int foldedHash(byte[] bytes, int from, int to) {
    long hash = 0xcbf29ce484222325L;
    for (int i = from; i < to; i++) {
      hash = (hash ^ (folded(bytes[i]) & 0xff)) * 0x100000001b3L;
    }
    hash ^= hash >>> 32;
    hash *= 0x9E3779B97F4A7C15L;
    return (int) (hash >>> 32);
  }

  private static byte folded(byte letter) {
    return letter >= 'A' && letter <= 'Z' ? (byte) (letter + ('a' - 'A')) : letter;
  }

  private int start(int i) {
    return i == 0 ? 0 : ends[i - 1];
  }
}
