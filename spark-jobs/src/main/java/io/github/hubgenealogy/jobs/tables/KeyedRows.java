package io.github.hubgenealogy.jobs.tables;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.rows.KeySpan;
import io.github.hubgenealogy.lake.rows.TableFileReader;
import io.github.hubgenealogy.lake.store.LakeFiles;
import java.io.IOException;
import java.util.List;

/**
 * The rows of a range of keys from the files of a sorted table, one file open at a time; the first
 * of the columns is the key. Strings are their UTF-8 bytes.
 */
public final class KeyedRows implements AutoCloseable {
  private final LakeFiles files;
  private final TableContract table;
  private final List<String> paths;
  private final List<String> columns;
  private final KeySpan span;
  private TableFileReader open;
  private int next;

  /**
   * Opens nothing yet.
   *
   * @param paths the files, in the order of their keys
   */
  public KeyedRows(
      LakeFiles files,
      TableContract table,
      List<String> paths,
      List<String> columns,
      KeySpan span) {
    this.files = files;
    this.table = table;
    this.paths = paths;
    this.columns = columns;
    this.span = span;
  }

  /** The next row of the range, or null at its end. */
  public Object[] next() throws IOException {
    while (true) {
      if (open == null) {
        if (next == paths.size()) {
          return null;
        }
        open =
            TableFileReader.ofSpan(files, paths.get(next++), table, columns, columns.get(0), span);
      }
      Object[] row = open.next();
      if (row == null) {
        close();
      } else if (span.isBefore((byte[]) row[0])) {
        close();
        next = paths.size();
      } else if (!span.isAfter((byte[]) row[0])) {
        return row;
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
