package io.github.hubgenealogy.jobs.lineage;

import java.io.Serializable;

/**
 * Edges between ranks, as one partition sends them.
 *
 * @param policies a bit for each policy under which the edge counts, in the order of the policies
 *     asked for
 * @param relations the relation under each policy, as 4 bits of its place in the enum
 */
record EdgeBlock(int[] children, int[] parents, int[] policies, int[] relations)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  int count() {
    return children.length;
  }
}
