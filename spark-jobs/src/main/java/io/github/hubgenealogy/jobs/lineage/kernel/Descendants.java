package io.github.hubgenealogy.jobs.lineage.kernel;

import java.util.Arrays;

/**
 * The pairs of the closure that begin at one ancestor: breadth first downwards, without what the
 * cap took. Nothing is held but one ancestor's pairs, so that a closure of any size can be written
 * in the order of its ancestors, and any part of it alone. Used by one thread; 4 bytes a vertex and
 * 24 a descendant.
 *
 * <p>Where the cap took an ancestor from a vertex it took it from all that descend from the
 * ancestor only through that vertex, for whatever is nearer to the vertex is nearer to them. So the
 * search ends there, and what it finds has its true distance.
 */
public final class Descendants {
  private static final int DENSE = 16;

  private final Graph graph;
  private final Closure closure;

  /** Where a vertex stands among those found, if that place holds it: never cleared. */
  private final int[] place;

  private int[] found = new int[64];
  private int[] distances = new int[64];
  private int[] hops = new int[64];
  private long[] order = new long[64];
  private int count;

  public Descendants(Graph graph, Closure closure) {
    this.graph = graph;
    this.closure = closure;
    this.place = new int[graph.vertices()];
  }

  /** Finds those of an ancestor and puts them in ascending order. */
  public Descendants of(int ancestor) {
    found[0] = ancestor;
    distances[0] = 0;
    place[ancestor] = 0;
    count = 1;
    for (int head = 0; head < count; head++) {
      int v = found[head];
      int distance = distances[head] + 1;
      for (int e = graph.childrenFrom(v); e < graph.childrenFrom(v + 1); e++) {
        reach(graph.child(e), ancestor, v, distance);
      }
    }
    sort();
    return this;
  }

  private void reach(int child, int ancestor, int from, int distance) {
    if (child == ancestor) {
      return;
    }
    // With a single parent it is met once.
    if (graph.parentCount(child) > 1) {
      int at = place[child];
      if (at < count && found[at] == child) {
        if (distances[at] == distance && from < hops[at]) {
          hops[at] = from;
        }
        return;
      }
    }
    if (!closure.keeps(child, ancestor, distance)) {
      return;
    }
    if (count == found.length) {
      int longer = Math.addExact(count, count / 2);
      found = Arrays.copyOf(found, longer);
      distances = Arrays.copyOf(distances, longer);
      hops = Arrays.copyOf(hops, longer);
    }
    found[count] = child;
    distances[count] = distance;
    hops[count] = from;
    place[child] = count++;
  }

  private void sort() {
    int size = count - 1;
    if (order.length < size) {
      order = new long[found.length];
    }
    if ((long) size * DENSE > place.length) {
      int at = 0;
      for (int v = 0; v < place.length; v++) {
        int p = place[v];
        if (p > 0 && p < count && found[p] == v) {
          order[at++] = p;
        }
      }
      return;
    }
    for (int i = 0; i < size; i++) {
      order[i] = ((long) found[i + 1] << Integer.SIZE) | (i + 1);
    }
    Arrays.sort(order, 0, size);
  }

  /** How many were found. */
  public int size() {
    return count - 1;
  }

  /** The descendant at a place from 0. */
  public int descendant(int at) {
    return found[(int) order[at]];
  }

  /** Fewest edges to it. */
  public int distance(int at) {
    return distances[(int) order[at]];
  }

  /** Its smallest parent on a shortest path. */
  public int nextHop(int at) {
    return hops[(int) order[at]];
  }
}
