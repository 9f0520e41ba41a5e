package io.github.hubgenealogy.jobs.statistics.graph;

import io.github.hubgenealogy.jobs.lineage.IntList;
import io.github.hubgenealogy.jobs.lineage.kernel.Closure;
import io.github.hubgenealogy.jobs.lineage.kernel.Components;
import io.github.hubgenealogy.jobs.lineage.kernel.Condensation;
import io.github.hubgenealogy.jobs.lineage.kernel.Depths;
import io.github.hubgenealogy.jobs.lineage.kernel.Graph;
import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.policy.Relation;
import java.util.Arrays;

/**
 * The graph as one policy sees it. Edges are numbered in the order (child, parent): those of a
 * child lie at the same places as its parents in {@link #graph}.
 */
public final class PolicyGraph {
  private final Policy policy;
  private final HubGraph all;
  private final int[] edges;
  private final Graph graph;
  private final int[] vertices;
  private final Components components;
  private final Condensation condensation;
  private final Depths depths;
  private final Closure closure;

  private PolicyGraph(Policy policy, HubGraph all, int[] edges, int[] vertices, int cap) {
    this.policy = policy;
    this.all = all;
    this.edges = edges;
    this.vertices = vertices;
    int[] child = Arrays.stream(edges).map(all::child).toArray();
    int[] parent = Arrays.stream(edges).map(all::parent).toArray();
    this.graph = Graph.of(all.models(), child, parent, edges.length);
    if (graph.edges() != edges.length) {
      throw new IllegalStateException(
          "table edges holds a pair twice, or a model as its own parent");
    }
    this.components = Components.of(graph);
    this.condensation = Condensation.of(graph);
    this.depths = Depths.of(graph, condensation);
    this.closure = Closure.of(graph, condensation, cap);
  }

  /**
   * Computes; linear but for the closure, whose time is that of its pairs.
   *
   * @param cap ancestors counted for a model
   */
  public static PolicyGraph of(HubGraph all, Policy policy, int cap) {
    IntList edges = new IntList();
    boolean[] present = new boolean[all.models()];
    for (int v = 0; v < present.length; v++) {
      present[v] = policy.vertices() == Policy.Vertices.AS_UNION || all.isListed(v);
    }
    for (int e = 0; e < all.edges(); e++) {
      if (all.counts(e, policy)) {
        edges.add(e);
        present[all.child(e)] = true;
        present[all.parent(e)] = true;
      }
    }
    IntList vertices = new IntList();
    for (int v = 0; v < present.length; v++) {
      if (present[v]) {
        vertices.add(v);
      }
    }
    return new PolicyGraph(policy, all, edges.toArray(), vertices.toArray(), cap);
  }

  public Policy policy() {
    return policy;
  }

  public HubGraph all() {
    return all;
  }

  public Graph graph() {
    return graph;
  }

  public Components components() {
    return components;
  }

  public Condensation condensation() {
    return condensation;
  }

  public Depths depths() {
    return depths;
  }

  public Closure closure() {
    return closure;
  }

  /** The models that are vertices here, ascending. */
  public int[] vertices() {
    return vertices.clone();
  }

  public int edges() {
    return edges.length;
  }

  public int child(int edge) {
    return all.child(edges[edge]);
  }

  public int parent(int edge) {
    return all.parent(edges[edge]);
  }

  public Relation relation(int edge) {
    return all.relation(edges[edge], policy);
  }

  public boolean conflict(int edge) {
    return all.conflict(edges[edge]);
  }

  public boolean childOlder(int edge) {
    return all.childOlder(edges[edge]);
  }

  public boolean crosses(int edge) {
    return all.crosses(child(edge), parent(edge));
  }

  /** Whether a vertex is a root: nothing outside its own cycle is above it. */
  public boolean isRoot(int vertex) {
    return depths.longest(vertex) == 0;
  }
}
