package io.github.hubgenealogy.jobs.lineage.kernel;

/**
 * Weakly connected components by union-find; the smallest vertex of a component represents it.
 * Nearly linear, 8 bytes a vertex.
 */
public final class Components {
  private final int[] representative;
  private final int[] size;

  private Components(int[] representative, int[] size) {
    this.representative = representative;
    this.size = size;
  }

  public static Components of(Graph graph) {
    int n = graph.vertices();
    int[] up = new int[n];
    for (int v = 0; v < n; v++) {
      up[v] = v;
    }
    for (int v = 0; v < n; v++) {
      for (int e = graph.parentsFrom(v); e < graph.parentsFrom(v + 1); e++) {
        int a = find(up, v);
        int b = find(up, graph.parent(e));
        if (a < b) {
          up[b] = a;
        } else if (b < a) {
          up[a] = b;
        }
      }
    }
    int[] size = new int[n];
    for (int v = 0; v < n; v++) {
      up[v] = find(up, v);
      size[up[v]]++;
    }
    return new Components(up, size);
  }

  private static int find(int[] up, int vertex) {
    int v = vertex;
    while (up[v] != v) {
      up[v] = up[up[v]];
      v = up[v];
    }
    return v;
  }

  /** The smallest vertex of the component. */
  public int of(int vertex) {
    return representative[vertex];
  }

  /** How many vertices are in the component. */
  public int sizeOf(int vertex) {
    return size[representative[vertex]];
  }
}
