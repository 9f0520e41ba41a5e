package io.github.hubgenealogy.simulator.hub;

/**
 * An order by value, ties by key ascending, records without the value last: the order that the
 * Hub's cursors describe (hub-api §1.5). Four bytes a repository, so the values are asked for
 * again: they must not move while the order is in use.
 */
public final class SortedOrder implements Order {
  private final Shelf shelf;
  private final int[] places;
  private final SortKey key;
  private final boolean ascending;

  private SortedOrder(Shelf shelf, int[] places, SortKey key, boolean ascending) {
    this.shelf = shelf;
    this.places = places;
    this.key = key;
    this.ascending = ascending;
  }

  /** Sorts a shelf. */
  public static SortedOrder of(Shelf shelf, SortKey key, boolean ascending) {
    int size = shelf.size();
    double[] values = new double[size];
    for (int place = 0; place < size; place++) {
      values[place] = shelf.sortValue(place, key);
    }
    int[] places = IndexSort.sorted(values, ascending);
    return new SortedOrder(shelf, places, key, ascending);
  }

  @Override
  public int size() {
    return places.length;
  }

  @Override
  public int place(int rank) {
    return places[rank];
  }

  @Override
  public double value(int place) {
    return shelf.sortValue(place, key);
  }

  @Override
  public int rankAfter(double value, String key) {
    int low = 0;
    int high = places.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isAfter(places[middle], value, key)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private boolean isAfter(int place, double value, String key) {
    double own = shelf.sortValue(place, this.key);
    if (Double.isNaN(own) || Double.isNaN(value)) {
      if (Double.isNaN(own) && Double.isNaN(value)) {
        return shelf.key(place).compareTo(key) > 0;
      }
      return Double.isNaN(own);
    }
    if (own != value) {
      return ascending ? own > value : own < value;
    }
    return shelf.key(place).compareTo(key) > 0;
  }
}
