package io.github.hubgenealogy.crawler.asking;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubgenealogy.crawler.packed.PackedCells;
import io.github.hubgenealogy.crawler.packed.RowSorter;
import io.github.hubgenealogy.crawler.packed.RowSource;
import io.github.hubgenealogy.crawler.packed.RunReader;
import io.github.hubgenealogy.crawler.packed.RunWriter;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.LakeFiles;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.io.InputStream;

/**
 * What is to be asked, on disk beside the journal, made once. A question's place in it is what the
 * journal calls done, so it must come out the same wherever it is made: it is sorted, and made of
 * sealed tables alone.
 */
public final class WorkList {
  private static final String NAME = "work.rows";
  private static final String SEAL = "work.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LakeFiles files;
  private final String folder;
  private final DataFile file;

  private WorkList(LakeFiles files, String folder, DataFile file) {
    this.files = files;
    this.folder = folder;
    this.file = file;
  }

  /** Appends all questions, in any order. */
  public interface Maker {
    void make(RowSorter sorter) throws IOException;
  }

  /** Last look at a question when all stand in order. */
  public interface Filter {
    boolean keep(PackedCells question);
  }

  /**
   * The work list of a journal's folder, made if it is not there; questions of one order key are
   * asked once.
   */
  public static WorkList of(
      LakeFiles files, String folder, TableContract contract, int width, Maker maker, Filter filter)
      throws IOException {
    String seal = folder + "/" + SEAL;
    if (!files.exists(seal)) {
      RowSorter sorter = new RowSorter(files, contract, folder, width);
      maker.make(sorter);
      DataFile written = write(files, folder, sorter, filter);
      sorter.clear();
      files.createIfAbsent(seal, Snapshot.json(written));
    }
    try (InputStream json = files.read(seal)) {
      return new WorkList(files, folder, JSON.readValue(json, DataFile.class));
    }
  }

  private static DataFile write(LakeFiles files, String folder, RowSorter sorter, Filter filter)
      throws IOException {
    try (RowSource rows = sorter.sorted();
        RunWriter writer = new RunWriter(files, folder, NAME)) {
      String last = null;
      PackedCells row;
      while ((row = rows.next()) != null) {
        String order = row.text(0);
        if (!order.equals(last) && filter.keep(row)) {
          writer.write(row);
        }
        last = order;
      }
      return writer.finish();
    }
  }

  public int size() {
    return Math.toIntExact(file.rows());
  }

  /** The questions in order. */
  public RowSource open() throws IOException {
    return new RunReader(files, folder, file, 0);
  }
}
