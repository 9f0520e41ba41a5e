package io.github.hubgenealogy.jobs.lineage.kernel;

import java.util.Arrays;

/**
 * Strongly connected components by Tarjan's algorithm without recursion. They are numbered so that
 * every parent outside a component has a smaller number: going through the numbers upwards meets
 * parents before children. 20 bytes a vertex while it runs.
 */
public final class Condensation {
  private final int[] number;
  private final int[] size;
  private final int count;

  private Condensation(int[] number, int[] size, int count) {
    this.number = number;
    this.size = size;
    this.count = count;
  }

  public static Condensation of(Graph graph) {
    int n = graph.vertices();
    int[] index = new int[n];
    int[] low = new int[n];
    int[] number = new int[n];
    Arrays.fill(index, -1);
    Arrays.fill(number, -1);
    int[] stack = new int[n];
    int[] path = new int[n];
    int[] edge = new int[n];
    int[] size = new int[n];
    int stackTop = 0;
    int time = 0;
    int count = 0;
    for (int start = 0; start < n; start++) {
      if (index[start] >= 0) {
        continue;
      }
      int depth = 0;
      path[0] = start;
      edge[0] = graph.parentsFrom(start);
      index[start] = low[start] = time++;
      stack[stackTop++] = start;
      while (depth >= 0) {
        int v = path[depth];
        if (edge[depth] < graph.parentsFrom(v + 1)) {
          int p = graph.parent(edge[depth]++);
          if (index[p] < 0) {
            index[p] = low[p] = time++;
            stack[stackTop++] = p;
            depth++;
            path[depth] = p;
            edge[depth] = graph.parentsFrom(p);
          } else if (number[p] < 0) {
            low[v] = Math.min(low[v], index[p]);
          }
          continue;
        }
        if (low[v] == index[v]) {
          int member;
          do {
            member = stack[--stackTop];
            number[member] = count;
            size[count]++;
          } while (member != v);
          count++;
        }
        depth--;
        if (depth >= 0) {
          low[path[depth]] = Math.min(low[path[depth]], low[v]);
        }
      }
    }
    return new Condensation(number, size, count);
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /** The number of a vertex's component. */
  public int of(int vertex) {
    return number[vertex];
  }

  /** Whether a vertex is in a cycle of more than one model. */
  public boolean inCycle(int vertex) {
    return size[number[vertex]] > 1;
  }
}
