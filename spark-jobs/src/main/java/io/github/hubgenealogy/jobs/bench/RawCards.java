package io.github.hubgenealogy.jobs.bench;

import static io.github.hubgenealogy.jobs.tables.Columns.*;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.ObjectCells;
import io.github.hubgenealogy.lake.rows.TableFileWriter;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.Origin;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/** Writes the two raw tables of a snapshot of models that all have a card of a mix. */
final class RawCards {
  private RawCards() {}

  static void write(Snapshot snapshot, CardMix mix, int count) throws IOException {
    write(
        snapshot,
        TableContracts.RAW_MODELS,
        count,
        n -> Map.of(KEY_ID, key(n), ID, id(n), TAGS, List.of()));
    write(
        snapshot,
        TableContracts.RAW_CARDS,
        count,
        n -> {
          Map<String, Object> row = new HashMap<>();
          row.put(KEY_ID, key(n));
          row.put(ID, id(n));
          row.put(STATUS, "ok");
          row.put(TRUNCATED, false);
          row.put(CONTENT, mix.card(n));
          return row;
        });
  }

  private static String key(int n) {
    return String.format(Locale.ROOT, "%024x", n);
  }

  /** Ids in another order than keys, as on the Hub. */
  private static String id(int n) {
    return String.format(Locale.ROOT, "%05x-owner/model-%d", (n * 40_503L) & 0xfffff, n);
  }

  private static void write(
      Snapshot snapshot, TableContract table, int count, IntFunction<Map<String, Object>> rows)
      throws IOException {
    List<DataFile> files = new ArrayList<>();
    for (int from = 0; from < count; from += table.rowsPerFile()) {
      String name = String.format(Locale.ROOT, "part-%05d.parquet", files.size());
      try (TableFileWriter writer =
          new TableFileWriter(snapshot.files(), snapshot.folder(table), name, table)) {
        for (int n = from; n < Math.min(count, from + table.rowsPerFile()); n++) {
          Map<String, Object> row = rows.apply(n);
          writer.write(
              new ObjectCells(
                  table.columns().stream().map(column -> row.get(column.name())).toArray()));
        }
        files.add(writer.finish());
      }
    }
    snapshot.create(
        table,
        new TableSeal(table.name(), 1, "bench", count, files, Origin.SIMULATED.word(), Map.of()));
  }
}
