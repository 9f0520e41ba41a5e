package io.github.hubgenealogy.explorer.exposure;

import io.github.hubgenealogy.explorer.graph.Direction;
import io.github.hubgenealogy.explorer.graph.Graph;
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
public final class Archive {
  private final List<StoredGenealogy> snapshots;
  private final Map<String, String> renamed;
  private final Map<String, List<String>> formerly;
  private final Map<String, Integer> byName = new HashMap<>();
  private final IntMap bySoleVertex = new IntMap();
  private final List<int[]> vertices = new ArrayList<>();

  /** Takes snapshots, the oldest first; at least one. */
  public Archive(List<StoredGenealogy> snapshots) {
    this.snapshots = List.copyOf(snapshots);
    this.renamed = new HashMap<>();
    this.formerly = new HashMap<>();
    if (snapshots.size() > 1) {
      newest()
          .index()
          .each("model-aliases", row -> renamed.putIfAbsent(row.getString(1), row.getString(2)));
      renamed.forEach(
          (old, current) -> formerly.computeIfAbsent(current, name -> new ArrayList<>()).add(old));
    }
  }

  public List<StoredGenealogy> snapshots() {
    return snapshots;
  }

  public StoredGenealogy newest() {
    return snapshots.get(snapshots.size() - 1);
  }

  private boolean sole() {
    return snapshots.size() == 1;
  }

  /** The node of a model by its name of today, or −1 where no snapshot has it. */
  public int node(String name) {
    if (sole()) {
      int vertex = newest().graph().vertices().ids().find(name);
      return vertex < 0 ? -1 : nodeOf(0, vertex);
    }
    Integer known = byName.get(name);
    if (known != null) {
      return known;
    }
    int[] places = new int[snapshots.size()];
    boolean somewhere = false;
    for (int s = 0; s < places.length; s++) {
      places[s] = find(s, name);
      somewhere |= places[s] >= 0;
    }
    if (!somewhere) {
      return -1;
    }
    byName.put(name, vertices.size());
    vertices.add(places);
    return vertices.size() - 1;
  }

  private int find(int s, String name) {
    var ids = snapshots.get(s).graph().vertices().ids();
    int vertex = ids.find(name);
    for (String old : formerly.getOrDefault(name, List.of())) {
      vertex = vertex < 0 ? ids.find(old) : vertex;
    }
    return vertex;
  }

  /** The node of a vertex of a snapshot. */
  public int nodeOf(int s, int vertex) {
    if (sole()) {
      int place = bySoleVertex.place(vertex);
      if (place < 0) {
        bySoleVertex.add(vertex, 0);
        place = bySoleVertex.size() - 1;
      }
      return place;
    }
    String id = snapshots.get(s).graph().vertices().ids().text(vertex);
    // A name that somebody else took since stays the name of whoever has it today.
    String today =
        newest().graph().vertices().ids().find(id) >= 0 ? id : renamed.getOrDefault(id, id);
    return node(today);
  }

  /** A node's vertex in a snapshot, or −1. */
  public int vertex(int node, int s) {
    return sole() ? bySoleVertex.key(node) : vertices.get(node)[s];
  }

  /** The newest snapshot that has a node. */
  public int latest(int node) {
    int s = snapshots.size() - 1;
    while (vertex(node, s) < 0) {
      s--;
    }
    return s;
  }

  /** A node's name in the newest snapshot that has it. */
  public String name(int node) {
    int s = latest(node);
    return snapshots.get(s).graph().vertices().ids().text(vertex(node, s));
  }

  /** Takes one arc from a node. */
  @FunctionalInterface
  public interface ArcVisitor {
    void visit(int snapshot, int arc, int otherNode);
  }

  /** Arcs from a node, those of newer snapshots first; text claims are left out. */
  public void arcs(int node, Direction direction, ArcVisitor visitor) {
    for (int s = snapshots.size() - 1; s >= 0; s--) {
      int vertex = vertex(node, s);
      if (vertex < 0) {
        continue;
      }
      Graph graph = snapshots.get(s).graph();
      for (int i = 0; i < graph.arcs().count(vertex, direction); i++) {
        int arc = graph.arcs().arc(vertex, direction, i);
        if (!graph.arcs().textAlone(arc)) {
          visitor.visit(s, arc, nodeOf(s, graph.arcs().end(arc, direction)));
        }
      }
    }
  }
}
