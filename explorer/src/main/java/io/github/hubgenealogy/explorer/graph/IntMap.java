package io.github.hubgenealogy.explorer.graph;

import java.util.Arrays;

/**
 * Numbers of vertices to numbers, in the order in which they came: what a walk has visited. Its
 * cost is what was visited, not the size of the graph.
 */
public final class IntMap {
  private static final int FREE = -1;

  private int[] slots = new int[64];
  private int[] keys = new int[32];
  private int[] values = new int[32];
  private int size;

  public IntMap() {
    Arrays.fill(slots, FREE);
  }

  public int size() {
    return size;
  }

  /** The key that came as the given one, from 0. */
  public int key(int place) {
    return keys[place];
  }

  public int value(int place) {
    return values[place];
  }

  /** When a key came, or −1. */
  public int place(int key) {
    int mask = slots.length - 1;
    int slot = hash(key) & mask;
    while (slots[slot] != FREE) {
      if (keys[slots[slot]] == key) {
        return slots[slot];
      }
      slot = (slot + 1) & mask;
    }
    return FREE;
  }

  public boolean contains(int key) {
    return place(key) >= 0;
  }

  /** The value of a key that is there, or another. */
  public int valueOr(int key, int otherwise) {
    int place = place(key);
    return place < 0 ? otherwise : values[place];
  }

  /** Adds a key. False where it was there, and nothing was changed. */
  public boolean add(int key, int value) {
    if (place(key) >= 0) {
      return false;
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      values = Arrays.copyOf(values, size * 2);
      slots = new int[size * 4];
      Arrays.fill(slots, FREE);
      for (int i = 0; i < size; i++) {
        insert(keys[i], i);
      }
    }
    keys[size] = key;
    values[size] = value;
    insert(key, size++);
    return true;
  }

  private void insert(int key, int place) {
    int mask = slots.length - 1;
    int slot = hash(key) & mask;
    while (slots[slot] != FREE) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = place;
  }

  private static int hash(int key) {
    int mixed = key * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }
}
