package io.github.hubgenealogy.jobs.tables;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.FileKeys;
import io.github.hubgenealogy.lake.rows.KeySpan;
import io.github.hubgenealogy.lake.store.LakeFiles;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of one range of keys of a sorted table: read where they lie, without the shuffle that
 * would bring together and in order what is so in the files.
 */
public final class RangedRows implements Serializable {
  private static final long serialVersionUID = 1L;

  private final LakeFiles files;
  private final String table;
  private final List<String> paths;
  private final List<String> columns;
  private final KeySpan span;

  private RangedRows(
      LakeFiles files, String table, List<String> paths, List<String> columns, KeySpan span) {
    this.files = files;
    this.table = table;
    this.paths = List.copyOf(paths);
    this.columns = List.copyOf(columns);
    this.span = span;
  }

  /**
   * A table, one range of keys after another.
   *
   * @param columns those that are read; the first is the key by which the table is sorted
   */
  public static List<RangedRows> of(
      Snapshot snapshot, TableContract table, List<String> columns, KeyRanges ranges)
      throws IOException {
    Map<String, FileKeys> keys = new LinkedHashMap<>();
    for (String path : snapshot.dataPaths(table)) {
      keys.put(path, FileKeys.of(snapshot.files(), path, columns.get(0)));
    }
    List<RangedRows> parts = new ArrayList<>();
    for (KeySpan span : ranges.spans()) {
      List<String> meeting =
          keys.entrySet().stream()
              .filter(file -> file.getValue().meets(span))
              .map(Map.Entry::getKey)
              .toList();
      parts.add(new RangedRows(snapshot.files(), table.name(), meeting, columns, span));
    }
    return parts;
  }

  /** The rows in the order of their keys, strings as their UTF-8 bytes. */
  public KeyedRows open() {
    return new KeyedRows(files, TableContracts.named(table), paths, columns, span);
  }
}
