package io.github.hubgenealogy.jobs.tables;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.Cells;
import io.github.hubgenealogy.lake.rows.FileKeys;
import io.github.hubgenealogy.lake.rows.KeySpan;
import io.github.hubgenealogy.lake.store.LakeFiles;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * A table of the snapshot that is sorted by the key of the rows which are written, and is read
 * beside them where they stand sorted: a join that shuffles neither side.
 */
final class Companion implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String table;
  private final LakeFiles files;
  private final List<String> paths;
  private final Completion completion;

  /**
   * Some files.
   *
   * @param table the name of their table
   * @param paths in the order of their keys
   */
  Companion(String table, LakeFiles files, List<String> paths, Completion completion) {
    this.table = table;
    this.files = files;
    this.paths = List.copyOf(paths);
    this.completion = completion;
  }

  /** A whole table. */
  static Companion of(Snapshot snapshot, TableContract table, Completion completion)
      throws IOException {
    return new Companion(table.name(), snapshot.files(), snapshot.dataPaths(table), completion);
  }

  /** Reads beside one run of rows, whose keys ascend. */
  Cursor open() {
    return new Cursor();
  }

  /** The place in the companion; it moves forward only. */
  final class Cursor implements AutoCloseable {
    private KeyedRows rows;
    private Object[] next;

    /** The whole of a row. */
    Cells complete(byte[] key, Cells row) throws IOException {
      if (rows == null) {
        rows = from(key);
        next = rows.next();
      }
      int order = -1;
      while (next != null && (order = Arrays.compareUnsigned((byte[]) next[0], key)) < 0) {
        next = rows.next();
      }
      return completion.of(row, next != null && order == 0 ? next : null);
    }

    private KeyedRows from(byte[] key) throws IOException {
      TableContract contract = TableContracts.named(table);
      KeySpan span = new KeySpan(key, null);
      String keyColumn = completion.columns().get(0);
      int first = 0;
      while (first < paths.size() && !FileKeys.of(files, paths.get(first), keyColumn).meets(span)) {
        first++;
      }
      return new KeyedRows(
          files, contract, paths.subList(first, paths.size()), completion.columns(), span);
    }

    @Override
    public void close() throws IOException {
      if (rows != null) {
        rows.close();
      }
    }
  }
}
