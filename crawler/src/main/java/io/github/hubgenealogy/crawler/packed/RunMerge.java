package io.github.hubgenealogy.crawler.packed;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.LakeFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Any number of runs as one ordered source, of which so many are open at once: where there are
 * more, neighbours by rank are first merged into larger runs.
 */
public final class RunMerge {
  private final LakeFiles files;
  private final RowOrder order;
  private final int[] keyColumns;
  private final int width;
  private int merged;

  /**
   * Prepares.
   *
   * @param width the most runs to read at once; each takes about half a mebibyte
   */
  public RunMerge(LakeFiles files, TableContract contract, int width) {
    this.files = files;
    this.order = new RowOrder(contract);
    this.keyColumns = contract.sort().stream().mapToInt(contract::indexOf).toArray();
    this.width = width;
  }

  /**
   * Opens the merged rows; rows of one key come in the order of their ranks.
   *
   * @param scratch folder for larger runs, named {@code merge-…}
   */
  public RowSource open(List<RunPart> parts, String scratch) throws IOException {
    List<RunPart> runs = new ArrayList<>(parts);
    runs.sort(Comparator.comparingInt(RunPart::rank));
    while (true) {
      List<RunChain> chains = RunChain.of(files, runs);
      if (chains.size() <= width) {
        return new RowMerge(chains, order);
      }
      List<RunPart> larger = new ArrayList<>();
      for (int from = 0; from < runs.size(); from += width) {
        List<RunPart> group = runs.subList(from, Math.min(runs.size(), from + width));
        larger.add(group.size() == 1 ? group.get(0) : merge(group, scratch));
      }
      runs = larger;
    }
  }

  private RunPart merge(List<RunPart> group, String scratch) throws IOException {
    String name = String.format("merge-%06d.rows", ++merged);
    List<String> first = null;
    List<String> last = null;
    DataFile file;
    try (RowSource rows = new RowMerge(RunChain.of(files, group), order);
        RunWriter writer = new RunWriter(files, scratch, name)) {
      PackedCells row;
      while ((row = rows.next()) != null) {
        first = first == null ? key(row) : first;
        last = key(row);
        writer.write(row);
      }
      file = writer.finish();
    }
    for (RunPart part : group) {
      if (part.file().name().startsWith("merge-")) {
        files.delete(part.folder() + "/" + part.file().name());
      }
    }
    return new RunPart(scratch, file, first, last, group.get(0).rank());
  }

  private List<String> key(PackedCells row) {
    List<String> key = new ArrayList<>(keyColumns.length);
    for (int column : keyColumns) {
      key.add(row.text(column));
    }
    return key;
  }
}
