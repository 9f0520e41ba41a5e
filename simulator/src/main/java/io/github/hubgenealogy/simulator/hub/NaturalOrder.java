package io.github.hubgenealogy.simulator.hub;

/**
 * The order of keys itself, for a shelf whose keys and the given values rise together. It takes no
 * memory.
 */
public final class NaturalOrder implements Order {
  private final Shelf shelf;
  private final SortKey sortKey;

  public NaturalOrder(Shelf shelf, SortKey sortKey) {
    this.shelf = shelf;
    this.sortKey = sortKey;
  }

  @Override
  public int size() {
    return shelf.size();
  }

  @Override
  public int place(int rank) {
    return rank;
  }

  @Override
  public double value(int place) {
    return shelf.sortValue(place, sortKey);
  }

  @Override
  public int rankAfter(double value, String key) {
    int low = 0;
    int high = shelf.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      double own = shelf.sortValue(middle, sortKey);
      boolean after = own > value || (own == value && shelf.key(middle).compareTo(key) > 0);
      if (after) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
