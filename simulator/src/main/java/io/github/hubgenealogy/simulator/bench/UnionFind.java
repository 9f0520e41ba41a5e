package io.github.hubgenealogy.simulator.bench;

import java.util.Arrays;

/** Weakly connected components over numbers: union by size, halving paths. */
final class UnionFind {
  private final int[] parents;
  private final int[] sizes;
  private int components;

  UnionFind(int size) {
    parents = new int[size];
    sizes = new int[size];
    Arrays.fill(sizes, 1);
    for (int i = 0; i < size; i++) {
      parents[i] = i;
    }
    components = size;
  }

  private int find(int element) {
    int at = element;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  void union(int one, int other) {
    int a = find(one);
    int b = find(other);
    if (a == b) {
      return;
    }
    int large = sizes[a] < sizes[b] ? b : a;
    int small = large == a ? b : a;
    parents[small] = large;
    sizes[large] += sizes[small];
    components--;
  }

  int components() {
    return components;
  }

  /** The sizes of all components, largest first. */
  int[] sizes() {
    int[] found = new int[components];
    int count = 0;
    for (int i = 0; i < parents.length; i++) {
      if (parents[i] == i) {
        found[count++] = -sizes[i];
      }
    }
    Arrays.sort(found);
    for (int i = 0; i < found.length; i++) {
      found[i] = -found[i];
    }
    return found;
  }
}
