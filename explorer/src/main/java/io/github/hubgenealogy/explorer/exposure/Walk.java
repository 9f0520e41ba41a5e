package io.github.hubgenealogy.explorer.exposure;

import io.github.hubgenealogy.explorer.genealogy.Carries;
import io.github.hubgenealogy.explorer.graph.Direction;
import io.github.hubgenealogy.explorer.graph.IntMap;
import java.util.Arrays;
import java.util.List;

/**
 * Everything below (or above) some models, with the way that carries most.
 *
 * <p>What a way carries is its weakest step. Of several ways to a model the one that carries most
 * counts, of those the shortest, of those the one whose models come first by id. The distance is
 * that of the shortest way of all, which may carry less and be another. Found by one breadth-first
 * walk for each kind, over steps that carry at least that: what a walk reaches first is what the
 * model carries. Six walks over the arcs below, whatever the number of ways.
 */
final class Walk {
  private static final List<Carries> KINDS = List.of(Carries.values());

  private final Archive archive;
  private final Direction direction;
  private final IntMap places = new IntMap();
  private final Steps steps = new Steps();
  private final int sources;
  private final byte[] carries;
  private final int[] distance;
  private final int[][] arrivals;

  /**
   * Walks.
   *
   * @param models nodes to start from
   * @param trained nodes of models trained on each data set that was asked for
   */
  Walk(Archive archive, Direction direction, int[] models, int[][] trained) {
    this.archive = archive;
    this.direction = direction;
    for (int model : models) {
      places.add(model, 0);
    }
    // A data set stands as a node below zero.
    for (int i = 0; i < trained.length; i++) {
      places.add(-2 - i, 0);
    }
    this.sources = places.size();
    for (int place = 0; place < places.size(); place++) {
      steps.begin();
      int node = places.key(place);
      if (node < -1) {
        for (int model : trained[-2 - node]) {
          places.add(model, 0);
          steps.add(places.place(model), Carries.TRAINED, -1, -1);
        }
      } else {
        gather(node);
      }
    }
    steps.end();
    this.carries = new byte[places.size()];
    this.distance = new int[places.size()];
    this.arrivals = new int[KINDS.size()][];
    Arrays.fill(carries, (byte) -1);
    for (int kind = 0; kind < KINDS.size(); kind++) {
      reach(kind);
    }
  }

  private void gather(int node) {
    archive.arcs(
        node,
        direction,
        (s, arc, other) -> {
          places.add(other, 0);
          Carries step = archive.parts().get(s).relation(arc).carries();
          steps.add(places.place(other), step, s, arc);
        });
  }

  private void reach(int kind) {
    int[] arrival = new int[places.size()];
    int[] far = new int[places.size()];
    int[] queue = new int[places.size()];
    Arrays.fill(arrival, -1);
    int tail = 0;
    for (int place = 0; place < sources; place++) {
      queue[tail++] = place;
    }
    for (int head = 0; head < tail; head++) {
      int place = queue[head];
      for (int step = steps.first(place); step < steps.first(place + 1); step++) {
        int to = steps.to(step);
        if (to >= sources && arrival[to] < 0 && steps.carries(step) <= kind) {
          arrival[to] = step;
          far[to] = far[place] + 1;
          queue[tail++] = to;
          if (carries[to] < 0) {
            carries[to] = (byte) kind;
          }
        }
      }
    }
    arrivals[kind] = arrival;
    if (kind == KINDS.size() - 1) {
      System.arraycopy(far, 0, distance, 0, far.length);
    }
  }

  /** How many models were reached, those asked for left out. */
  public int size() {
    return places.size() - sources;
  }

  /** The node of one of them. */
  public int node(int i) {
    return places.key(sources + i);
  }

  public Carries carries(int i) {
    return KINDS.get(carries[sources + i]);
  }

  /** Fewest edges. */
  public int distance(int i) {
    return distance[sources + i];
  }

  /** Whether a node was asked for or reached. */
  public boolean holds(int node) {
    return places.contains(node);
  }

  /**
   * The way that carries most, as pairs of snapshot and arc from the model asked for; a first pair
   * of −1 and a number below −1 stands for having been trained on that data set, −2 for the first.
   */
  public int[][] way(int i) {
    int[] arrival = arrivals[carries[sources + i]];
    int length = 0;
    for (int at = sources + i; at >= sources; at = steps.from(arrival[at])) {
      length++;
    }
    int[][] way = new int[length][];
    for (int at = sources + i; at >= sources; at = steps.from(arrival[at])) {
      int step = arrival[at];
      boolean training = steps.snapshot(step) < 0;
      way[--length] =
          new int[] {
            steps.snapshot(step), training ? places.key(steps.from(step)) : steps.arc(step)
          };
    }
    return way;
  }
}
