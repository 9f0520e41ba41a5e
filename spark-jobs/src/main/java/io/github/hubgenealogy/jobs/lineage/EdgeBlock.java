package io.github.hubgenealogy.jobs.lineage;

import java.io.Serializable;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Edges between ranks, as one partition sends them.
 *
 * @param policies a bit for each policy under which the edge counts, in the order of the policies
 *     asked for
 * @param relations the relation under each policy, as {@link EdgePacking} packs them
 */
record EdgeBlock(int[] children, int[] parents, int[] policies, int[] relations)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The order in which blocks of sorted files make one sorted list. */
  static final Comparator<EdgeBlock> BY_FIRST =
      Comparator.comparingInt(block -> block.count() == 0 ? -1 : block.children()[0]);

  int count() {
    return children.length;
  }

  /** Whether both ends of every edge are vertices. */
  boolean known() {
    return IntStream.concat(IntStream.of(children), IntStream.of(parents)).allMatch(v -> v >= 0);
  }
}
