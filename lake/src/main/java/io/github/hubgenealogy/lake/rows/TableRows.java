package io.github.hubgenealogy.lake.rows;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/** Reads some columns of a whole table, file after file, in the table's order. */
public final class TableRows implements AutoCloseable {
  private final Snapshot snapshot;
  private final TableContract contract;
  private final List<String> columns;
  private final Iterator<String> paths;
  private TableFileReader reader;

  public TableRows(Snapshot snapshot, TableContract contract, List<String> columns)
      throws IOException {
    this.snapshot = snapshot;
    this.contract = contract;
    this.columns = List.copyOf(columns);
    this.paths = snapshot.dataPaths(contract).iterator();
  }

  /** All columns. */
  public TableRows(Snapshot snapshot, TableContract contract) throws IOException {
    this(snapshot, contract, contract.columns().stream().map(column -> column.name()).toList());
  }

  /** The next row, its values in the order of the columns asked for, or null at the end. */
  public Object[] next() throws IOException {
    while (true) {
      if (reader == null) {
        if (!paths.hasNext()) {
          return null;
        }
        reader = new TableFileReader(snapshot.files(), paths.next(), contract, columns);
      }
      Object[] row = reader.next();
      if (row != null) {
        return row;
      }
      reader.close();
      reader = null;
    }
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
  }
}
