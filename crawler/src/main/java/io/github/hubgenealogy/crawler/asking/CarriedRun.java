package io.github.hubgenealogy.crawler.asking;

import io.github.hubgenealogy.crawler.packed.RunPart;
import io.github.hubgenealogy.lake.store.DataFile;
import java.util.List;

/**
 * Rows that need no asking, because an earlier snapshot has them: a sorted run beside the journal.
 *
 * @param firstKey the least key in it, in the order of the table's sort columns
 * @param lastKey the greatest key
 */
public record CarriedRun(DataFile file, List<String> firstKey, List<String> lastKey) {
  public CarriedRun {
    firstKey = List.copyOf(firstKey);
    lastKey = List.copyOf(lastKey);
  }

  RunPart part(String folder, int rank) {
    return new RunPart(folder, file, firstKey, lastKey, rank);
  }
}
