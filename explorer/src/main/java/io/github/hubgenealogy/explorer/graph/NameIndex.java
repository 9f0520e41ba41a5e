package io.github.hubgenealogy.explorer.graph;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Names in lower case (ASCII), the most downloaded first, one after another in one array with a
 * zero before, between and after. What is sought often is found soon, since a search reads the most
 * downloaded first and ends where it has enough. What is sought rarely is found soon, too: for each
 * block of names a set of bits tells which four bytes stand in it, so that a search skips nearly
 * all blocks that cannot hold the text; in the others it looks at eight bytes at once for the
 * rarest byte. Memory: the names, 8 bytes a name for their places and order, and 16 for the bits.
 */
public final class NameIndex {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private static final int BLOCK = 128;
  private static final int BITS = 1 << 14;
  private static final int GRAM = 4;

  private final byte[] text;
  private final int[] starts;
  private final int[] order;
  private final int[] frequency = new int[256];
  private final long[] grams;

  /**
   * Copies names.
   *
   * @param order their numbers, the most downloaded first
   */
  public NameIndex(Ids names, int[] order) {
    this.order = order;
    this.starts = new int[order.length + 1];
    long total = 1;
    for (int number = 0; number < names.size(); number++) {
      total += names.length(number) + 1;
    }
    // Eight bytes more, so that the last look stays inside the array.
    this.text = new byte[Math.toIntExact(total + 8)];
    int at = 1;
    for (int place = 0; place < order.length; place++) {
      starts[place] = at;
      at += names.length(order[place]) + 1;
    }
    starts[order.length] = at;
    int blocks = (order.length + BLOCK - 1) / BLOCK;
    this.grams = new long[blocks * (BITS / Long.SIZE)];
    IntStream.range(0, blocks).parallel().forEach(block -> fill(names, block));
    for (byte each : text) {
      frequency[each & 255]++;
    }
  }

  /** Copies the names of a block in lower case, and notes what stands in them. */
  private void fill(Ids names, int block) {
    for (int place = block * BLOCK; place < Math.min(order.length, (block + 1) * BLOCK); place++) {
      names.copy(order[place], text, starts[place]);
    }
    for (int i = from(block); i < to(block); i++) {
      if (text[i] >= 'A' && text[i] <= 'Z') {
        text[i] = (byte) (text[i] + 32);
      }
    }
    for (int i = from(block); i + GRAM <= to(block); i++) {
      int bit = gram(text, i);
      grams[block * (BITS / Long.SIZE) + (bit >>> 6)] |= 1L << bit;
    }
  }

  /** Where a block's bytes begin, with the zero before its first name. */
  private int from(int block) {
    return starts[block * BLOCK] - 1;
  }

  /** Where they end, with the zero after its last. */
  private int to(int block) {
    return starts[Math.min(order.length, (block + 1) * BLOCK)];
  }

  private static int gram(byte[] bytes, int i) {
    int four =
        bytes[i] << 24
            | (bytes[i + 1] & 255) << 16
            | (bytes[i + 2] & 255) << 8
            | (bytes[i + 3] & 255);
    return (four * 0x9E3779B1) >>> (Integer.SIZE - 14);
  }

  private boolean mayHold(int block, int[] wanted) {
    for (int bit : wanted) {
      if ((grams[block * (BITS / Long.SIZE) + (bit >>> 6)] >>> bit & 1) == 0) {
        return false;
      }
    }
    return true;
  }

  public int size() {
    return order.length;
  }

  /** The number of the name at a place of the order. */
  public int number(int place) {
    return order[place];
  }

  /** A name's first byte in the array, and where it ends. */
  int start(int place) {
    return starts[place];
  }

  int end(int place) {
    return starts[place + 1] - 1;
  }

  byte[] text() {
    return text;
  }

  static byte[] folded(String asked) {
    byte[] bytes = asked.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] >= 'A' && bytes[i] <= 'Z') {
        bytes[i] = (byte) (bytes[i] + 32);
      }
    }
    return bytes;
  }

  /**
   * Numbers of names: those that begin with the text, or whose part after the slash does, before
   * those that hold it elsewhere; each part by downloads.
   */
  public int[] search(String asked, int limit) {
    if (asked.isEmpty()) {
      return Arrays.copyOf(order, Math.min(limit, order.length));
    }
    if (asked.indexOf('\0') >= 0) {
      return new int[0];
    }
    int[] places = merged(places("\0" + asked, limit), places("/" + asked, limit), limit);
    if (places.length < limit) {
      int[] begun = places.clone();
      Arrays.sort(begun);
      int[] more = places(asked, limit);
      int count = places.length;
      places = Arrays.copyOf(places, Math.min(limit, count + more.length));
      for (int place : more) {
        if (count < places.length && Arrays.binarySearch(begun, place) < 0) {
          places[count++] = place;
        }
      }
      places = Arrays.copyOf(places, count);
    }
    return numbers(places);
  }

  /** Numbers of the names that are the text but for case, most downloaded first. */
  public int[] equalTo(String asked, int limit) {
    return framed("\0" + asked + "\0", limit);
  }

  /** Numbers of those whose part after the slash is the text but for case. */
  public int[] named(String asked, int limit) {
    return framed("/" + asked + "\0", limit);
  }

  private int[] framed(String framed, int limit) {
    boolean whole = framed.length() > 2 && framed.indexOf('\0', 1) == framed.length() - 1;
    return whole ? numbers(places(framed, limit)) : new int[0];
  }

  /** Numbers of all names that hold the text, for lists that no page cuts. */
  public int[] holding(String asked) {
    return asked.isEmpty() || asked.indexOf('\0') >= 0
        ? new int[0]
        : numbers(places(asked, Integer.MAX_VALUE));
  }

  private int[] numbers(int[] places) {
    return Arrays.stream(places).map(place -> order[place]).toArray();
  }

  /** Two ascending lists as one without doubles, cut. */
  private static int[] merged(int[] a, int[] b, int limit) {
    int[] all = new int[a.length + b.length];
    System.arraycopy(a, 0, all, 0, a.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return Arrays.stream(all).sorted().distinct().limit(limit).toArray();
  }

  /** Places of names that hold the text, a zero in it standing for an end, ascending. */
  private int[] places(String asked, int limit) {
    byte[] sought = folded(asked);
    int[] wanted = new int[Math.max(0, sought.length - GRAM + 1)];
    Arrays.setAll(wanted, i -> gram(sought, i));
    int rarest = rarest(sought);
    int[] found = new int[Math.min(limit, 16)];
    int count = 0;
    for (int block = 0; block * BLOCK < order.length && count < limit; block++) {
      if (!mayHold(block, wanted)) {
        continue;
      }
      int last = -1;
      int at = next(sought, rarest, from(block), to(block));
      while (at >= 0 && count < limit) {
        int place = place(sought[0] == 0 ? at + 1 : at);
        if (place != last) {
          if (count == found.length) {
            found = Arrays.copyOf(found, (int) Math.min(limit, 2L * count));
          }
          found[count++] = place;
          last = place;
        }
        at = next(sought, rarest, at + 1, to(block));
      }
    }
    return Arrays.copyOf(found, count);
  }

  private int place(int at) {
    int place = Arrays.binarySearch(starts, at);
    return place >= 0 ? place : -place - 2;
  }

  private int rarest(byte[] sought) {
    int rarest = 0;
    for (int i = 1; i < sought.length; i++) {
      if (frequency[sought[i] & 255] < frequency[sought[rarest] & 255]) {
        rarest = i;
      }
    }
    return rarest;
  }

  /** Where the text stands next between two places, or −1. */
  private int next(byte[] sought, int rarest, int from, int to) {
    long pattern = (sought[rarest] & 255) * ONES;
    int last = to - sought.length + rarest;
    int at = from + rarest;
    while (at <= last) {
      long different = (long) EIGHT.get(text, at) ^ pattern;
      long zeros = (different - ONES) & ~different & HIGHS;
      if (zeros == 0) {
        at += Long.BYTES;
        continue;
      }
      at += Long.numberOfTrailingZeros(zeros) >>> 3;
      int start = at - rarest;
      if (at <= last
          && Arrays.equals(text, start, start + sought.length, sought, 0, sought.length)) {
        return start;
      }
      at++;
    }
    return -1;
  }
}
