package io.github.hubgenealogy.jobs.tables;

import io.github.hubgenealogy.lake.rows.Cells;
import java.io.Serializable;
import java.util.List;

/** What rows lack when they are sorted, and another table's row of the same key has. */
public interface Completion extends Serializable {
  /** The other table's columns that are read; the first is the key, by which it is sorted. */
  List<String> columns();

  /**
   * The whole row.
   *
   * @param row as it was sorted
   * @param other the other table's row, strings as their UTF-8 bytes; null where there is none
   */
  Cells of(Cells row, Object[] other);
}
