package io.github.hubgenealogy.jobs.cards;

import static io.github.hubgenealogy.jobs.tables.Columns.KEY_ID;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.FileKeys;
import io.github.hubgenealogy.lake.rows.KeySpan;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of the work: a range of the Hub's keys, and the files of both raw tables that hold some of
 * it. Both tables are sorted by that key, so that a model meets its README without a shuffle.
 */
record CardSplit(KeySpan span, List<String> models, List<String> cards) implements Serializable {
  /** Enough to be worth a task, and few enough that the last tasks end together. */
  private static final long ROWS = 40_000;

  /** Cuts the list of models by the footers of its files. */
  static List<CardSplit> of(Snapshot snapshot) throws IOException {
    Map<String, FileKeys> models = keys(snapshot, TableContracts.RAW_MODELS);
    Map<String, FileKeys> cards = keys(snapshot, TableContracts.RAW_CARDS);
    List<byte[]> bounds = bounds(models.values().stream().toList());
    List<CardSplit> splits = new ArrayList<>();
    for (int i = 0; i <= bounds.size(); i++) {
      KeySpan span =
          new KeySpan(i == 0 ? null : bounds.get(i - 1), i == bounds.size() ? null : bounds.get(i));
      splits.add(new CardSplit(span, meeting(models, span), meeting(cards, span)));
    }
    return splits;
  }

  private static Map<String, FileKeys> keys(Snapshot snapshot, TableContract table)
      throws IOException {
    Map<String, FileKeys> keys = new LinkedHashMap<>();
    if (snapshot.seal(table).isPresent()) {
      for (String path : snapshot.dataPaths(table)) {
        keys.put(path, FileKeys.of(snapshot.files(), path, KEY_ID));
      }
    }
    return keys;
  }

  /** Keys at which a range ends and the next begins, ascending. */
  private static List<byte[]> bounds(List<FileKeys> files) {
    List<byte[]> bounds = new ArrayList<>();
    long rows = 0;
    byte[] last = null;
    for (FileKeys file : files) {
      for (FileKeys.Page page : file.pages()) {
        if (rows >= ROWS && Arrays.compareUnsigned(page.first(), last) > 0) {
          bounds.add(page.first());
          rows = 0;
        }
        rows += page.rows();
        last = page.first();
      }
    }
    return bounds;
  }

  private static List<String> meeting(Map<String, FileKeys> files, KeySpan span) {
    return files.entrySet().stream()
        .filter(file -> file.getValue().meets(span))
        .map(Map.Entry::getKey)
        .toList();
  }
}
