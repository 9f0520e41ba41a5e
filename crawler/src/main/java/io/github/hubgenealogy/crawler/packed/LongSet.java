package io.github.hubgenealogy.crawler.packed;

import java.util.Arrays;

/**
 * A set of 64-bit hashes: 12 to 24 bytes an element, where a set of strings takes a hundred. Two
 * texts of one hash are taken for the same: one chance in millions of millions at the Hub's size.
 */
public final class LongSet {
  private long[] slots = new long[1 << 12];
  private int size;
  private boolean hasZero;

  /** Adds; false where it was there. */
  public boolean add(long value) {
    if (value == 0) {
      boolean fresh = !hasZero;
      hasZero = true;
      return fresh;
    }
    int slot = find(value);
    if (slots[slot] == value) {
      return false;
    }
    slots[slot] = value;
    if (++size > slots.length / 3 * 2) {
      grow();
    }
    return true;
  }

  public boolean contains(long value) {
    return value == 0 ? hasZero : slots[find(value)] == value;
  }

  public int size() {
    return size + (hasZero ? 1 : 0);
  }

  private int find(long value) {
    int mask = slots.length - 1;
    int slot = (int) (value ^ value >>> 32) & mask;
    while (slots[slot] != 0 && slots[slot] != value) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[2 * old.length];
    Arrays.stream(old).filter(value -> value != 0).forEach(value -> slots[find(value)] = value);
  }

  /** A hash of a text: FNV-1a over its UTF-16, then mixed so that all bits count. */
  public static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
    return hash ^ hash >>> 31;
  }
}
