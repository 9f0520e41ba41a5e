package io.github.hubgenealogy.simulator.hub;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * An order by a score that nearly all repositories have at zero: the few others are sorted, and the
 * rest stands by key. It is made anew for each page, for the scores move; that costs one look at
 * every repository.
 */
public final class HotFirstOrder implements Order {
  private final Shelf shelf;
  private final int size;
  private final IntToDoubleFunction scores;
  private final boolean ascending;
  private final int[] byScore;
  private final int[] byPlace;

  /**
   * The order of this moment.
   *
   * @param scores not negative, of a place
   */
  public HotFirstOrder(Shelf shelf, IntToDoubleFunction scores, boolean ascending) {
    this.shelf = shelf;
    this.size = shelf.size();
    this.scores = scores;
    this.ascending = ascending;
    int[] hot = new int[64];
    int count = 0;
    for (int place = 0; place < size; place++) {
      if (scores.applyAsDouble(place) > 0) {
        if (count == hot.length) {
          hot = Arrays.copyOf(hot, 2 * count);
        }
        hot[count++] = place;
      }
    }
    byPlace = Arrays.copyOf(hot, count);
    double[] values = Arrays.stream(byPlace).mapToDouble(scores).toArray();
    byScore = Arrays.stream(IndexSort.sorted(values, ascending)).map(i -> byPlace[i]).toArray();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int place(int rank) {
    int zeros = size - byScore.length;
    if (ascending) {
      return rank < zeros ? zero(rank) : byScore[rank - zeros];
    }
    return rank < byScore.length ? byScore[rank] : zero(rank - byScore.length);
  }

  /** The place of the n-th repository whose score is zero. */
  private int zero(int n) {
    int low = 0;
    int high = byPlace.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (byPlace[middle] - middle > n) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return n + low;
  }

  @Override
  public double value(int place) {
    return scores.applyAsDouble(place);
  }

  @Override
  public int rankAfter(double value, String key) {
    if (Double.isNaN(value)) {
      return size;
    }
    int zeros = size - byScore.length;
    if (value > 0) {
      return hotAfter(value, key) + (ascending ? zeros : 0);
    }
    int place = firstAfter(key);
    int at = Arrays.binarySearch(byPlace, place);
    int hotBefore = at < 0 ? -at - 1 : at;
    return place - hotBefore + (ascending ? 0 : byScore.length);
  }

  private int hotAfter(double value, String key) {
    int low = 0;
    int high = byScore.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      double own = scores.applyAsDouble(byScore[middle]);
      boolean beyond = ascending ? own > value : own < value;
      if (beyond || (own == value && shelf.key(byScore[middle]).compareTo(key) > 0)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private int firstAfter(String key) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (shelf.key(middle).compareTo(key) > 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
