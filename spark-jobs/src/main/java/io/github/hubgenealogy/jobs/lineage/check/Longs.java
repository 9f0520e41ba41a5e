package io.github.hubgenealogy.jobs.lineage.check;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;

/** Longs one after another, and as the bytes in which they travel. */
final class Longs {
  private long[] values = new long[256];
  private int size;

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.addExact(size, size / 2));
    }
    values[size++] = value;
  }

  byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(size, Long.BYTES));
    bytes.asLongBuffer().put(values, 0, size);
    return bytes.array();
  }

  /** The longs of all blocks. */
  static long[] joined(List<byte[]> blocks) {
    long bytes = blocks.stream().mapToLong(block -> block.length).sum();
    long[] all = new long[Math.toIntExact(bytes / Long.BYTES)];
    int at = 0;
    for (byte[] block : blocks) {
      LongBuffer longs = ByteBuffer.wrap(block).asLongBuffer();
      int count = longs.remaining();
      longs.get(all, at, count);
      at += count;
    }
    return all;
  }
}
