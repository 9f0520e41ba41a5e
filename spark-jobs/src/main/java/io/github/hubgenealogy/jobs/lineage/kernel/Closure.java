package io.github.hubgenealogy.jobs.lineage.kernel;

import java.util.Arrays;

/**
 * All ancestors of every vertex, nearest first, at most so many each: breadth first upwards from
 * each vertex, level by level, each level in the order of the vertices. Time and, where pairs are
 * handed on, space are those of the result; beyond the cap only what must still be marked as cut is
 * visited.
 */
public final class Closure {

  /**
   * Takes the pairs of one vertex after another, each vertex's in the order (distance, ancestor).
   */
  @FunctionalInterface
  public interface Pairs {
    void accept(int descendant, int ancestor, int distance, int nextHop);
  }

  private final Graph graph;
  private final int cap;
  private final int[] ancestorCount;
  private final int[] descendantCount;
  private final boolean[] capped;

  /** Vertices that are marked and whose ancestors all are: no search needs to go beyond them. */
  private final boolean[] settled;

  private final int[] stamp;
  private final int[] hop;
  private final int[] distanceOf;
  private int[] level = new int[64];
  private int[] next = new int[64];
  private int[] lost = new int[64];

  private Closure(Graph graph, int cap) {
    this.graph = graph;
    this.cap = cap;
    int n = graph.vertices();
    ancestorCount = new int[n];
    descendantCount = new int[n];
    capped = new boolean[n];
    settled = new boolean[n];
    stamp = new int[n];
    hop = new int[n];
    distanceOf = new int[n];
    Arrays.fill(stamp, -1);
  }

  /**
   * Computes.
   *
   * @param cap ancestors kept for a vertex
   */
  public static Closure of(Graph graph, int cap, Pairs pairs) {
    Closure closure = new Closure(graph, cap);
    for (int v = 0; v < graph.vertices(); v++) {
      if (graph.parentCount(v) > 0) {
        closure.climb(v, pairs);
      }
    }
    return closure;
  }

  private void climb(int start, Pairs pairs) {
    stamp[start] = start;
    distanceOf[start] = 0;
    level[0] = start;
    int width = 1;
    int kept = 0;
    for (int distance = 1; width > 0; distance++) {
      int found = ascend(start, width, distance);
      int room = Math.min(found, cap - kept);
      if (found > 1) {
        Arrays.sort(next, 0, found);
      }
      for (int i = 0; i < room; i++) {
        int ancestor = next[i];
        descendantCount[ancestor]++;
        pairs.accept(start, ancestor, distance, hop[ancestor]);
      }
      kept += room;
      if (room < found) {
        cut(start, found, room);
        break;
      }
      int[] swap = level;
      level = next;
      next = swap;
      width = found;
    }
    ancestorCount[start] = kept;
  }

  /** The next level upwards; a vertex reached from several keeps the smallest first step. */
  private int ascend(int start, int width, int distance) {
    int found = 0;
    for (int i = 0; i < width; i++) {
      int v = level[i];
      for (int e = graph.parentsFrom(v); e < graph.parentsFrom(v + 1); e++) {
        int parent = graph.parent(e);
        int first = distance == 1 ? parent : hop[v];
        if (stamp[parent] != start) {
          stamp[parent] = start;
          hop[parent] = first;
          distanceOf[parent] = distance;
          if (found == next.length) {
            next = Arrays.copyOf(next, 2 * found);
          }
          next[found++] = parent;
        } else if (distanceOf[parent] == distance && first < hop[parent]) {
          hop[parent] = first;
        }
      }
    }
    return found;
  }

  /** Marks the start and every true ancestor that the cap took from it. */
  private void cut(int start, int found, int from) {
    capped[start] = true;
    int count = 0;
    // Kept ancestors of the last level lead to further ones too.
    for (int i = 0; i < found; i++) {
      if (count == lost.length) {
        lost = Arrays.copyOf(lost, 2 * count);
      }
      lost[count++] = next[i];
      if (i >= from) {
        capped[next[i]] = true;
      }
    }
    for (int head = 0; head < count; head++) {
      int v = lost[head];
      if (settled[v]) {
        continue;
      }
      for (int e = graph.parentsFrom(v); e < graph.parentsFrom(v + 1); e++) {
        int parent = graph.parent(e);
        if (stamp[parent] != start) {
          stamp[parent] = start;
          capped[parent] = true;
          if (count == lost.length) {
            lost = Arrays.copyOf(lost, 2 * count);
          }
          lost[count++] = parent;
        }
      }
    }
    for (int i = count - 1; i >= 0; i--) {
      settle(lost[i]);
    }
  }

  private void settle(int vertex) {
    if (!capped[vertex]) {
      return;
    }
    for (int e = graph.parentsFrom(vertex); e < graph.parentsFrom(vertex + 1); e++) {
      if (!settled[graph.parent(e)]) {
        return;
      }
    }
    settled[vertex] = true;
  }

  /** Pairs that end at a vertex. */
  public int ancestorCount(int vertex) {
    return ancestorCount[vertex];
  }

  /** Pairs that begin at a vertex. */
  public int descendantCount(int vertex) {
    return descendantCount[vertex];
  }

  /** Whether the cap cut pairs of this vertex, at either end. */
  public boolean capped(int vertex) {
    return capped[vertex];
  }
}
