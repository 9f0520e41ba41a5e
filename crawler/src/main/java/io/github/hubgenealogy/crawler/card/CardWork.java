package io.github.hubgenealogy.crawler.card;

import io.github.hubgenealogy.crawler.asking.WorkContract;
import io.github.hubgenealogy.crawler.packed.RowPacker;
import io.github.hubgenealogy.crawler.packed.RowSorter;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.TableFileReader;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.util.List;

/**
 * The order of cards: most downloaded first; of equal ones those whose card names a base first; of
 * equal ones by key. Whatever time there is goes to what matters most.
 */
final class CardWork {
  static final int KEY = 1;
  static final int ID = 2;
  static final int SHA = 3;

  static final TableContract CONTRACT = WorkContract.of("card_work", "order", "_id", "id", "sha");

  private CardWork() {}

  /** Appends one question a listed model. */
  static void make(Snapshot snapshot, RowSorter sorter) throws IOException {
    RowPacker packer = new RowPacker(CONTRACT);
    for (String path : snapshot.dataPaths(TableContracts.RAW_MODELS)) {
      try (TableFileReader reader =
          new TableFileReader(
              snapshot.files(),
              path,
              TableContracts.RAW_MODELS,
              List.of("_id", "id", "sha", "downloads", "cardData"))) {
        Object[] row;
        while ((row = reader.next()) != null) {
          long downloads = row[3] == null ? 0 : Math.max(0, (Long) row[3]);
          boolean base = row[4] != null && ((String) row[4]).contains("\"base_model\":");
          packer.add(
              sorter.rows(), order(downloads, base, (String) row[0]), row[0], row[1], row[2]);
          sorter.added();
        }
      }
    }
  }

  private static String order(long downloads, boolean base, String key) {
    return String.format("%019d", Long.MAX_VALUE - downloads) + (base ? '0' : '1') + key;
  }
}
