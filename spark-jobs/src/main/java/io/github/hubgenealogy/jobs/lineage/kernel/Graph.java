package io.github.hubgenealogy.jobs.lineage.kernel;

/**
 * A graph as two lists of neighbours, each sorted and without repetition: 8 bytes a vertex and 9 an
 * edge. Self claims are left out.
 */
public final class Graph {
  private final int vertices;
  private final int[] parentStart;
  private final int[] parents;
  private final int[] childStart;
  private final int[] children;
  private final byte[] labels;

  private Graph(
      int vertices,
      int[] parentStart,
      int[] parents,
      int[] childStart,
      int[] children,
      byte[] labels) {
    this.labels = labels;
    this.vertices = vertices;
    this.parentStart = parentStart;
    this.parents = parents;
    this.childStart = childStart;
    this.children = children;
  }

  /**
   * Builds from pairs in any order; a pair that comes again counts once. Time is linear.
   *
   * @param child the children of the first {@code edges} pairs
   * @param parent their parents
   */
  public static Graph of(int vertices, int[] child, int[] parent, int edges) {
    return of(vertices, child, parent, new byte[edges], edges);
  }

  /**
   * Builds from pairs with a label each; of a pair that comes again the smallest label counts.
   *
   * @param label from 0 to 127
   */
  public static Graph of(int vertices, int[] child, int[] parent, byte[] label, int edges) {
    int[] order = isSorted(child, parent, edges) ? null : sorted(vertices, child, parent, edges);
    int[] parentStart = new int[vertices + 1];
    int[] parents = new int[edges];
    byte[] labels = new byte[edges];
    int kept = 0;
    int lastChild = -1;
    int lastParent = -1;
    for (int i = 0; i < edges; i++) {
      int at = order == null ? i : order[i];
      int c = child[at];
      int p = parent[at];
      if (c == p) {
        continue;
      }
      if (c == lastChild && p == lastParent) {
        labels[kept - 1] = (byte) Math.min(labels[kept - 1], label[at]);
        continue;
      }
      lastChild = c;
      lastParent = p;
      parentStart[c + 1]++;
      labels[kept] = label[at];
      parents[kept++] = p;
    }
    if (kept < edges) {
      parents = java.util.Arrays.copyOf(parents, kept);
    }
    accumulate(parentStart);
    int[] childStart = new int[vertices + 1];
    for (int p : parents) {
      childStart[p + 1]++;
    }
    accumulate(childStart);
    int[] next = childStart.clone();
    int[] children = new int[kept];
    for (int c = 0; c < vertices; c++) {
      for (int e = parentStart[c]; e < parentStart[c + 1]; e++) {
        children[next[parents[e]]++] = c;
      }
    }
    return new Graph(vertices, parentStart, parents, childStart, children, labels);
  }

  private static boolean isSorted(int[] child, int[] parent, int edges) {
    for (int e = 1; e < edges; e++) {
      if (child[e] < child[e - 1] || (child[e] == child[e - 1] && parent[e] < parent[e - 1])) {
        return false;
      }
    }
    return true;
  }

  /** By parent and then, stably, by child: each vertex's parents come out ascending. */
  private static int[] sorted(int vertices, int[] child, int[] parent, int edges) {
    return counted(vertices, child, edges, counted(vertices, parent, edges, null));
  }

  /**
   * A stable counting sort of the pairs by one end, starting from an order or from the given one.
   */
  private static int[] counted(int vertices, int[] key, int edges, int[] before) {
    int[] start = new int[vertices + 1];
    for (int e = 0; e < edges; e++) {
      start[key[e] + 1]++;
    }
    accumulate(start);
    int[] order = new int[edges];
    for (int i = 0; i < edges; i++) {
      int e = before == null ? i : before[i];
      order[start[key[e]]++] = e;
    }
    return order;
  }

  private static void accumulate(int[] counts) {
    for (int i = 1; i < counts.length; i++) {
      counts[i] += counts[i - 1];
    }
  }

  public int vertices() {
    return vertices;
  }

  public int edges() {
    return parents.length;
  }

  /**
   * Where the parents of a vertex begin in {@link #parent}; those of the next begin where they end.
   */
  public int parentsFrom(int vertex) {
    return parentStart[vertex];
  }

  public int parent(int at) {
    return parents[at];
  }

  /** The label of the edge to that parent. */
  public int label(int at) {
    return labels[at];
  }

  public int childrenFrom(int vertex) {
    return childStart[vertex];
  }

  public int child(int at) {
    return children[at];
  }

  public int parentCount(int vertex) {
    return parentStart[vertex + 1] - parentStart[vertex];
  }

  public int childCount(int vertex) {
    return childStart[vertex + 1] - childStart[vertex];
  }
}
