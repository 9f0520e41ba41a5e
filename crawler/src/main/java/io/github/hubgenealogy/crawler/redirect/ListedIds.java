package io.github.hubgenealogy.crawler.redirect;

import io.github.hubgenealogy.crawler.packed.LongSet;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.id.ModelId;
import io.github.hubgenealogy.lake.rows.TableFileReader;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.util.List;

/**
 * The ids that raw/models lists, as hashes of their case-folded form: an id that is listed exactly
 * is also listed by case-fold, so one set answers both.
 */
final class ListedIds {
  private final LongSet folded = new LongSet();

  static ListedIds of(Snapshot snapshot) throws IOException {
    ListedIds listed = new ListedIds();
    for (String path : snapshot.dataPaths(TableContracts.RAW_MODELS)) {
      try (TableFileReader reader =
          new TableFileReader(snapshot.files(), path, TableContracts.RAW_MODELS, List.of("id"))) {
        Object[] row;
        while ((row = reader.next()) != null) {
          listed.add((String) row[0]);
        }
      }
    }
    return listed;
  }

  void add(String id) {
    folded.add(LongSet.hash(ModelId.caseFold(id)));
  }

  boolean contains(String id) {
    return folded.contains(LongSet.hash(ModelId.caseFold(id)));
  }
}
