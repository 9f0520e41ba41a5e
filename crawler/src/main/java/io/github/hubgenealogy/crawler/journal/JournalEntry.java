package io.github.hubgenealogy.crawler.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.hubgenealogy.lake.store.DataFile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One committed part.
 *
 * @param sequence from 1, without gaps
 * @param part the file beside this entry; null where the part had no rows
 * @param firstKey the least key in the part, in the order of the table's sort columns
 * @param lastKey the greatest key
 * @param covered the places of the work list that are done, such as {@code 0-99,102}; null for a
 *     list
 * @param nextCursor path and query of the next page; null at the end of a list
 * @param complete whether nothing is left to ask
 * @param origin what the server's data is
 * @param closedAt when the part was closed, ISO 8601
 * @param counts what was counted since the part before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JournalEntry(
    int sequence,
    DataFile part,
    List<String> firstKey,
    List<String> lastKey,
    String covered,
    String nextCursor,
    boolean complete,
    String origin,
    String closedAt,
    Map<String, Long> counts) {

  public JournalEntry {
    firstKey = firstKey == null ? null : List.copyOf(firstKey);
    lastKey = lastKey == null ? null : List.copyOf(lastKey);
    counts = counts == null ? Map.of() : new TreeMap<>(counts);
  }

  /** Rows of the part. */
  public long rows() {
    return part == null ? 0 : part.rows();
  }
}
