package io.github.hubgenealogy.explorer.store;

import io.github.hubgenealogy.explorer.genealogy.Edge;
import io.github.hubgenealogy.explorer.genealogy.Filter;
import io.github.hubgenealogy.explorer.genealogy.Generation;
import io.github.hubgenealogy.explorer.genealogy.Kin;
import io.github.hubgenealogy.explorer.genealogy.Page;
import io.github.hubgenealogy.explorer.genealogy.Relation;
import io.github.hubgenealogy.explorer.graph.Arcs;
import io.github.hubgenealogy.explorer.graph.Direction;
import io.github.hubgenealogy.explorer.graph.Generations;
import io.github.hubgenealogy.explorer.graph.Graph;
import io.github.hubgenealogy.explorer.graph.IntMap;
import io.github.hubgenealogy.explorer.graph.Sieve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Neighbours and generations as records. */
final class Families {
  private static final Relation[] RELATIONS = Relation.values();

  private final Graph graph;
  private final Portraits portraits;

  Families(Graph graph, Portraits portraits) {
    this.graph = graph;
    this.portraits = portraits;
  }

  Page<Kin> neighbours(int v, Filter filter, Direction direction, int offset, int limit) {
    Sieve sieve = portraits.sieve(filter);
    IntMap seen = new IntMap();
    for (int i = 0; i < graph.arcs().count(v, direction); i++) {
      int arc = graph.arcs().arc(v, direction, i);
      if (sieve.takes(graph, arc, direction)) {
        seen.add(graph.arcs().end(arc, direction), arc);
      }
    }
    int[] ends = new int[seen.size()];
    Arrays.setAll(ends, seen::key);
    int[] page = byDescendants(ends, offset, limit);
    IntMap self = new IntMap();
    self.add(v, 0);
    List<Kin> kin = new ArrayList<>();
    for (int end : page) {
      kin.add(new Kin(portraits.member(end), edges(end, direction, self, sieve)));
    }
    return new Page<>(kin, ends.length, offset);
  }

  /** A part of some vertices, most descendants first, then by id. */
  int[] byDescendants(int[] vertices, int offset, int limit) {
    long[] keys = new long[vertices.length];
    for (int i = 0; i < keys.length; i++) {
      long few = (long) Integer.MAX_VALUE - graph.vertices().descendants()[vertices[i]];
      keys[i] = few << 32 | vertices[i];
    }
    Arrays.sort(keys);
    int from = Math.max(0, Math.min(offset, keys.length));
    int to = (int) Math.min((long) from + Math.max(0, limit), keys.length);
    return Arrays.stream(keys, from, to).mapToInt(key -> (int) key).toArray();
  }

  List<Generation> generations(
      int v, Filter filter, Direction direction, int generations, int perGeneration) {
    Sieve sieve = portraits.sieve(filter);
    List<Generation> all = new ArrayList<>();
    IntMap before = new IntMap();
    before.add(v, 0);
    int distance = 0;
    for (Generations.Level level :
        new Generations(graph, sieve, direction).of(v, generations, perGeneration)) {
      distance++;
      all.add(generation(level, distance, direction, before, sieve));
      before = new IntMap();
      for (int place : level.shown()) {
        before.add(level.all()[place], 0);
      }
    }
    return all;
  }

  private Generation generation(
      Generations.Level level, int distance, Direction direction, IntMap before, Sieve sieve) {
    List<Kin> shown = new ArrayList<>();
    boolean[] isShown = new boolean[level.all().length];
    for (int place : level.shown()) {
      isShown[place] = true;
      int vertex = level.all()[place];
      shown.add(new Kin(portraits.member(vertex), edges(vertex, direction, before, sieve)));
    }
    Map<Relation, Integer> relations = new EnumMap<>(Relation.class);
    IntMap owners = new IntMap();
    Rests rests = new Rests(graph);
    Direction back = direction == Direction.UP ? Direction.DOWN : Direction.UP;
    Arcs arcs = graph.arcs();
    for (int i = 0; i < isShown.length; i++) {
      int vertex = level.all()[i];
      relations.merge(RELATIONS[arcs.relation(level.firstArc()[i])], 1, Integer::sum);
      owners.add(graph.owner()[vertex], 0);
      if (!isShown[i]) {
        int through = -1;
        int throughPlace = Integer.MAX_VALUE;
        int throughArc = level.firstArc()[i];
        for (int j = 0; j < arcs.count(vertex, back); j++) {
          int arc = arcs.arc(vertex, back, j);
          int place = before.place(arcs.end(arc, back));
          if (place >= 0 && place < throughPlace && sieve.follows(arcs, arc)) {
            throughPlace = place;
            through = arcs.end(arc, back);
            throughArc = arc;
          }
        }
        rests.add(through, throughPlace, RELATIONS[arcs.relation(throughArc)], vertex);
      }
    }
    return new Generation(
        distance, shown, isShown.length, relations, owners.size(), rests.records());
  }

  /** The arcs from a vertex back to some others, as edges. */
  private List<Edge> edges(int vertex, Direction direction, IntMap others, Sieve sieve) {
    Direction back = direction == Direction.UP ? Direction.DOWN : Direction.UP;
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < graph.arcs().count(vertex, back); i++) {
      int arc = graph.arcs().arc(vertex, back, i);
      if (sieve.follows(graph.arcs(), arc) && others.contains(graph.arcs().end(arc, back))) {
        edges.add(portraits.edge(arc));
      }
    }
    return edges;
  }
}
