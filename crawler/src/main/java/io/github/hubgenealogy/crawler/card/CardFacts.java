package io.github.hubgenealogy.crawler.card;

import io.github.hubgenealogy.crawler.RawColumns;
import io.github.hubgenealogy.crawler.asking.RowFacts;
import io.github.hubgenealogy.crawler.packed.PackedCells;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.util.Map;
import java.util.TreeMap;

/**
 * What share of the READMEs are of the commits that the list names, so that edges and cards are of
 * one instant, and what became of the others.
 */
final class CardFacts implements RowFacts {
  private final int status = TableContracts.RAW_CARDS.indexOf(RawColumns.STATUS);
  private final int content = TableContracts.RAW_CARDS.indexOf(RawColumns.CONTENT);
  private final int differs = TableContracts.RAW_CARDS.indexOf(RawColumns.SHA_DIFFERS);
  private final int truncatedColumn = TableContracts.RAW_CARDS.indexOf(RawColumns.TRUNCATED);
  private final Map<String, Long> byStatus = new TreeMap<>();
  private long readmes;
  private long ofListed;
  private long truncated;

  @Override
  public void count(PackedCells row) {
    byStatus.merge(row.text(status), 1L, Long::sum);
    if (!row.isNull(content)) {
      readmes++;
      ofListed += !row.isNull(differs) && !row.bool(differs) ? 1 : 0;
      truncated += row.bool(truncatedColumn) ? 1 : 0;
    }
  }

  @Override
  public Map<String, Object> facts() {
    return Map.of(
        "rows_by_status",
        byStatus,
        "readmes",
        readmes,
        "readmes_of_listed_sha",
        ofListed,
        "readmes_of_listed_sha_share",
        readmes == 0 ? 1.0 : Math.round(1e6 * ofListed / readmes) / 1e6,
        "readmes_truncated",
        truncated);
  }
}
