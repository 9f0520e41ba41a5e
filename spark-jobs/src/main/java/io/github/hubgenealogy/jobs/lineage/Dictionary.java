package io.github.hubgenealogy.jobs.lineage;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.parquet.io.api.Binary;

/**
 * All ids in ascending order in one array of bytes; an id's rank is its number, so the smallest id
 * is the smallest rank. A hash over the bytes finds the rank of an id; it is not sent along but
 * made again where the dictionary arrives. Memory: the ids' bytes, 4 bytes an id for the ends and 8
 * to 16 for the hash.
 */
public final class Dictionary implements Serializable {
  private static final long serialVersionUID = 1L;

  private final byte[] bytes;
  private final int[] ends;
  private transient int[] slots;

  private Dictionary(byte[] bytes, int[] ends) {
    this.bytes = bytes;
    this.ends = ends;
    hashAll();
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    hashAll();
  }

  private void hashAll() {
    slots = new int[Integer.highestOneBit(Math.max(4, ends.length)) * 4];
    for (int rank = 0; rank < ends.length; rank++) {
      int slot = slot(hash(bytes, start(rank), ends[rank]));
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = rank + 1;
    }
  }

  /** Joins blocks, which are each ascending, in the order of their first ids. */
  public static Dictionary of(List<IdBlock> blocks) {
    IdBlock[] order = blocks.stream().sorted(BY_FIRST).toArray(IdBlock[]::new);
    long length = 0;
    int count = 0;
    for (IdBlock block : order) {
      length += block.bytes().length;
      count = Math.addExact(count, block.count());
    }
    byte[] bytes = new byte[Math.toIntExact(length)];
    int[] ends = new int[count];
    int at = 0;
    int rank = 0;
    for (IdBlock block : order) {
      System.arraycopy(block.bytes(), 0, bytes, at, block.bytes().length);
      for (int end : block.ends()) {
        ends[rank++] = at + end;
      }
      at += block.bytes().length;
    }
    Dictionary dictionary = new Dictionary(bytes, ends);
    dictionary.requireAscending();
    return dictionary;
  }

  /** The order in which blocks stand in the dictionary. */
  public static final Comparator<IdBlock> BY_FIRST =
      (a, b) -> Arrays.compareUnsigned(a.bytes(), 0, a.firstEnd(), b.bytes(), 0, b.firstEnd());

  /** The ids of some ranks, packed: those that are read in no order, so that they stay near. */
  PackedIds packed(int[] ranks) {
    return PackedIds.of(bytes, ends, ranks);
  }

  private void requireAscending() {
    for (int rank = 1; rank < ends.length; rank++) {
      if (Arrays.compareUnsigned(
              bytes, start(rank - 1), ends[rank - 1], bytes, start(rank), ends[rank])
          >= 0) {
        throw UnknownVertex.twice(id(rank));
      }
    }
  }

  /** Whether each block, in their order, begins after the last one ends. */
  static boolean areAscending(List<IdBlock> blocks) {
    for (int i = 1; i < blocks.size(); i++) {
      IdBlock before = blocks.get(i - 1);
      IdBlock block = blocks.get(i);
      if (Arrays.compareUnsigned(
              before.bytes(),
              before.lastStart(),
              before.bytes().length,
              block.bytes(),
              0,
              block.firstEnd())
          >= 0) {
        return false;
      }
    }
    return true;
  }

  public int size() {
    return ends.length;
  }

  /** The id of a rank. */
  public String id(int rank) {
    return new String(bytes, start(rank), ends[rank] - start(rank), StandardCharsets.UTF_8);
  }

  /** The id of a rank for Parquet, which reads it from here. */
  Binary binary(int rank) {
    int start = start(rank);
    return Binary.fromConstantByteArray(bytes, start, ends[rank] - start);
  }

  /** Finds ranks of ids that mostly ascend: it looks at the next few before it takes the hash. */
  final class Cursor {
    private static final int AHEAD = 8;

    private int at;

    int rank(byte[] id) {
      for (int rank = at; rank < Math.min(at + AHEAD, ends.length); rank++) {
        if (Arrays.equals(bytes, start(rank), ends[rank], id, 0, id.length)) {
          at = rank;
          return rank;
        }
      }
      int rank = Dictionary.this.rank(id);
      at = Math.max(rank, 0);
      return rank;
    }
  }

  /** The rank of an id, or −1. */
  public int rank(byte[] id) {
    int slot = slot(hash(id, 0, id.length));
    while (slots[slot] != 0) {
      int rank = slots[slot] - 1;
      if (Arrays.equals(bytes, start(rank), ends[rank], id, 0, id.length)) {
        return rank;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return -1;
  }

  private int start(int rank) {
    return rank == 0 ? 0 : ends[rank - 1];
  }

  private int slot(long hash) {
    return (int) (hash >>> 32) & (slots.length - 1);
  }

  /** FNV-1a with a final mix, so that ids that differ in their last letters fall apart. */
  private static long hash(byte[] bytes, int from, int to) {
    long hash = 0xcbf29ce484222325L;
    for (int i = from; i < to; i++) {
      hash = (hash ^ (bytes[i] & 0xff)) * 0x100000001b3L;
    }
    hash ^= hash >>> 32;
    hash *= 0x9E3779B97F4A7C15L;
    return hash ^ (hash >>> 29);
  }
}
