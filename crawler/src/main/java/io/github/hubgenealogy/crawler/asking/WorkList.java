package io.github.hubgenealogy.crawler.asking;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubgenealogy.crawler.packed.PackedCells;
import io.github.hubgenealogy.crawler.packed.RowSorter;
import io.github.hubgenealogy.crawler.packed.RowSource;
import io.github.hubgenealogy.crawler.packed.RunPart;
import io.github.hubgenealogy.crawler.packed.RunReader;
import io.github.hubgenealogy.crawler.packed.RunWriter;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.LakeFiles;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

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
  private final Seal seal;

  /** What {@code work.json} says. */
  record Seal(DataFile questions, List<CarriedRun> carried) {
    Seal {
      carried = List.copyOf(carried);
    }
  }

  private WorkList(LakeFiles files, String folder, Seal seal) {
    this.files = files;
    this.folder = folder;
    this.seal = seal;
  }

  /**
   * The work list of a journal's folder, made if it is not there; questions of one order key are
   * asked once. One whose making was interrupted is made anew: that costs the Hub nothing.
   */
  public static WorkList of(
      LakeFiles files, String folder, TableContract contract, int width, WorkMaker maker)
      throws IOException {
    String path = folder + "/" + SEAL;
    if (!files.exists(path)) {
      RowSorter sorter = new RowSorter(files, contract, folder, width);
      maker.make(sorter);
      DataFile written = write(files, folder, sorter, maker);
      Seal made = new Seal(written, maker.carried());
      sorter.clear();
      files.createIfAbsent(path, Snapshot.json(made));
    }
    try (InputStream json = files.read(path)) {
      return new WorkList(files, folder, JSON.readValue(json, Seal.class));
    }
  }

  private static DataFile write(LakeFiles files, String folder, RowSorter sorter, WorkMaker maker)
      throws IOException {
    try (RowSource rows = sorter.sorted();
        RunWriter writer = new RunWriter(files, folder, NAME)) {
      String last = null;
      PackedCells row;
      while ((row = rows.next()) != null) {
        String order = row.text(0);
        if (!order.equals(last) && maker.keep(row)) {
          writer.write(row);
        }
        last = order;
      }
      return writer.finish();
    }
  }

  public int size() {
    return Math.toIntExact(seal.questions().rows());
  }

  /** How many rows need no asking. */
  public long carriedRows() {
    return seal.carried().stream().mapToLong(run -> run.file().rows()).sum();
  }

  /** Adds the rows that need no asking to the runs that make the table. */
  public void addCarriedTo(List<RunPart> runs) {
    seal.carried().forEach(run -> runs.add(run.part(folder, runs.size())));
  }

  /** The questions in order. */
  public RowSource open() throws IOException {
    return new RunReader(files, folder, seal.questions(), 0);
  }
}
