package io.github.hubgenealogy.explorer.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All vertices at each distance from one, in one direction, and of each generation those that are
 * shown. Its cost is the arcs of what it visits.
 */
public final class Generations {
  private final Graph graph;
  private final Sieve sieve;
  private final Direction direction;

  public Generations(Graph graph, Sieve sieve, Direction direction) {
    this.graph = graph;
    this.sieve = sieve;
    this.direction = direction;
  }

  /**
   * One generation.
   *
   * @param all its vertices
   * @param firstArc of each the arc by which it is counted: from the generation before, of several
   *     the relation that comes first, then the smaller number
   * @param shown places in {@code all}, most descendants first, then by number; each hangs on one
   *     shown before
   */
  public record Level(int[] all, int[] firstArc, int[] shown) {}

  /** Walks at most so many generations, of each of which so many are shown. */
  public List<Level> of(int start, int generations, int perGeneration) {
    IntMap visited = new IntMap();
    visited.add(start, 0);
    IntMap shownBefore = new IntMap();
    shownBefore.add(start, 0);
    List<Level> levels = new ArrayList<>();
    int from = 0;
    for (int distance = 1; distance <= generations; distance++) {
      int to = visited.size();
      for (int place = from; place < to; place++) {
        expand(visited, visited.key(place), distance);
      }
      if (visited.size() == to) {
        break;
      }
      Level level = level(visited, to, distance, shownBefore, perGeneration);
      levels.add(level);
      shownBefore = new IntMap();
      for (int i : level.shown()) {
        shownBefore.add(level.all()[i], 0);
      }
      from = to;
    }
    return levels;
  }

  private void expand(IntMap visited, int vertex, int distance) {
    Arcs arcs = graph.arcs();
    for (int i = 0; i < arcs.count(vertex, direction); i++) {
      int arc = arcs.arc(vertex, direction, i);
      if (sieve.takes(graph, arc, direction)) {
        visited.add(arcs.end(arc, direction), distance);
      }
    }
  }

  private Level level(
      IntMap visited, int from, int distance, IntMap shownBefore, int perGeneration) {
    int size = visited.size() - from;
    int[] all = new int[size];
    int[] firstArc = new int[size];
    boolean[] hangs = new boolean[size];
    for (int i = 0; i < size; i++) {
      all[i] = visited.key(from + i);
    }
    Arrays.sort(all);
    Direction back = direction == Direction.UP ? Direction.DOWN : Direction.UP;
    Arcs arcs = graph.arcs();
    for (int i = 0; i < size; i++) {
      firstArc[i] = -1;
      for (int j = 0; j < arcs.count(all[i], back); j++) {
        int arc = arcs.arc(all[i], back, j);
        int nearer = arcs.end(arc, back);
        if (sieve.follows(arcs, arc) && visited.valueOr(nearer, -1) == distance - 1) {
          if (firstArc[i] < 0 || arcs.relation(arc) < arcs.relation(firstArc[i])) {
            firstArc[i] = arc;
          }
          hangs[i] |= shownBefore.contains(nearer);
        }
      }
    }
    return new Level(all, firstArc, shown(all, hangs, perGeneration));
  }

  private int[] shown(int[] all, boolean[] hangs, int perGeneration) {
    int count = 0;
    long[] keys = new long[all.length];
    for (int i = 0; i < all.length; i++) {
      if (hangs[i]) {
        long few = (long) Integer.MAX_VALUE - graph.vertices().descendants()[all[i]];
        keys[count++] = few << 32 | i;
      }
    }
    Arrays.sort(keys, 0, count);
    int[] shown = new int[Math.min(perGeneration, count)];
    for (int i = 0; i < shown.length; i++) {
      shown[i] = (int) keys[i];
    }
    return shown;
  }
}
