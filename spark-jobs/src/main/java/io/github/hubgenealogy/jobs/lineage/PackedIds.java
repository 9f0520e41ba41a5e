package io.github.hubgenealogy.jobs.lineage;

import org.apache.parquet.io.api.Binary;

/**
 * Ids that are read in no order, one behind another in an array of their own: among all ids each
 * would lie in another line of the processor's cache. Memory: the ids' bytes and 4 bytes an id.
 */
final class PackedIds {
  private final byte[] bytes;

  /** Where each begins, and the last ends. */
  private final int[] starts;

  private PackedIds(byte[] bytes, int[] starts) {
    this.bytes = bytes;
    this.starts = starts;
  }

  /**
   * Some of a dictionary's ids.
   *
   * @param ends where each id of the dictionary ends
   * @param ranks those that are wanted; an id's number is its place in this list
   */
  static PackedIds of(byte[] all, int[] ends, int[] ranks) {
    int[] starts = new int[ranks.length + 1];
    for (int i = 0; i < ranks.length; i++) {
      int rank = ranks[i];
      starts[i + 1] = starts[i] + ends[rank] - (rank == 0 ? 0 : ends[rank - 1]);
    }
    byte[] bytes = new byte[starts[ranks.length]];
    for (int i = 0; i < ranks.length; i++) {
      int length = starts[i + 1] - starts[i];
      System.arraycopy(all, ends[ranks[i]] - length, bytes, starts[i], length);
    }
    return new PackedIds(bytes, starts);
  }

  /** The id of a number for Parquet, which reads it from here. */
  Binary binary(int number) {
    int start = starts[number];
    return Binary.fromConstantByteArray(bytes, start, starts[number + 1] - start);
  }
}
