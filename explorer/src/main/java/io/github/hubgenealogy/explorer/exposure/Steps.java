package io.github.hubgenealogy.explorer.exposure;

import io.github.hubgenealogy.explorer.genealogy.Carries;
import java.util.Arrays;
import java.util.List;

/** The arcs of a walk by the places of their ends, those from one place together. */
final class Steps {
  private static final List<Carries> KINDS = List.of(Carries.values());

  private int[] firsts = new int[16];
  private int begun;
  private int[] from = new int[16];
  private int[] to = new int[16];
  private byte[] carries = new byte[16];
  private short[] snapshot = new short[16];
  private int[] arc = new int[16];
  private int size;

  /** The next place's steps follow. */
  void begin() {
    if (begun + 1 >= firsts.length) {
      firsts = Arrays.copyOf(firsts, firsts.length * 2);
    }
    firsts[begun++] = size;
  }

  void end() {
    firsts[begun] = size;
  }

  void add(int toPlace, Carries step, int s, int arcNumber) {
    if (size == to.length) {
      from = Arrays.copyOf(from, size * 2);
      to = Arrays.copyOf(to, size * 2);
      carries = Arrays.copyOf(carries, size * 2);
      snapshot = Arrays.copyOf(snapshot, size * 2);
      arc = Arrays.copyOf(arc, size * 2);
    }
    from[size] = begun - 1;
    to[size] = toPlace;
    carries[size] = (byte) KINDS.indexOf(step);
    snapshot[size] = (short) s;
    arc[size] = arcNumber;
    size++;
  }

  int first(int place) {
    return firsts[place];
  }

  int from(int step) {
    return from[step];
  }

  int to(int step) {
    return to[step];
  }

  /** Ordinal: a smaller one carries more. */
  int carries(int step) {
    return carries[step];
  }

  /** −1 for having been trained on a data set. */
  int snapshot(int step) {
    return snapshot[step];
  }

  int arc(int step) {
    return arc[step];
  }
}
