package io.github.hubgenealogy.jobs.lineage.kernel;

import java.util.Arrays;

/**
 * How many ancestors and descendants every vertex has, where at most so many ancestors of each
 * count: the nearest, of equally near ones the smallest. {@link Descendants} gives the pairs.
 *
 * <p>A vertex with one parent has that parent's ancestors and the parent itself, so it only hands
 * on its own and its descendants' number; a search upwards begins at the others alone, those in
 * cycles, and those that the cap may reach. A forest takes linear time. 13 bytes a vertex, another
 * 21 while it runs.
 */
public final class Closure {
  private final Graph graph;
  private final int cap;
  private final int[] ancestorCount;
  private final int[] descendantCount;
  private final boolean[] capped;

  /** Where the cap cut a vertex's ancestors, or null where it cut none at all. */
  private int[] lastDistance;

  private int[] lastAncestor;

  /** Vertices that are marked and whose ancestors all are: no search needs to go beyond them. */
  private boolean[] settled;

  /** Vertices for which this one counts, itself among them. */
  private int[] weight;

  private int[] stamp;
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
    weight = new int[n];
    stamp = new int[n];
    Arrays.fill(stamp, -1);
    Arrays.fill(weight, 1);
  }

  /**
   * Counts.
   *
   * @param cap ancestors kept for a vertex
   */
  public static Closure of(Graph graph, Condensation condensation, int cap) {
    Closure closure = new Closure(graph, cap);
    closure.count(condensation);
    closure.settled = null;
    closure.weight = null;
    closure.stamp = null;
    closure.level = null;
    closure.next = null;
    closure.lost = null;
    return closure;
  }

  private void count(Condensation condensation) {
    int[] most = mostAncestors(condensation);
    // Children before parents, so that a vertex knows for how many it counts.
    for (int c = condensation.count() - 1; c >= 0; c--) {
      for (int m = condensation.membersFrom(c); m < condensation.membersFrom(c + 1); m++) {
        int v = condensation.member(m);
        if (handsOn(v, c, condensation, most)) {
          weight[graph.parent(graph.parentsFrom(v))] += weight[v];
        } else if (graph.parentCount(v) > 0) {
          climb(v);
        }
      }
    }
    for (int c = 0; c < condensation.count(); c++) {
      for (int m = condensation.membersFrom(c); m < condensation.membersFrom(c + 1); m++) {
        int v = condensation.member(m);
        descendantCount[v] += weight[v] - 1;
        if (handsOn(v, c, condensation, most)) {
          ancestorCount[v] = ancestorCount[graph.parent(graph.parentsFrom(v))] + 1;
        }
      }
    }
  }

  private boolean handsOn(int vertex, int component, Condensation condensation, int[] most) {
    return graph.parentCount(vertex) == 1
        && condensation.sizeOf(component) == 1
        && most[component] <= cap;
  }

  /** For each component a bound of its members' ancestors, as if no path met another. */
  private int[] mostAncestors(Condensation condensation) {
    int[] most = new int[condensation.count()];
    for (int c = 0; c < most.length; c++) {
      long sum = condensation.sizeOf(c) - 1L;
      for (int m = condensation.membersFrom(c); m < condensation.membersFrom(c + 1); m++) {
        int v = condensation.member(m);
        for (int e = graph.parentsFrom(v); e < graph.parentsFrom(v + 1); e++) {
          int parent = condensation.of(graph.parent(e));
          sum += parent == c ? 0 : 1L + most[parent];
        }
      }
      most[c] = (int) Math.min(Integer.MAX_VALUE, sum);
    }
    return most;
  }

  /** Breadth first upwards, level by level. */
  private void climb(int start) {
    stamp[start] = start;
    level[0] = start;
    int width = 1;
    int kept = 0;
    for (int distance = 1; width > 0; distance++) {
      int found = ascend(start, width);
      int room = Math.min(found, cap - kept);
      if (room < found) {
        Arrays.sort(next, 0, found);
        cutAt(start, distance, room == 0 ? -1 : next[room - 1]);
      }
      for (int i = 0; i < room; i++) {
        descendantCount[next[i]] += weight[start];
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

  private int ascend(int start, int width) {
    int found = 0;
    for (int i = 0; i < width; i++) {
      int v = level[i];
      for (int e = graph.parentsFrom(v); e < graph.parentsFrom(v + 1); e++) {
        int parent = graph.parent(e);
        if (stamp[parent] != start) {
          stamp[parent] = start;
          if (found == next.length) {
            next = Arrays.copyOf(next, 2 * found);
          }
          next[found++] = parent;
        }
      }
    }
    return found;
  }

  private void cutAt(int vertex, int distance, int ancestor) {
    if (lastDistance == null) {
      lastDistance = new int[graph.vertices()];
      lastAncestor = new int[graph.vertices()];
      Arrays.fill(lastDistance, Integer.MAX_VALUE);
    }
    lastDistance[vertex] = distance;
    lastAncestor[vertex] = ancestor;
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

  /** Whether the cap left a vertex an ancestor that is so many edges away. */
  boolean keeps(int vertex, int ancestor, int distance) {
    return lastDistance == null
        || distance < lastDistance[vertex]
        || (distance == lastDistance[vertex] && ancestor <= lastAncestor[vertex]);
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
