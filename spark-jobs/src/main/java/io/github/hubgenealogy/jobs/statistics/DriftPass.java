package io.github.hubgenealogy.jobs.statistics;

import java.util.Arrays;

/**
 * One pass over edges ordered by a group, which closes each group's sums when the next begins. An
 * edge goes into the cell of its relation and stratum; when the group closes, the cells go into
 * those of all relations and all strata, too: row 0 and column 0.
 */
final class DriftPass {
  private final DriftSums[][] sums;
  private final int columns;
  private final boolean byParent;
  private final double[] distances;
  private final long[] both;
  private final int[] touched;
  private int touchedCount;
  private int group = -1;

  DriftPass(DriftSums[][] sums, boolean byParent) {
    this.sums = sums;
    this.columns = sums[0].length;
    this.byParent = byParent;
    this.distances = new double[sums.length * columns];
    this.both = new long[sums.length * columns];
    this.touched = new int[sums.length * columns];
  }

  /**
   * Adds an edge.
   *
   * @param cell relation times the number of strata, plus stratum; neither of them 0
   * @param child the number of the child's set, negative where it declares none
   * @param distance between both sets, if there are both
   */
  void add(int of, int cell, int child, int parent, double distance) {
    if (of != group) {
      close();
      group = of;
    }
    if (!byParent) {
      int relation = cell / columns;
      int stratum = cell % columns;
      count(0, 0, child, parent);
      count(relation, 0, child, parent);
      count(0, stratum, child, parent);
      count(relation, stratum, child, parent);
    }
    if (child >= 0 && parent >= 0) {
      sum(cell, distance, 1);
    }
  }

  private void count(int relation, int stratum, int child, int parent) {
    DriftSums own = sums[relation][stratum];
    if (own == null) {
      own = new DriftSums();
      sums[relation][stratum] = own;
    }
    own.edges++;
    if (child >= 0) {
      if (child == parent) {
        own.kept++;
      } else if (parent >= 0) {
        own.changed++;
      } else {
        own.added++;
      }
    } else if (parent >= 0) {
      own.dropped++;
    }
  }

  private void sum(int cell, double distance, long number) {
    if (both[cell] == 0) {
      touched[touchedCount++] = cell;
    }
    both[cell] += number;
    distances[cell] += distance;
  }

  /** Closes the group in hand. */
  void close() {
    int own = touchedCount;
    Arrays.sort(touched, 0, own);
    for (int i = 0; i < own; i++) {
      int cell = touched[i];
      sum(0, distances[cell], both[cell]);
      sum(cell / columns * columns, distances[cell], both[cell]);
      sum(cell % columns, distances[cell], both[cell]);
    }
    for (int i = 0; i < touchedCount; i++) {
      int cell = touched[i];
      DriftSums of = sums[cell / columns][cell % columns];
      if (byParent) {
        of.parent(distances[cell], both[cell]);
      } else {
        of.cluster(distances[cell], both[cell]);
      }
      distances[cell] = 0;
      both[cell] = 0;
    }
    touchedCount = 0;
  }
}
