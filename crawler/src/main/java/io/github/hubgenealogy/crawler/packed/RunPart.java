package io.github.hubgenealogy.crawler.packed;

import io.github.hubgenealogy.lake.id.ModelId;
import io.github.hubgenealogy.lake.store.DataFile;
import java.util.Comparator;
import java.util.List;

/**
 * One sorted run on disk.
 *
 * @param folder its folder in the lake
 * @param firstKey its least key, in the order of the table's sort columns
 * @param lastKey its greatest key
 * @param rank of equal rows, those of the least rank came first
 */
public record RunPart(
    String folder, DataFile file, List<String> firstKey, List<String> lastKey, int rank) {

  /** Keys in the order of their bytes. */
  static final Comparator<List<String>> KEY_ORDER =
      (left, right) -> {
        for (int i = 0; i < left.size(); i++) {
          int order = ModelId.UTF8_ORDER.compare(left.get(i), right.get(i));
          if (order != 0) {
            return order;
          }
        }
        return 0;
      };

  public RunPart {
    firstKey = List.copyOf(firstKey);
    lastKey = List.copyOf(lastKey);
  }
}
