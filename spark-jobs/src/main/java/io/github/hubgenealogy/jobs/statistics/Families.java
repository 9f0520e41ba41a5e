package io.github.hubgenealogy.jobs.statistics;

import io.github.hubgenealogy.jobs.statistics.graph.PolicyGraph;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The families of the roots with most descendants, small enough to draw: every member hangs from
 * one parent, on a shortest path from the root; the members with most descendants are kept.
 */
final class Families {
  private static final int FAMILIES = 5;
  private static final int DRAWN = 240;

  private final PolicyGraph view;

  /** The edge by which a member is reached; −1 for the root and for all others. */
  private final int[] edgeTo;

  private Families(PolicyGraph view) {
    this.view = view;
    this.edgeTo = new int[view.all().models()];
  }

  static void add(PolicyGraph view, StatisticsRows rows) {
    Families families = new Families(view);
    List<Integer> roots = new ArrayList<>();
    BitSet cycles = new BitSet();
    for (int model : view.vertices()) {
      int cycle = view.condensation().of(model);
      if (view.isRoot(model) && view.graph().childCount(model) > 0 && !cycles.get(cycle)) {
        cycles.set(cycle);
        roots.add(model);
      }
    }
    roots.sort(
        Comparator.comparingInt((Integer root) -> -view.closure().descendantCount(root))
            .thenComparingInt(root -> root));
    for (int i = 0; i < Math.min(FAMILIES, roots.size()); i++) {
      families.write(i + 1, roots.get(i), rows);
    }
  }

  private void write(int family, int root, StatisticsRows rows) {
    int[] members = tree(root);
    int[] below = new int[view.all().models()];
    Map<Integer, List<Integer>> children = new HashMap<>();
    for (int i = members.length - 1; i > 0; i--) {
      int parent = view.parent(edgeTo[members[i]]);
      below[parent] += below[members[i]] + 1;
      children.computeIfAbsent(parent, p -> new ArrayList<>()).add(members[i]);
    }
    PriorityQueue<Integer> next =
        new PriorityQueue<>(
            Comparator.comparingInt((Integer m) -> -below[m]).thenComparingInt(m -> m));
    List<Integer> drawn = new ArrayList<>();
    next.add(root);
    while (!next.isEmpty() && drawn.size() < DRAWN) {
      int model = next.poll();
      drawn.add(model);
      next.addAll(children.getOrDefault(model, List.of()));
    }
    Map<Integer, Integer> places = new HashMap<>();
    drawn.forEach(model -> places.put(model, places.size() + 1));
    Map<Integer, Integer> distance = new HashMap<>();
    for (int model : drawn) {
      int edge = edgeTo[model];
      int parent = edge < 0 ? -1 : view.parent(edge);
      distance.put(model, edge < 0 ? 0 : distance.get(parent) + 1);
      int leftOut = 0;
      for (int child : children.getOrDefault(model, List.of())) {
        if (!places.containsKey(child)) {
          leftOut += 1 + below[child];
        }
      }
      rows.add(
          TableContracts.FAMILIES,
          view.policy().word(),
          family,
          places.get(model),
          edge < 0 ? null : places.get(parent),
          view.all().id(model),
          edge < 0 ? null : view.relation(edge).word(),
          distance.get(model),
          view.closure().descendantCount(model),
          leftOut);
    }
  }

  /** The members by distance and id, the root first. */
  private int[] tree(int root) {
    Arrays.fill(edgeTo, -1);
    BitSet seen = new BitSet(edgeTo.length);
    int[] queue = new int[view.closure().descendantCount(root) + 1];
    queue[0] = root;
    seen.set(root);
    int tail = 1;
    int level = 0;
    while (level < tail) {
      int end = tail;
      for (int head = level; head < end; head++) {
        int model = queue[head];
        for (int e = view.graph().childrenFrom(model);
            e < view.graph().childrenFrom(model + 1);
            e++) {
          int child = view.graph().child(e);
          if (!seen.get(child)) {
            seen.set(child);
            edgeTo[child] = edgeBetween(child, model);
            if (tail == queue.length) {
              queue = Arrays.copyOf(queue, 2 * tail);
            }
            queue[tail++] = child;
          }
        }
      }
      Arrays.sort(queue, end, tail);
      level = end;
    }
    return Arrays.copyOf(queue, tail);
  }

  private int edgeBetween(int child, int parent) {
    for (int e = view.graph().parentsFrom(child); ; e++) {
      if (view.graph().parent(e) == parent) {
        return e;
      }
    }
  }
}
