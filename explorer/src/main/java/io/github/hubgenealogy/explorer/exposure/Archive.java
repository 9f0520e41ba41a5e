package io.github.hubgenealogy.explorer.exposure;

import io.github.hubgenealogy.explorer.graph.Direction;
import io.github.hubgenealogy.explorer.graph.IntMap;
import io.github.hubgenealogy.explorer.store.StoredGenealogy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One snapshot, or several taken as one graph: a model is one node under its name of today,
 * whatever its name was in an older snapshot, and a pair that any snapshot claims is an edge. So a
 * descendant that was deleted since, or whose middle link was, is still found. Nodes are numbered
 * as a walk comes to them.
 */
final class Archive {
  private final List<Part> parts;
  private final Renamings renamings;
  private final Map<String, Integer> byName = new HashMap<>();
  private final IntMap bySoleVertex = new IntMap();
  private final List<int[]> vertices = new ArrayList<>();

  /** Takes what is known of snapshots, the oldest first; at least one. */
  Archive(List<? extends Part> parts, Renamings renamings) {
    this.parts = List.copyOf(parts);
    this.renamings = renamings;
  }

  /** Of snapshots that are open. */
  static Archive of(List<StoredGenealogy> opened) {
    return new Archive(
        opened.stream().map(WholePart::new).toList(),
        opened.size() == 1 ? Renamings.none() : Renamings.of(opened.get(opened.size() - 1)));
  }

  List<Part> parts() {
    return parts;
  }

  private boolean sole() {
    return parts.size() == 1;
  }

  /** The node of a model by its name of today, or −1 where no snapshot has it. */
  int node(String name) {
    if (sole()) {
      int vertex = parts.get(0).find(name);
      return vertex < 0 ? -1 : nodeOf(0, vertex);
    }
    Integer known = byName.get(name);
    if (known != null) {
      return known;
    }
    int[] places = new int[parts.size()];
    boolean somewhere = false;
    for (int s = 0; s < places.length; s++) {
      places[s] = renamings.find(parts.get(s), name);
      somewhere |= places[s] >= 0;
    }
    if (!somewhere) {
      return -1;
    }
    byName.put(name, vertices.size());
    vertices.add(places);
    return vertices.size() - 1;
  }

  /** The node of a model by its name in some snapshot, or −1. */
  int nodeOf(String id) {
    return node(renamings.today(id));
  }

  /** The node of a vertex of a snapshot. */
  int nodeOf(int s, int vertex) {
    if (!sole()) {
      return nodeOf(parts.get(s).id(vertex));
    }
    int place = bySoleVertex.place(vertex);
    if (place < 0) {
      bySoleVertex.add(vertex, 0);
      place = bySoleVertex.size() - 1;
    }
    return place;
  }

  /** A node's vertex in a snapshot, or −1. */
  int vertex(int node, int s) {
    return sole() ? bySoleVertex.key(node) : vertices.get(node)[s];
  }

  /** The newest snapshot that has a node. */
  int latest(int node) {
    int s = parts.size() - 1;
    while (vertex(node, s) < 0) {
      s--;
    }
    return s;
  }

  /** A node's name in the newest snapshot that has it. */
  String name(int node) {
    int s = latest(node);
    return parts.get(s).id(vertex(node, s));
  }

  /** Takes one arc from a node. */
  @FunctionalInterface
  interface ArcVisitor {
    void visit(int snapshot, int arc, int otherNode);
  }

  /** Arcs from a node, those of newer snapshots first; text claims are left out. */
  void arcs(int node, Direction direction, ArcVisitor visitor) {
    for (int s = parts.size() - 1; s >= 0; s--) {
      int vertex = vertex(node, s);
      if (vertex < 0) {
        continue;
      }
      Part part = parts.get(s);
      for (int arc : part.arcs(vertex, direction)) {
        visitor.visit(s, arc, nodeOf(s, part.end(arc, direction)));
      }
    }
  }
}
