package io.github.hubgenealogy.simulator.bench;

import java.util.Arrays;

/** The study's figures about structure: edges, components, fan-out, branching. */
final class GraphFigures {
  private static final double[] NO_MERGE_TOP = {
    33_194, 32_557, 30_618, 24_318, 23_869, 11_942, 9_859, 9_669, 9_263, 8_797
  };
  private static final double[] FAN_OUT_TOP = {
    33_042, 32_501, 30_581, 23_794, 9_565, 9_361, 8_430, 6_457, 5_556, 4_000
  };

  private final StudyGraph graph;
  private final Comparison comparison;

  GraphFigures(StudyGraph graph, Comparison comparison) {
    this.graph = graph;
    this.comparison = comparison;
  }

  void add() {
    comparison.add("laufer.nodes", "models", 1_860_411, graph.models());
    edges();
    componentsWithPhantoms();
    componentsWithoutMerges();
    fanOut();
    branching();
  }

  private void edges() {
    int[] counts = new int[StudyGraph.RELATIONS.size()];
    int all = 0;
    for (int edge = 0; edge < graph.size(); edge++) {
      if (graph.isListed(edge)) {
        counts[graph.relation(edge)]++;
        all++;
      }
    }
    comparison.add("laufer.edges", "pairs, both ends listed", 573_653, all);
    comparison.add("laufer.edges.adapter", "of them adapter", 241_417, counts[3]);
    comparison.add("laufer.edges.finetune", "finetune", 189_391, counts[1]);
    comparison.add("laufer.edges.quantized", "quantized", 101_921, counts[2]);
    comparison.add("laufer.edges.merge", "merge", 40_358, counts[4]);
    comparison.add("laufer.edges.untyped", "without a relation", 566, counts[0]);
  }

  private void componentsWithPhantoms() {
    UnionFind components = new UnionFind(graph.models() + graph.phantoms());
    for (int edge = 0; edge < graph.size(); edge++) {
      if (graph.relation(edge) != 0) {
        components.union(graph.child(edge), graph.parent(edge));
      }
    }
    int[] sizes = components.sizes();
    comparison.add(
        "laufer.wcc.all_with_phantoms",
        "components, typed, missing parents added",
        1_308_021,
        components.components());
    comparison.add(
        "laufer.wcc.rank2500_size",
        "size of the 2500th",
        7,
        sizes.length < 2_500 ? 0 : sizes[2_499]);
  }

  private void componentsWithoutMerges() {
    UnionFind components = new UnionFind(graph.models());
    for (int edge = 0; edge < graph.size(); edge++) {
      if (graph.isListed(edge) && graph.relation(edge) != StudyGraph.MERGE) {
        components.union(graph.child(edge), graph.parent(edge));
      }
    }
    int[] sizes = components.sizes();
    for (int rank = 0; rank < NO_MERGE_TOP.length; rank++) {
      comparison.add(
          "laufer.wcc.nomerge.top" + (rank + 1),
          "component without merges",
          NO_MERGE_TOP[rank],
          sizes[rank]);
    }
  }

  private void fanOut() {
    int[] parentsOf = new int[graph.models()];
    for (int edge = 0; edge < graph.size(); edge++) {
      parentsOf[graph.child(edge)]++;
    }
    int[] counts = new int[graph.models()];
    for (int edge = 0; edge < graph.size(); edge++) {
      if (graph.isListed(edge) && parentsOf[graph.child(edge)] == 1) {
        counts[graph.parent(edge)]--;
      }
    }
    Arrays.sort(counts);
    for (int rank = 0; rank < FAN_OUT_TOP.length; rank++) {
      comparison.add(
          "laufer.fanout.top" + (rank + 1),
          "children with this parent only",
          FAN_OUT_TOP[rank],
          -counts[rank]);
    }
  }

  private void branching() {
    boolean[] hasChildren = new boolean[graph.models()];
    for (int edge = 0; edge < graph.size(); edge++) {
      if (graph.isListed(edge) && graph.relation(edge) != StudyGraph.MERGE) {
        hasChildren[graph.parent(edge)] = true;
      }
    }
    int[] branching = new int[StudyGraph.RELATIONS.size()];
    for (int edge = 0; edge < graph.size(); edge++) {
      if (graph.isListed(edge) && hasChildren[graph.child(edge)]) {
        branching[graph.relation(edge)]++;
      }
    }
    comparison.add(
        "laufer.branching.finetune", "edges whose child has children", 15_047, branching[1]);
    comparison.add("laufer.branching.quantized", "", 970, branching[2]);
    comparison.add("laufer.branching.adapter", "", 458, branching[3]);
  }
}
