package io.github.hubgenealogy.explorer.graph;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Names in lower case (ASCII), the most downloaded first, one after another in one array with a
 * zero before, between and after, so that a substring is found by one pass that looks at eight
 * bytes at once for the rarest byte of what is sought. The pass ends where enough is found, which
 * is early for what is often sought; at the worst it reads all bytes once.
 */
public final class NameIndex {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private final byte[] text;
  private final int[] starts;
  private final int[] order;
  private final int[] frequency = new int[256];

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
    // Eight bytes more, so that the last look stays inside.
    this.text = new byte[Math.toIntExact(total + 8)];
    int at = 1;
    for (int place = 0; place < order.length; place++) {
      starts[place] = at;
      names.copy(order[place], text, at);
      at += names.length(order[place]) + 1;
    }
    starts[order.length] = at;
    for (int i = 0; i < text.length; i++) {
      if (text[i] >= 'A' && text[i] <= 'Z') {
        text[i] = (byte) (text[i] + 32);
      }
      frequency[text[i] & 255]++;
    }
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
   * those that hold it elsewhere.
   */
  public int[] search(String asked, int limit) {
    byte[] sought = folded(asked);
    if (sought.length == 0 || asked.indexOf('\0') >= 0) {
      return sought.length == 0 ? Arrays.copyOf(order, Math.min(limit, order.length)) : new int[0];
    }
    int[] begins = new int[limit];
    int[] holds = new int[limit];
    int begun = 0;
    int held = 0;
    int last = -1;
    boolean lastBegins = false;
    for (int at = next(sought, 0); at >= 0 && begun < limit; at = next(sought, at + 1)) {
      boolean start = text[at - 1] == 0 || text[at - 1] == '/';
      if (!start && held == limit) {
        continue;
      }
      int place = place(at);
      if (place != last) {
        last = place;
        lastBegins = start;
      } else if (lastBegins || !start) {
        continue;
      } else {
        // The same name again, now by its beginning: it moves up.
        lastBegins = true;
        if (held > 0 && holds[held - 1] == order[place]) {
          held--;
        }
      }
      if (start) {
        begins[begun++] = order[place];
      } else {
        holds[held++] = order[place];
      }
    }
    int[] all = Arrays.copyOf(begins, Math.min(limit, begun + held));
    System.arraycopy(holds, 0, all, begun, all.length - begun);
    return all;
  }

  /** Numbers of the names that are the text but for case, most downloaded first. */
  public int[] equalTo(String asked, int limit) {
    return asked.isEmpty() ? new int[0] : framed("\0" + asked + "\0", limit);
  }

  /** Numbers of those whose part after the slash is the text but for case. */
  public int[] named(String asked, int limit) {
    return asked.isEmpty() ? new int[0] : framed("/" + asked + "\0", limit);
  }

  private int[] framed(String framed, int limit) {
    if (framed.indexOf('\0', 1) != framed.length() - 1) {
      return new int[0];
    }
    byte[] sought = folded(framed);
    int[] found = new int[limit];
    int count = 0;
    for (int at = next(sought, 0); at >= 0 && count < limit; at = next(sought, at + 1)) {
      found[count++] = order[place(at + 1)];
    }
    return Arrays.copyOf(found, count);
  }

  /** Numbers of all names that hold the text, for lists that no page cuts. */
  public int[] holding(String asked) {
    byte[] sought = folded(asked);
    int[] found = new int[16];
    int count = 0;
    int last = -1;
    for (int at = next(sought, 0); at >= 0; at = next(sought, at + 1)) {
      int place = place(at);
      if (place != last) {
        found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
        found[count++] = order[place];
        last = place;
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

  /** Where the text stands next, or −1. */
  private int next(byte[] sought, int from) {
    int rarest = rarest(sought);
    long pattern = (sought[rarest] & 255) * ONES;
    int limit = text.length - 8;
    int at = from + rarest;
    while (at <= limit) {
      long different = (long) EIGHT.get(text, at) ^ pattern;
      long zeros = (different - ONES) & ~different & HIGHS;
      if (zeros == 0) {
        at += 8;
        continue;
      }
      at += Long.numberOfTrailingZeros(zeros) >>> 3;
      int start = at - rarest;
      if (start + sought.length <= text.length
          && Arrays.equals(text, start, start + sought.length, sought, 0, sought.length)) {
        return start;
      }
      at++;
    }
    return -1;
  }
}
