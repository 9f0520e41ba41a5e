package io.github.hubgenealogy.jobs;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.ObjectCells;
import io.github.hubgenealogy.lake.rows.TableFileWriter;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Raw tables written by hand, as a crawl would leave them. */
public final class RawSnapshot {
  private final Snapshot snapshot;
  private final List<Map<String, Object>> models = new ArrayList<>();
  private final List<Map<String, Object>> cards = new ArrayList<>();
  private final List<Map<String, Object>> redirects = new ArrayList<>();
  private final List<Map<String, Object>> datasets = new ArrayList<>();

  public RawSnapshot(Path folder, String id) {
    snapshot = Lake.at(folder.toString()).snapshot(id);
  }

  /** The key that a model of this name gets. */
  public static String key(String id) {
    return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8))
        .toString()
        .replace("-", "")
        .substring(0, 24);
  }

  /** Adds a listed model; further columns as name, value, name, value. */
  public RawSnapshot model(String id, Object... columns) {
    models.add(row(id, columns));
    return this;
  }

  public RawSnapshot dataset(String id, Object... columns) {
    datasets.add(row(id, columns));
    return this;
  }

  private static Map<String, Object> row(String id, Object... columns) {
    Map<String, Object> row = new TreeMap<>();
    row.put("_id", key(id));
    row.put("id", id);
    row.put("tags", List.of());
    for (int i = 0; i < columns.length; i += 2) {
      row.put((String) columns[i], columns[i + 1]);
    }
    return row;
  }

  /** Adds a README of a listed model. */
  public RawSnapshot card(String id, String text) {
    return card(id, "ok", text.getBytes(StandardCharsets.UTF_8));
  }

  public RawSnapshot card(String id, String status, byte[] content) {
    Map<String, Object> row = new TreeMap<>();
    row.put("_id", key(id));
    row.put("id", id);
    row.put("status", status);
    row.put("truncated", false);
    if (content != null) {
      row.put("content", content);
    }
    cards.add(row);
    return this;
  }

  public RawSnapshot redirect(String asked, String status, String current) {
    Map<String, Object> row = new TreeMap<>();
    row.put("kind", "model");
    row.put("askedId", asked);
    row.put("status", status);
    if (current != null) {
      row.put("currentId", current);
    }
    redirects.add(row);
    return this;
  }

  /** Writes and seals the tables. */
  public Snapshot write() throws IOException {
    write(TableContracts.RAW_MODELS, models);
    write(TableContracts.RAW_CARDS, cards);
    write(TableContracts.RAW_REDIRECTS, redirects);
    write(TableContracts.RAW_DATASETS, datasets);
    return snapshot;
  }

  private void write(TableContract table, List<Map<String, Object>> rows) throws IOException {
    rows.sort(
        Comparator.comparing(row -> (String) row.get(table.key().get(table.key().size() - 1))));
    try (TableFileWriter writer =
        new TableFileWriter(
            snapshot.files(), snapshot.folder(table), "part-00000.parquet", table)) {
      for (Map<String, Object> row : rows) {
        writer.write(
            new ObjectCells(
                table.columns().stream().map(column -> row.get(column.name())).toArray()));
      }
      DataFile file = writer.finish();
      snapshot.create(
          table,
          new TableSeal(
              table.name(), 1, file.sha256(), rows.size(), List.of(file), "simulated", Map.of()));
    }
  }
}
