package io.github.hubgenealogy.crawler.redirect;

import io.github.hubgenealogy.crawler.RawColumns;
import io.github.hubgenealogy.crawler.packed.LongSet;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.id.ModelId;
import io.github.hubgenealogy.lake.rows.TableRows;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.util.List;

/**
 * The ids that raw/models lists, as hashes of their case-folded form: an id that is listed exactly
 * is also listed by case-fold, so one set answers both.
 */
public final class ListedIds {
  private final LongSet folded = new LongSet();

  /** Reads the list. */
  public static ListedIds of(Snapshot snapshot) throws IOException {
    ListedIds listed = new ListedIds();
    try (TableRows models =
        new TableRows(snapshot, TableContracts.RAW_MODELS, List.of(RawColumns.ID))) {
      for (Object[] row = models.next(); row != null; row = models.next()) {
        listed.add((String) row[0]);
      }
    }
    return listed;
  }

  void add(String id) {
    folded.add(LongSet.hash(ModelId.caseFold(id)));
  }

  /** Whether the list has an id, in whatever case. */
  public boolean contains(String id) {
    return folded.contains(LongSet.hash(ModelId.caseFold(id)));
  }
}
