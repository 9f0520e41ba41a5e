package io.github.hubgenealogy.explorer.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Shortest ways between two vertices. */
public final class Paths {
  private final Graph graph;
  private final Sieve sieve;

  public Paths(Graph graph, Sieve sieve) {
    this.graph = graph;
    this.sieve = sieve;
  }

  /**
   * The arcs of a shortest path whatever their direction, empty where there is none. Of several the
   * one whose vertices, read backwards from the end, are smallest.
   */
  public List<Integer> between(int from, int to) {
    if (from == to) {
      return List.of();
    }
    IntMap distances = new IntMap();
    distances.add(from, 0);
    for (int place = 0; place < distances.size() && !distances.contains(to); place++) {
      int vertex = distances.key(place);
      for (Direction direction : Direction.values()) {
        for (int i = 0; i < graph.arcs().count(vertex, direction); i++) {
          int arc = graph.arcs().arc(vertex, direction, i);
          if (sieve.takes(graph, arc, direction)) {
            distances.add(graph.arcs().end(arc, direction), distances.value(place) + 1);
          }
        }
      }
    }
    List<Integer> path = new ArrayList<>();
    for (int at = to; at != from; ) {
      int arc = back(distances, at);
      if (arc < 0) {
        return List.of();
      }
      path.add(arc);
      at = graph.arcs().child(arc) == at ? graph.arcs().parent(arc) : graph.arcs().child(arc);
    }
    Collections.reverse(path);
    return path;
  }

  /** The arc to the smallest neighbour that is one step nearer, or −1. */
  private int back(IntMap distances, int vertex) {
    int wanted = distances.valueOr(vertex, -1) - 1;
    int best = -1;
    int bestEnd = Integer.MAX_VALUE;
    if (wanted < 0) {
      return best;
    }
    for (Direction direction : Direction.values()) {
      for (int i = 0; i < graph.arcs().count(vertex, direction); i++) {
        int arc = graph.arcs().arc(vertex, direction, i);
        int end = graph.arcs().end(arc, direction);
        if (end < bestEnd
            && sieve.follows(graph.arcs(), arc)
            && distances.valueOr(end, -1) == wanted) {
          best = arc;
          bestEnd = end;
        }
      }
    }
    return best;
  }

  /** Distances to all vertices above one, itself at 0. */
  public IntMap above(int start) {
    IntMap distances = new IntMap();
    distances.add(start, 0);
    for (int place = 0; place < distances.size(); place++) {
      int vertex = distances.key(place);
      for (int i = 0; i < graph.arcs().count(vertex, Direction.UP); i++) {
        int arc = graph.arcs().arc(vertex, Direction.UP, i);
        if (sieve.takes(graph, arc, Direction.UP)) {
          distances.add(graph.arcs().parent(arc), distances.value(place) + 1);
        }
      }
    }
    return distances;
  }

  /**
   * Nearest common ancestors, a vertex being its own: those from which no arc leads down to another
   * common ancestor; the members of a cycle count as one.
   *
   * @return vertices by both distances together, then by number
   */
  public int[] nearestCommon(IntMap aboveFirst, IntMap aboveSecond) {
    int[] common = new int[Math.min(aboveFirst.size(), aboveSecond.size())];
    int count = 0;
    for (int place = 0; place < aboveFirst.size(); place++) {
      if (aboveSecond.contains(aboveFirst.key(place))) {
        common[count++] = aboveFirst.key(place);
      }
    }
    common = Arrays.copyOf(common, count);
    IntMap known = new IntMap();
    for (int vertex : common) {
      known.add(vertex, 0);
    }
    int[] nearest = new int[count];
    int kept = 0;
    for (int vertex : common) {
      if (isNearest(vertex, known)) {
        nearest[kept++] = vertex;
      }
    }
    Integer[] order = new Integer[kept];
    for (int i = 0; i < kept; i++) {
      order[i] = nearest[i];
    }
    Arrays.sort(
        order,
        (a, b) -> {
          int together =
              aboveFirst.valueOr(a, 0)
                  + aboveSecond.valueOr(a, 0)
                  - aboveFirst.valueOr(b, 0)
                  - aboveSecond.valueOr(b, 0);
          return together != 0 ? together : Integer.compare(a, b);
        });
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  /** Whether no common ancestor is below it but those of one cycle with it. */
  private boolean isNearest(int vertex, IntMap common) {
    IntMap above = null;
    IntMap cycle = new IntMap();
    cycle.add(vertex, 0);
    for (int place = 0; place < cycle.size(); place++) {
      int member = cycle.key(place);
      for (int i = 0; i < graph.arcs().count(member, Direction.DOWN); i++) {
        int arc = graph.arcs().arc(member, Direction.DOWN, i);
        int child = graph.arcs().child(arc);
        if (child == vertex || !common.contains(child) || !sieve.follows(graph.arcs(), arc)) {
          continue;
        }
        above = above == null ? above(vertex) : above;
        if (!above.contains(child)) {
          return false;
        }
        cycle.add(child, 0);
      }
    }
    return true;
  }
}
