package io.github.hubgenealogy.crawler.journal;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.rows.Cells;
import io.github.hubgenealogy.lake.rows.TableFileWriter;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.LakeFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes a table's rows, given in order, to files of the contract's number of rows. */
final class TableWriter implements AutoCloseable {
  private final LakeFiles files;
  private final String folder;
  private final TableContract contract;
  private final List<DataFile> written = new ArrayList<>();
  private TableFileWriter file;

  TableWriter(LakeFiles files, String folder, TableContract contract) {
    this.files = files;
    this.folder = folder;
    this.contract = contract;
  }

  void write(Cells row) throws IOException {
    if (file == null) {
      file =
          new TableFileWriter(
              files, folder, String.format("part-%05d.parquet", written.size()), contract);
    }
    file.write(row);
    if (file.rows() == contract.rowsPerFile()) {
      endFile();
    }
  }

  private void endFile() throws IOException {
    written.add(file.finish());
    file = null;
  }

  /** Ends the last file; a table without rows has one file without rows. */
  List<DataFile> finish() throws IOException {
    if (file == null && written.isEmpty()) {
      file = new TableFileWriter(files, folder, "part-00000.parquet", contract);
    }
    if (file != null) {
      endFile();
    }
    return List.copyOf(written);
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
