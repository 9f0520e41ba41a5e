package io.github.hubgenealogy.explorer.exposure;

import io.github.hubgenealogy.explorer.graph.Arcs;
import io.github.hubgenealogy.explorer.graph.Direction;
import io.github.hubgenealogy.explorer.graph.Graph;
import io.github.hubgenealogy.explorer.graph.Ids;
import io.github.hubgenealogy.explorer.graph.Vertices;
import io.github.hubgenealogy.explorer.store.StoredGenealogy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Models of the newest snapshot that may descend although nobody declared it: prose says so, the
 * base's name stands in theirs, or their shape is the same and they came later. Each is listed
 * once, by the strongest of these. Those that an answer already holds are none.
 */
final class Candidates {
  /** Shorter names stand in thousands of others by chance. */
  private static final int SHORTEST_NAME = 5;

  private final Archive archive;
  private final StoredGenealogy newest;
  private final Graph graph;
  private final Walk walk;
  private final Set<Integer> taken = new HashSet<>();
  private final List<Candidate> found = new ArrayList<>();

  Candidates(StoredGenealogy newest, Archive archive, Walk walk) {
    this.archive = archive;
    this.newest = newest;
    this.graph = newest.graph();
    this.walk = walk;
  }

  /** Candidates for the models asked for, by kind, most downloads first, then id. */
  List<Candidate> of(int[] models) {
    byProse(models);
    for (int node : models) {
      int vertex = vertex(node);
      if (vertex >= 0) {
        byName(vertex);
        byShape(vertex);
      }
    }
    found.sort(
        Comparator.comparing(Candidate::kind)
            .thenComparing(
                candidate ->
                    candidate.model().downloads() == null ? 0L : -candidate.model().downloads())
            .thenComparing(candidate -> candidate.model().id()));
    return found;
  }

  /** A node's number in the newest snapshot's own graph, or −1. */
  private int vertex(int node) {
    int last = archive.parts().size() - 1;
    int vertex = archive.vertex(node, last);
    return vertex < 0 ? -1 : graph.vertices().ids().find(archive.parts().get(last).id(vertex));
  }

  private void byProse(int[] models) {
    for (int node : models) {
      claimsOf(vertex(node));
    }
    for (int i = 0; i < walk.size(); i++) {
      claimsOf(vertex(walk.node(i)));
    }
  }

  private void claimsOf(int vertex) {
    Arcs arcs = graph.arcs();
    for (int i = 0; vertex >= 0 && i < arcs.count(vertex, Direction.DOWN); i++) {
      int arc = arcs.arc(vertex, Direction.DOWN, i);
      if (arcs.textAlone(arc)) {
        add(arcs.child(arc), vertex, Candidate.Kind.TEXT, "its card's prose names it");
      }
    }
  }

  private void byName(int vertex) {
    String id = graph.vertices().ids().text(vertex);
    String name = id.substring(id.indexOf('/') + 1);
    if (name.length() < SHORTEST_NAME) {
      return;
    }
    Ids ids = graph.vertices().ids();
    for (int other : newest.names().models().holding(name)) {
      add(other, vertex, Candidate.Kind.NAME, "'" + name + "' stands in '" + ids.text(other) + "'");
    }
  }

  private void byShape(int vertex) {
    Vertices all = graph.vertices();
    int type = all.modelType()[vertex];
    long parameters = all.parameters()[vertex];
    long created = all.created()[vertex];
    if (type == 0 || parameters < 0 || created == Vertices.NO_DATE) {
      return;
    }
    for (int other = 0; other < all.size(); other++) {
      if (all.modelType()[other] == type
          && all.parameters()[other] == parameters
          && all.created()[other] > created) {
        add(
            other,
            vertex,
            Candidate.Kind.SHAPE,
            "same model type and parameter count, created later");
      }
    }
  }

  private void add(int vertex, int of, Candidate.Kind kind, String because) {
    String id = graph.vertices().ids().text(vertex);
    if (vertex != of && !walk.holds(archive.nodeOf(id)) && taken.add(vertex)) {
      found.add(
          new Candidate(
              newest.portraits().member(vertex), graph.vertices().ids().text(of), kind, because));
    }
  }
}
