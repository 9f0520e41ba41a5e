package io.github.hubgenealogy.explorer.exposure;

import io.github.hubgenealogy.explorer.graph.Direction;
import io.github.hubgenealogy.lake.id.ModelId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What several snapshots together lead to, found by reading one of them at a time: each is walked
 * from all that is known so far, until a round over all of them adds nothing. Models go by their
 * names of today.
 */
final class Reach {
  private final List<String> datasets;
  private final Renamings renamings;
  private final Set<String> below;
  private final Set<String> above;
  private final Set<String> owners = new HashSet<>();

  private Reach(Renamings renamings, List<String> models, List<String> datasets) {

    this.datasets = datasets;
    this.renamings = renamings;
    this.below = new LinkedHashSet<>(models);
    this.above = new LinkedHashSet<>(models);
  }

  /** The snapshots as one graph that holds what can be reached from models and data sets. */
  static Archive archive(Shelf shelf, List<String> models, List<String> datasets) {
    Reach reach = new Reach(shelf.readNewest(Renamings::of), models, datasets);
    Excerpt[] excerpts = new Excerpt[shelf.size()];
    int[] knownThen = new int[shelf.size()];
    Arrays.fill(knownThen, -1);
    boolean added = true;
    while (added) {
      added = false;
      for (int s = shelf.newest(); s >= 0; s--) {
        int known = reach.known();
        if (knownThen[s] == known) {
          continue;
        }
        List<Excerpt> newer = List.of(Arrays.copyOfRange(excerpts, s + 1, excerpts.length));
        excerpts[s] =
            shelf.read(
                s,
                genealogy -> {
                  Part whole = new WholePart(genealogy);
                  reach.grow(whole);
                  return Excerpt.of(whole, reach, newer);
                });
        knownThen[s] = reach.known();
        added |= knownThen[s] > known;
      }
    }
    return new Archive(List.of(excerpts), reach.renamings);
  }

  private int known() {
    return below.size() + above.size() + owners.size();
  }

  private void grow(Part whole) {
    for (String dataset : datasets) {
      for (int vertex : whole.trainedOn(dataset)) {
        below.add(renamings.today(whole.id(vertex)));
      }
    }
    grow(whole, below, Direction.DOWN);
    grow(whole, above, Direction.UP);
  }

  private void grow(Part whole, Set<String> names, Direction direction) {
    List<String> queue = new ArrayList<>(names);
    for (int i = 0; i < queue.size(); i++) {
      int vertex = renamings.find(whole, queue.get(i));
      if (vertex < 0) {
        continue;
      }
      String owner = ModelId.owner(whole.id(vertex));
      if (owner != null) {
        owners.add(owner);
      }
      for (int arc : whole.arcs(vertex, direction)) {
        String end = renamings.today(whole.id(whole.end(arc, direction)));
        if (names.add(end)) {
          queue.add(end);
        }
      }
    }
  }

  Renamings renamings() {
    return renamings;
  }

  List<String> datasets() {
    return datasets;
  }

  /** All names, each once. */
  Collection<String> all() {
    Set<String> all = new LinkedHashSet<>(below);
    all.addAll(above);
    return all;
  }

  boolean isBelow(String name) {
    return below.contains(name);
  }

  boolean isAbove(String name) {
    return above.contains(name);
  }

  /** Whether an owner has any of the models. */
  boolean owns(String owner) {
    return owners.contains(owner);
  }
}
