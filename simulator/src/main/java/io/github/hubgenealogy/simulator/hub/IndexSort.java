package io.github.hubgenealogy.simulator.hub;

import java.util.Arrays;

/**
 * Sorts indexes by value, ties by index, without an object each: values are ranked first, then rank
 * and index are packed into one long.
 */
final class IndexSort {
  private IndexSort() {}

  /** The indexes of the values in order; NaN comes last either way. */
  static int[] sorted(double[] values, boolean ascending) {
    double[] distinct = values.clone();
    Arrays.sort(distinct);
    int count = 0;
    for (int i = 0; i < distinct.length; i++) {
      if (i == 0 || Double.compare(distinct[i], distinct[count - 1]) != 0) {
        distinct[count++] = distinct[i];
      }
    }
    long[] packed = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      long rank = Arrays.binarySearch(distinct, 0, count, values[i]);
      long ordinal = Double.isNaN(values[i]) ? count : ascending ? rank : count - 1 - rank;
      packed[i] = ordinal << 32 | i;
    }
    Arrays.sort(packed);
    int[] indexes = new int[values.length];
    for (int i = 0; i < indexes.length; i++) {
      indexes[i] = (int) packed[i];
    }
    return indexes;
  }
}
