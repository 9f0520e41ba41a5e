package io.github.hubgenealogy.jobs.lineage.check;

import java.io.Serializable;
import java.util.Arrays;

/**
 * How many edges each vertex is from its component's representative, by breadth-first search from
 * all of them at once. Vertices are hashes of their ids: the search only proposes, the proof holds
 * the proposal against the tables. 12 bytes a vertex, 24 an edge while it searches.
 */
final class SpanningForest implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long[] vertices;
  private final int[] hops;

  private SpanningForest(long[] vertices, int[] hops) {
    this.vertices = vertices;
    this.hops = hops;
  }

  /**
   * Searches.
   *
   * @param ends both ends of each edge, one after the other
   * @param representatives where the search begins
   */
  static SpanningForest of(long[] ends, long[] representatives) {
    long[] vertices = Arrays.stream(ends).sorted().distinct().toArray();
    int n = vertices.length;
    int[] end = new int[ends.length];
    int[] start = new int[n + 1];
    for (int i = 0; i < ends.length; i++) {
      end[i] = Arrays.binarySearch(vertices, ends[i]);
      start[end[i] + 1]++;
    }
    for (int v = 0; v < n; v++) {
      start[v + 1] += start[v];
    }
    int[] next = Arrays.copyOf(start, n);
    int[] neighbours = new int[ends.length];
    for (int i = 0; i < ends.length; i++) {
      neighbours[next[end[i]]++] = end[i ^ 1];
    }
    int[] hops = new int[n];
    Arrays.fill(hops, -1);
    int[] queue = new int[n];
    int tail = 0;
    for (long representative : representatives) {
      int v = Arrays.binarySearch(vertices, representative);
      if (v >= 0 && hops[v] < 0) {
        hops[v] = 0;
        queue[tail++] = v;
      }
    }
    for (int head = 0; head < tail; head++) {
      int v = queue[head];
      for (int i = start[v]; i < start[v + 1]; i++) {
        if (hops[neighbours[i]] < 0) {
          hops[neighbours[i]] = hops[v] + 1;
          queue[tail++] = neighbours[i];
        }
      }
    }
    return new SpanningForest(vertices, hops);
  }

  /** The hops of a vertex, or −1 where the search did not come. */
  int hops(long vertex) {
    int at = Arrays.binarySearch(vertices, vertex);
    return at < 0 ? -1 : hops[at];
  }

  /** The most hops of any vertex. */
  int deepest() {
    return Arrays.stream(hops).max().orElse(0);
  }
}
