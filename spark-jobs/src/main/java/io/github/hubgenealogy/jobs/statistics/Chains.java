package io.github.hubgenealogy.jobs.statistics;

import io.github.hubgenealogy.jobs.lineage.kernel.Condensation;
import io.github.hubgenealogy.jobs.lineage.kernel.Graph;
import io.github.hubgenealogy.jobs.statistics.graph.PolicyGraph;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.util.Arrays;

/**
 * The longest chain of descent, and the longest on which two owners meet: a person can make a chain
 * of any length alone. Cycles are one place, named by the member on which the chain goes on. Of
 * equal chains that which, read from its end, has the smaller ids.
 */
final class Chains {
  private static final int NONE = -1;

  private final PolicyGraph view;
  private final int[] members;

  /**
   * By condensed vertex and whether two owners must have met: edges, and the edge that gives it.
   */
  private final int[][] length;

  private final int[][] edgeOf;

  private Chains(PolicyGraph view) {
    this.view = view;
    this.members = membersByComponent(view);
    int count = view.condensation().count();
    this.length = new int[2][count];
    this.edgeOf = new int[2][count];
    Arrays.fill(length[1], NONE);
    Arrays.fill(edgeOf[0], NONE);
    Arrays.fill(edgeOf[1], NONE);
  }

  static void add(PolicyGraph view, StatisticsRows rows) {
    Chains chains = new Chains(view);
    chains.extend();
    chains.write(0, "longest_chain", rows);
    chains.write(1, "longest_chain_of_two_owners", rows);
    Figures.Of figures = rows.figures().of(view.policy().word());
    int most = Math.max(0, Arrays.stream(chains.length[1]).max().orElse(0));
    figures.count("derived_models", "longest_chain_of_two_owners", "", most, "edges");
  }

  /** Vertices ordered by their condensed numbers, which rise from parents to children. */
  private static int[] membersByComponent(PolicyGraph view) {
    int n = view.all().models();
    int[] start = new int[view.condensation().count() + 1];
    for (int v = 0; v < n; v++) {
      start[view.condensation().of(v) + 1]++;
    }
    for (int c = 1; c < start.length; c++) {
      start[c] += start[c - 1];
    }
    int[] members = new int[n];
    for (int v = 0; v < n; v++) {
      members[start[view.condensation().of(v)]++] = v;
    }
    return members;
  }

  private void extend() {
    Graph graph = view.graph();
    Condensation condensed = view.condensation();
    for (int child : members) {
      int at = condensed.of(child);
      for (int e = graph.parentsFrom(child); e < graph.parentsFrom(child + 1); e++) {
        int before = condensed.of(graph.parent(e));
        if (before == at) {
          continue;
        }
        offer(0, at, length[0][before] + 1, e);
        if (view.crosses(e)) {
          offer(1, at, length[0][before] + 1, e);
        } else if (length[1][before] != NONE) {
          offer(1, at, length[1][before] + 1, e);
        }
      }
    }
  }

  /**
   * Members and their parents come in ascending order, so the first of equals has the smaller id.
   */
  private void offer(int kind, int at, int edges, int edge) {
    if (edges > length[kind][at]) {
      length[kind][at] = edges;
      edgeOf[kind][at] = edge;
    }
  }

  private void write(int kind, String measure, StatisticsRows rows) {
    int most = Arrays.stream(length[kind]).max().orElse(NONE);
    if (most < 1) {
      return;
    }
    int last = NONE;
    for (int v : view.vertices()) {
      if (length[kind][view.condensation().of(v)] == most) {
        last = v;
        break;
      }
    }
    int[] chain = new int[most + 1];
    chain[most] = last;
    int at = view.condensation().of(last);
    int left = kind;
    for (int depth = most; depth > 0; depth--) {
      int edge = edgeOf[left][at];
      chain[depth - 1] = view.parent(edge);
      if (left == 1 && view.crosses(edge)) {
        left = 0;
      }
      at = view.condensation().of(view.parent(edge));
    }
    for (int depth = 0; depth <= most; depth++) {
      rows.add(
          TableContracts.TOP_MODELS,
          view.policy().word(),
          measure,
          depth + 1,
          view.all().id(chain[depth]),
          (long) depth);
    }
  }
}
