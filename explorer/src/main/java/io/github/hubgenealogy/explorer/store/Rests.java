package io.github.hubgenealogy.explorer.store;

import io.github.hubgenealogy.explorer.genealogy.Generation;
import io.github.hubgenealogy.explorer.genealogy.Relation;
import io.github.hubgenealogy.explorer.graph.Graph;
import io.github.hubgenealogy.explorer.graph.IntMap;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts models that a generation does not show, by neighbour and relation. */
final class Rests {
  private final Graph graph;
  private final Map<Key, Count> counts = new HashMap<>();

  Rests(Graph graph) {
    this.graph = graph;
  }

  private record Key(int neighbour, int place, Relation relation) {}

  private static final class Count {
    private int models;
    private final IntMap owners = new IntMap();
  }

  /**
   * Counts one.
   *
   * @param neighbour the shown vertex through which it is reached, or −1
   * @param place of the neighbour among those shown
   */
  void add(int neighbour, int place, Relation relation, int vertex) {
    Count count = counts.computeIfAbsent(new Key(neighbour, place, relation), key -> new Count());
    count.models++;
    count.owners.add(graph.owner()[vertex], 0);
  }

  /** In the order of the neighbours, then of the relations; those of none last. */
  List<Generation.Rest> records() {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.comparingByKey(
                Comparator.comparingInt(Key::place).thenComparing(Key::relation)))
        .map(
            entry ->
                new Generation.Rest(
                    entry.getKey().neighbour() < 0
                        ? null
                        : graph.vertices().ids().text(entry.getKey().neighbour()),
                    entry.getKey().relation(),
                    entry.getValue().models,
                    entry.getValue().owners.size()))
        .toList();
  }
}
