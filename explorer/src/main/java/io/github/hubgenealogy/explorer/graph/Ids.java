package io.github.hubgenealogy.explorer.graph;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Ids one after another in one array of bytes, ascending by unsigned bytes as the lake sorts them;
 * an id's number is its place.
 */
public final class Ids {
  private final byte[] bytes;
  private final int[] starts;

  private Ids(byte[] bytes, int[] starts) {
    this.bytes = bytes;
    this.starts = starts;
  }

  /**
   * Ids that stand one after another already.
   *
   * @param lengths of each, in bytes
   * @throws IllegalArgumentException where they are not in ascending order or not all there
   */
  public static Ids of(byte[] bytes, int[] lengths) {
    int[] starts = new int[lengths.length + 1];
    for (int number = 0; number < lengths.length; number++) {
      int start = starts[number];
      int end = Math.addExact(start, lengths[number]);
      starts[number + 1] = end;
      if (end > bytes.length
          || (number > 0
              && Arrays.compareUnsigned(bytes, starts[number - 1], start, bytes, start, end)
                  >= 0)) {
        throw new IllegalArgumentException("ids are not in ascending order at number " + number);
      }
    }
    return new Ids(bytes, starts);
  }

  public int size() {
    return starts.length - 1;
  }

  public String text(int number) {
    return new String(bytes, starts[number], length(number), StandardCharsets.UTF_8);
  }

  /** In bytes of UTF-8. */
  public int length(int number) {
    return starts[number + 1] - starts[number];
  }

  byte at(int number, int i) {
    return bytes[starts[number] + i];
  }

  void copy(int number, byte[] target, int to) {
    System.arraycopy(bytes, starts[number], target, to, length(number));
  }

  /** The number of an id, or −1. */
  public int find(String id) {
    byte[] wanted = id.getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order =
          Arrays.compareUnsigned(
              bytes, starts[middle], starts[middle + 1], wanted, 0, wanted.length);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** How long the part before the first slash is, or −1 where there is none. */
  int ownerLength(int number) {
    for (int i = starts[number]; i < starts[number + 1]; i++) {
      if (bytes[i] == '/') {
        return i - starts[number];
      }
    }
    return -1;
  }

  boolean sameStart(int a, int b, int length) {
    return length <= length(b)
        && Arrays.equals(
            bytes, starts[a], starts[a] + length, bytes, starts[b], starts[b] + length);
  }

  /** Takes ids in ascending order. */
  public static final class Builder {
    private byte[] bytes = new byte[1 << 16];
    private int[] starts = new int[1 << 12];
    private int count;

    /**
     * The next id.
     *
     * @throws IllegalArgumentException where it is not after the one before
     */
    public void add(String id) {
      add(id.getBytes(StandardCharsets.UTF_8));
    }

    void add(byte[] id) {
      int end = starts[count];
      if (end + id.length > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(end + id.length, bytes.length * 3 / 2));
      }
      System.arraycopy(id, 0, bytes, end, id.length);
      if (count > 0
          && Arrays.compareUnsigned(bytes, starts[count - 1], end, bytes, end, end + id.length)
              >= 0) {
        throw new IllegalArgumentException("ids are not in ascending order at number " + count);
      }
      count++;
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 3 / 2);
      }
      starts[count] = end + id.length;
    }

    public Ids build() {
      return new Ids(Arrays.copyOf(bytes, starts[count]), Arrays.copyOf(starts, count + 1));
    }
  }
}
