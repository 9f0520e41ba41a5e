package io.github.hubgenealogy.jobs.lineage.kernel;

import java.util.Arrays;

/**
 * Distances from the roots: the longest path in condensed edges, the fewest original edges, and
 * which roots a vertex descends from. Sets of roots are shared between vertices that have the same,
 * so that a family of any size under one root costs nothing.
 */
public final class Depths {
  private final Condensation condensation;
  private final int[] longest;
  private final int[] fewest;
  private final int[][] roots;
  private final int[] smallest;

  private Depths(
      Condensation condensation, int[] longest, int[] fewest, int[][] roots, int[] smallest) {
    this.condensation = condensation;
    this.longest = longest;
    this.fewest = fewest;
    this.roots = roots;
    this.smallest = smallest;
  }

  public static Depths of(Graph graph, Condensation condensation) {
    int n = graph.vertices();
    int count = condensation.count();
    int[] longest = new int[count];
    int[][] roots = new int[count][];
    int[] smallest = new int[count];
    for (int c = 0; c < count; c++) {
      smallest[c] = n;
      for (int m = condensation.membersFrom(c); m < condensation.membersFrom(c + 1); m++) {
        int v = condensation.member(m);
        smallest[c] = Math.min(smallest[c], v);
        for (int e = graph.parentsFrom(v); e < graph.parentsFrom(v + 1); e++) {
          int parent = condensation.of(graph.parent(e));
          if (parent != c) {
            roots[c] = union(roots[c], roots[parent]);
            longest[c] = Math.max(longest[c], longest[parent] + 1);
          }
        }
      }
      if (roots[c] == null) {
        roots[c] = new int[] {c};
      }
    }
    return new Depths(
        condensation, longest, fewest(graph, condensation, roots, n), roots, smallest);
  }

  /**
   * The longest path to each component of the condensation, in edges between them.
   *
   * @param least for each vertex a length that is known already
   */
  public static int[] longest(Graph graph, Condensation condensation, int[] least) {
    int[] longest = new int[condensation.count()];
    for (int c = 0; c < longest.length; c++) {
      for (int m = condensation.membersFrom(c); m < condensation.membersFrom(c + 1); m++) {
        int v = condensation.member(m);
        longest[c] = Math.max(longest[c], least[v]);
        for (int e = graph.parentsFrom(v); e < graph.parentsFrom(v + 1); e++) {
          int parent = condensation.of(graph.parent(e));
          if (parent != c) {
            longest[c] = Math.max(longest[c], longest[parent] + 1);
          }
        }
      }
    }
    return longest;
  }

  /** Breadth first from all roots at once. */
  private static int[] fewest(Graph graph, Condensation condensation, int[][] roots, int n) {
    int[] fewest = new int[n];
    Arrays.fill(fewest, -1);
    int[] queue = new int[n];
    int tail = 0;
    for (int v = 0; v < n; v++) {
      int[] own = roots[condensation.of(v)];
      if (own.length == 1 && own[0] == condensation.of(v)) {
        fewest[v] = 0;
        queue[tail++] = v;
      }
    }
    for (int head = 0; head < tail; head++) {
      int v = queue[head];
      for (int e = graph.childrenFrom(v); e < graph.childrenFrom(v + 1); e++) {
        int child = graph.child(e);
        if (fewest[child] < 0) {
          fewest[child] = fewest[v] + 1;
          queue[tail++] = child;
        }
      }
    }
    return fewest;
  }

  /** The union of two sorted sets; one of them itself where it holds the other. */
  private static int[] union(int[] a, int[] b) {
    if (a == null || a == b) {
      return b;
    }
    int[] merged = new int[a.length + b.length];
    int i = 0;
    int j = 0;
    int n = 0;
    while (i < a.length || j < b.length) {
      if (j == b.length || (i < a.length && a[i] < b[j])) {
        merged[n++] = a[i++];
      } else if (i == a.length || b[j] < a[i]) {
        merged[n++] = b[j++];
      } else {
        merged[n++] = a[i++];
        j++;
      }
    }
    if (n == a.length) {
      return a;
    }
    return n == b.length ? b : Arrays.copyOf(merged, n);
  }

  /** The longest path from a root, in edges between condensed cycles. */
  public int longest(int vertex) {
    return longest[condensation.of(vertex)];
  }

  /** The fewest edges from a root. */
  public int fewest(int vertex) {
    return fewest[vertex];
  }

  /** How many roots it descends from; 1 for a root. */
  public int rootCount(int vertex) {
    return roots[condensation.of(vertex)].length;
  }

  /** The smallest vertex of the only root, or −1 where there are several. */
  public int root(int vertex) {
    int[] own = roots[condensation.of(vertex)];
    return own.length == 1 ? smallest[own[0]] : -1;
  }
}
