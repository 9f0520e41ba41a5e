package io.github.hubgenealogy.jobs.statistics;

import java.util.Arrays;

/** One pass over edges ordered by a group, which closes each group's sums when the next begins. */
final class DriftPass {
  private final DriftSums[][] sums;
  private final boolean byParent;
  private final double[][] distances;
  private final long[][] both;
  private final int[] touched;
  private int touchedCount;
  private int group = -1;

  DriftPass(DriftSums[][] sums, boolean byParent) {
    this.sums = sums;
    this.byParent = byParent;
    this.distances = new double[sums.length][sums[0].length];
    this.both = new long[sums.length][sums[0].length];
    this.touched = new int[sums.length * sums[0].length];
  }

  /**
   * Adds an edge.
   *
   * @param child the number of the child's set, negative where it declares none
   * @param distance between both sets, if there are both
   */
  void add(int of, int relation, int stratum, int child, int parent, double distance) {
    if (of != group) {
      close();
      group = of;
    }
    if (!byParent) {
      DriftSums own = sums[relation][stratum];
      if (own == null) {
        own = new DriftSums();
        sums[relation][stratum] = own;
      }
      own.edges++;
      own.kept += child >= 0 && child == parent ? 1 : 0;
      own.changed += child >= 0 && parent >= 0 && child != parent ? 1 : 0;
      own.dropped += child < 0 && parent >= 0 ? 1 : 0;
      own.added += child >= 0 && parent < 0 ? 1 : 0;
    }
    if (child >= 0 && parent >= 0) {
      if (both[relation][stratum] == 0) {
        touched[touchedCount++] = relation * sums[0].length + stratum;
      }
      both[relation][stratum]++;
      distances[relation][stratum] += distance;
    }
  }

  /** Closes the group in hand. */
  void close() {
    Arrays.sort(touched, 0, touchedCount);
    for (int i = 0; i < touchedCount; i++) {
      int relation = touched[i] / sums[0].length;
      int stratum = touched[i] % sums[0].length;
      if (byParent) {
        sums[relation][stratum].parent(distances[relation][stratum], both[relation][stratum]);
      } else {
        sums[relation][stratum].cluster(distances[relation][stratum], both[relation][stratum]);
      }
      distances[relation][stratum] = 0;
      both[relation][stratum] = 0;
    }
    touchedCount = 0;
  }
}
