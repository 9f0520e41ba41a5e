package io.github.hubgenealogy.simulator.hub;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The orders of a shelf whose values do not move: each is sorted when first asked for, and kept.
 */
public final class Orders {
  private record Which(SortKey key, boolean ascending) {}

  private final Shelf shelf;
  private final Map<Which, Order> known = new ConcurrentHashMap<>();

  public Orders(Shelf shelf) {
    this.shelf = shelf;
  }

  public Order of(SortKey key, boolean ascending) {
    return known.computeIfAbsent(
        new Which(key, ascending), which -> SortedOrder.of(shelf, key, ascending));
  }
}
