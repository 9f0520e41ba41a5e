package io.github.hubgenealogy.jobs.lineage;

import io.github.hubgenealogy.jobs.lineage.kernel.Closure;
import io.github.hubgenealogy.jobs.lineage.kernel.Components;
import io.github.hubgenealogy.jobs.lineage.kernel.Condensation;
import io.github.hubgenealogy.jobs.lineage.kernel.Depths;
import io.github.hubgenealogy.jobs.lineage.kernel.Graph;
import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.policy.Relation;
import java.util.Arrays;

/**
 * Every vertex's place under one policy, computed from the graph in memory; about 90 bytes each.
 */
final class PolicyLineage {
  private static final int RELATIONS = Relation.values().length;

  final Policy policy;

  /** The ranks of the models that the policy counts, or null where it counts all. */
  final int[] present;

  final Graph graph;
  final Components components;
  final Condensation condensation;
  final Depths depths;
  final Closure closure;

  /** For each representative, the member with most descendants. */
  final int[] label;

  private final int[] childrenByRelation;

  private PolicyLineage(
      Policy policy, int[] present, Graph graph, int[] childrenByRelation, int cap) {
    this.policy = policy;
    this.present = present;
    this.graph = graph;
    this.childrenByRelation = childrenByRelation;
    this.components = Components.of(graph);
    this.condensation = Condensation.of(graph);
    this.depths = Depths.of(graph, condensation);
    this.closure = Closure.of(graph, condensation, cap);
    this.label = labels(graph.vertices(), components, closure);
  }

  /**
   * Computes.
   *
   * @param bit the policy's place among those that the graph was loaded for
   * @param cap ancestors kept for a vertex
   */
  static PolicyLineage of(MemoryGraph all, Policy policy, int bit, int cap) {
    int mask = 1 << bit;
    int edges = 0;
    for (int bits : all.policies) {
      edges += (bits & mask) != 0 ? 1 : 0;
    }
    int[] children = new int[edges];
    int[] parents = new int[edges];
    byte[] relations = new byte[edges];
    boolean[] counted = policy.vertices() == Policy.Vertices.AS_UNION ? null : all.listed.clone();
    int at = 0;
    for (int e = 0; e < all.policies.length; e++) {
      if ((all.policies[e] & mask) == 0) {
        continue;
      }
      children[at] = all.children[e];
      parents[at] = all.parents[e];
      if (counted != null) {
        counted[all.connected[parents[at]]] = true;
        counted[all.connected[children[at]]] = true;
      }
      relations[at] = (byte) EdgePacking.relation(all.relations[e], bit);
      at++;
    }
    Graph graph = Graph.of(all.connected.length, children, parents, relations, at);
    int[] present = counted == null ? null : ranks(counted);
    return new PolicyLineage(policy, present, graph, byRelation(graph), cap);
  }

  private static int[] byRelation(Graph graph) {
    int[] counts = new int[Math.multiplyExact(graph.vertices(), RELATIONS)];
    for (int e = 0; e < graph.edges(); e++) {
      counts[graph.parent(e) * RELATIONS + graph.label(e)]++;
    }
    return counts;
  }

  private static int[] ranks(boolean[] counted) {
    IntList ranks = new IntList();
    for (int rank = 0; rank < counted.length; rank++) {
      if (counted[rank]) {
        ranks.add(rank);
      }
    }
    return ranks.toArray();
  }

  private static int[] labels(int n, Components components, Closure closure) {
    int[] label = new int[n];
    Arrays.fill(label, -1);
    for (int v = 0; v < n; v++) {
      int representative = components.of(v);
      int best = label[representative];
      if (best < 0 || closure.descendantCount(v) > closure.descendantCount(best)) {
        label[representative] = v;
      }
    }
    return label;
  }

  /**
   * Children by one relation.
   *
   * @param relation its place in the enum
   */
  int childrenBy(int vertex, int relation) {
    return childrenByRelation[vertex * RELATIONS + relation];
  }
}
