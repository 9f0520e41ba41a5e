package io.github.hubgenealogy.jobs.lineage;

import java.io.Serializable;

/**
 * A run of ids in ascending order as one array of bytes: what a partition sends to the driver
 * instead of objects.
 *
 * @param bytes the ids' UTF-8 bytes, one after another
 * @param ends where each id ends
 * @param listed whether each is listed
 */
public record IdBlock(byte[] bytes, int[] ends, boolean[] listed) implements Serializable {
  private static final long serialVersionUID = 1L;

  public int count() {
    return ends.length;
  }

  /** Where the first id lies, for comparing blocks. */
  int firstEnd() {
    return ends[0];
  }

  /** Where the last id begins. */
  int lastStart() {
    return ends.length == 1 ? 0 : ends[ends.length - 2];
  }
}
