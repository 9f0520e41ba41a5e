package io.github.hubgenealogy.crawler.asking;

import io.github.hubgenealogy.crawler.packed.PackedCells;
import io.github.hubgenealogy.crawler.packed.RowSorter;
import java.io.IOException;
import java.util.List;

/** Finds what is to be asked, and what an earlier snapshot has answered. */
public interface WorkMaker {
  /** Appends all questions, in any order. */
  void make(RowSorter sorter) throws IOException;

  /** Last look at a question when all stand in order; false where it needs no asking. */
  default boolean keep(PackedCells question) throws IOException {
    return true;
  }

  /** The rows that need no asking; called last. */
  default List<CarriedRun> carried() throws IOException {
    return List.of();
  }
}
