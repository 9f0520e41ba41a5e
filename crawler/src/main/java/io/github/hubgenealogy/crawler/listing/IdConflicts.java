package io.github.hubgenealogy.crawler.listing;

import io.github.hubgenealogy.crawler.packed.LongSet;
import io.github.hubgenealogy.crawler.packed.PackedCells;
import io.github.hubgenealogy.crawler.packed.RowSource;
import io.github.hubgenealogy.lake.contract.TableContract;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Repositories of different keys under one id: one was deleted and another created in its name
 * while the list was read. The newer one is meant. Found by hash first, so that memory holds one
 * long an id and the text of none but the suspects.
 */
final class IdConflicts {
  /** Opens the list's rows once more, in the order of their keys. */
  interface Rows {
    RowSource open() throws IOException;
  }

  private record Newest(String key, long createdAt) {}

  private final int keyColumn;
  private final int idColumn;
  private final int createdColumn;
  private final Map<String, Newest> newest = new HashMap<>();

  IdConflicts(TableContract contract) {
    keyColumn = contract.indexOf("_id");
    idColumn = contract.indexOf("id");
    createdColumn = contract.indexOf("createdAt");
  }

  /** Looks through all rows. */
  void find(Rows rows) throws IOException {
    LongSet suspects = suspects(rows);
    if (suspects.size() == 0) {
      return;
    }
    Map<String, Newest> first = new HashMap<>();
    try (RowSource source = rows.open()) {
      PackedCells row;
      while ((row = source.next()) != null) {
        String id = row.text(idColumn);
        if (suspects.contains(LongSet.hash(id))) {
          long created = row.isNull(createdColumn) ? Long.MIN_VALUE : row.int64(createdColumn);
          Newest candidate = new Newest(row.text(keyColumn), created);
          Newest known = first.putIfAbsent(id, candidate);
          if (known != null && !known.key().equals(candidate.key())) {
            newest.merge(id, candidate, IdConflicts::newer);
            newest.merge(id, known, IdConflicts::newer);
          }
        }
      }
    }
  }

  private LongSet suspects(Rows rows) throws IOException {
    LongSet seen = new LongSet();
    LongSet suspects = new LongSet();
    try (RowSource source = rows.open()) {
      String lastKey = "";
      PackedCells row;
      while ((row = source.next()) != null) {
        String key = row.text(keyColumn);
        long hash = LongSet.hash(row.text(idColumn));
        if (!key.equals(lastKey) && !seen.add(hash)) {
          suspects.add(hash);
        }
        lastKey = key;
      }
    }
    return suspects;
  }

  private static Newest newer(Newest a, Newest b) {
    int order = Long.compare(a.createdAt(), b.createdAt());
    order = order != 0 ? order : a.key().compareTo(b.key());
    return order >= 0 ? a : b;
  }

  /** Whether a row's id belongs to a newer repository. */
  boolean isSuperseded(PackedCells row) {
    if (newest.isEmpty()) {
      return false;
    }
    Newest meant = newest.get(row.text(idColumn));
    return meant != null && !meant.key().equals(row.text(keyColumn));
  }
}
