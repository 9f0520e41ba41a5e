package io.github.hubgenealogy.explorer.exposure;

import io.github.hubgenealogy.explorer.genealogy.Edge;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/** What a walk reached, in the order of the answer, each row made when it is asked for. */
final class Relatives extends AbstractList<Relative> implements RandomAccess {
  private final Archive archive;
  private final Walk walk;
  private final List<String> datasets;
  private final boolean down;
  private final int[] order;

  /** By what they carry, then distance, most downloads first, then id. */
  static Relatives descendants(Archive archive, Walk walk, List<String> datasets) {
    return new Relatives(archive, walk, datasets, true);
  }

  /** Nearest first, then by id. */
  static Relatives ancestors(Archive archive, Walk walk) {
    return new Relatives(archive, walk, List.of(), false);
  }

  private Relatives(Archive archive, Walk walk, List<String> datasets, boolean down) {
    this.archive = archive;
    this.walk = walk;
    this.datasets = datasets;
    this.down = down;
    this.order = ordered();
  }

  private int[] ordered() {
    Integer[] places = new Integer[walk.size()];
    long[] downloads = new long[places.length];
    byte[][] names = new byte[places.length][];
    for (int i = 0; i < places.length; i++) {
      places[i] = i;
      int node = walk.node(i);
      int s = archive.latest(node);
      int vertex = archive.vertex(node, s);
      downloads[i] = archive.parts().get(s).downloads(vertex);
      names[i] = archive.name(node).getBytes(StandardCharsets.UTF_8);
    }
    Arrays.sort(
        places,
        (a, b) -> {
          int order = down ? walk.carries(a).compareTo(walk.carries(b)) : 0;
          order = order != 0 ? order : Integer.compare(walk.distance(a), walk.distance(b));
          order = order != 0 || !down ? order : Long.compare(downloads[b], downloads[a]);
          return order != 0 ? order : Arrays.compareUnsigned(names[a], names[b]);
        });
    return Arrays.stream(places).mapToInt(Integer::intValue).toArray();
  }

  @Override
  public int size() {
    return order.length;
  }

  /** The node behind a row. */
  int node(int i) {
    return walk.node(order[i]);
  }

  Walk walk() {
    return walk;
  }

  /** A row's place in the walk. */
  int place(int i) {
    return order[i];
  }

  @Override
  public Relative get(int i) {
    int node = node(i);
    int s = archive.latest(node);
    Part part = archive.parts().get(s);
    int vertex = archive.vertex(node, s);
    return new Relative(
        part.member(vertex),
        part.modified(vertex),
        walk.carries(order[i]),
        walk.distance(order[i]),
        way(walk.way(order[i]), archive.name(node)),
        isPresent(node),
        seen(node));
  }

  /** Whether the newest snapshot lists a node. */
  boolean isPresent(int node) {
    return isListed(node, archive.parts().size() - 1);
  }

  private boolean isListed(int node, int s) {
    int vertex = archive.vertex(node, s);
    return vertex >= 0 && archive.parts().get(s).isListed(vertex);
  }

  private Relative.Seen seen(int node) {
    String first = null;
    String last = null;
    for (int s = 0; s < archive.parts().size(); s++) {
      if (isListed(node, s)) {
        last = archive.parts().get(s).snapshot().id();
        first = first == null ? last : first;
      }
    }
    return first == null ? null : new Relative.Seen(first, last);
  }

  private List<Step> way(int[][] pairs, String end) {
    List<Step> way = new ArrayList<>(pairs.length);
    for (int i = 0; i < pairs.length; i++) {
      if (pairs[i][0] < 0) {
        String to = i + 1 < pairs.length ? edge(pairs[i + 1]).parent() : end;
        way.add(new Step(datasets.get(-2 - pairs[i][1]), to, Step.TRAINED_ON, null, null));
        continue;
      }
      Edge edge = edge(pairs[i]);
      way.add(
          new Step(
              down ? edge.parent() : edge.child(),
              down ? edge.child() : edge.parent(),
              edge.relation().word(),
              archive.parts().get(pairs[i][0]).snapshot().id(),
              edge));
    }
    return way;
  }

  private Edge edge(int[] pair) {
    return archive.parts().get(pair[0]).edge(pair[1]);
  }
}
