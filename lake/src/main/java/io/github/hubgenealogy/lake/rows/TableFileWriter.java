package io.github.hubgenealogy.lake.rows;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.LakeFiles;
import java.io.IOException;

/**
 * Writes one Parquet file of a table, row after row; memory is one row group. The same rows give
 * the same bytes: no clock, no host and no random name goes in.
 */
public final class TableFileWriter implements AutoCloseable {
  private final String name;
  private final HashingOutputFile output;
  private final RowGroups writer;
  private long rows;
  private boolean closed;

  /**
   * Opens a file, replacing garbage that an interrupted run may have left there.
   *
   * @param directory the table's folder in the lake
   * @param name the file's name in that folder
   */
  public TableFileWriter(LakeFiles files, String directory, String name, TableContract contract)
      throws IOException {
    this.name = name;
    this.output = new HashingOutputFile(files.write(directory + "/" + name));
    this.writer = new RowGroups(output, contract);
  }

  public void write(Cells row) throws IOException {
    try {
      writer.write(row);
    } catch (RuntimeException wrapped) {
      throw lost(wrapped);
    }
    rows++;
  }

  /** A full disk comes out of Parquet wrapped in exceptions of its own. */
  private static IOException lost(RuntimeException wrapped) {
    for (Throwable cause = wrapped.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException lost) {
        return lost;
      }
    }
    throw wrapped;
  }

  public long rows() {
    return rows;
  }

  /** Closes the file and tells what was written. */
  public DataFile finish() throws IOException {
    close();
    return new DataFile(name, rows, output.length(), output.sha256Hex());
  }

  /** Closes a file that is not wanted any more; after {@link #finish} it does nothing. */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    output.beginTail();
    try {
      writer.close();
    } catch (RuntimeException wrapped) {
      throw lost(wrapped);
    }
  }
}
