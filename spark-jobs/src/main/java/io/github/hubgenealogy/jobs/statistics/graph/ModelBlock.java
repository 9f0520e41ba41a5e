package io.github.hubgenealogy.jobs.statistics.graph;

import io.github.hubgenealogy.jobs.lineage.IdBlock;
import java.io.Serializable;

/**
 * A run of models as one partition sends it: ids as bytes, everything else as numbers.
 *
 * @param numbers for each column of words a number a model, into the block's own words; −1 for none
 * @param words of each such column
 * @param day of creation, days since 1970; {@link HubGraph#NO_DAY} for none
 * @param downloads of 30 days; −1 for none
 */
record ModelBlock(
    IdBlock ids, int[][] numbers, String[][] words, int[] day, long[] downloads, boolean[] hasCard)
    implements Serializable {
  private static final long serialVersionUID = 1L;
}
