package io.github.hubgenealogy.crawler.packed;

import io.github.hubgenealogy.lake.contract.TableContract;
import java.util.Comparator;

/** The order of a table's rows: its sort columns, by their bytes, unsigned. */
public final class RowOrder implements Comparator<PackedCells> {
  private final int[] columns;

  public RowOrder(TableContract contract) {
    columns = contract.sort().stream().mapToInt(contract::indexOf).toArray();
  }

  @Override
  public int compare(PackedCells left, PackedCells right) {
    for (int column : columns) {
      int order = left.compareBytes(column, right);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /**
   * The places of a run's rows in order; rows of one key keep theirs. Pages come almost sorted, so
   * that the usual case is a look at each neighbour.
   */
  public int[] sorted(PackedRows rows) {
    int count = rows.count();
    PackedCells left = new PackedCells();
    PackedCells right = new PackedCells();
    int[] places = new int[count];
    boolean inOrder = true;
    for (int i = 0; i < count; i++) {
      places[i] = i;
      inOrder = inOrder && (i == 0 || compare(rows.row(i - 1, left), rows.row(i, right)) <= 0);
    }
    if (!inOrder) {
      mergeSort(rows, places, places.clone(), 0, count, left, right);
    }
    return places;
  }

  private void mergeSort(
      PackedRows rows,
      int[] target,
      int[] source,
      int from,
      int to,
      PackedCells left,
      PackedCells right) {
    if (to - from < 2) {
      return;
    }
    int middle = (from + to) >>> 1;
    mergeSort(rows, source, target, from, middle, left, right);
    mergeSort(rows, source, target, middle, to, left, right);
    int a = from;
    int b = middle;
    for (int i = from; i < to; i++) {
      boolean takeLeft =
          b >= to
              || (a < middle
                  && compare(rows.row(source[a], left), rows.row(source[b], right)) <= 0);
      target[i] = takeLeft ? source[a++] : source[b++];
    }
  }
}
