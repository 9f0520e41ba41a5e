package io.github.hubgenealogy.simulator.corpus;

import io.github.hubgenealogy.simulator.hub.Order;
import io.github.hubgenealogy.simulator.hub.SortKey;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * An order of a corpus: by value, records without it last, ties in the order of the file. A
 * position is found by its key, whose order means nothing here.
 */
final class CorpusOrder implements Order {
  private final CorpusShelf shelf;
  private final SortKey key;
  private final int[] places;
  private final int[] ranks;

  private CorpusOrder(CorpusShelf shelf, SortKey key, int[] places) {
    this.shelf = shelf;
    this.key = key;
    this.places = places;
    this.ranks = new int[places.length];
    for (int rank = 0; rank < places.length; rank++) {
      ranks[places[rank]] = rank;
    }
  }

  static CorpusOrder of(CorpusShelf shelf, SortKey key, boolean ascending, boolean asFiled) {
    IntStream all = IntStream.range(0, shelf.size());
    if (asFiled) {
      int last = shelf.size() - 1;
      return new CorpusOrder(shelf, key, all.map(i -> ascending ? i : last - i).toArray());
    }
    double sign = ascending ? 1 : -1;
    // A NaN sorts last either way.
    Comparator<Integer> byValue = Comparator.comparingDouble(i -> sign * shelf.sortValue(i, key));
    return new CorpusOrder(
        shelf,
        key,
        all.boxed()
            .sorted(byValue.thenComparing(Comparator.naturalOrder()))
            .mapToInt(Integer::intValue)
            .toArray());
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
    int place = shelf.place(key);
    return place < 0 ? places.length : ranks[place] + 1;
  }
}
