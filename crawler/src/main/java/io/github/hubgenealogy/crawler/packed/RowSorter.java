package io.github.hubgenealogy.crawler.packed;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.LakeFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Sorts more rows than memory holds: sorted runs on disk, then their merge. */
public final class RowSorter {
  private static final int CHUNK_BYTES = 16 << 20;

  private final LakeFiles files;
  private final TableContract contract;
  private final RowOrder order;
  private final String scratch;
  private final int width;
  private final PackedRows chunk = new PackedRows(1 << 16);
  private final List<RunPart> runs = new ArrayList<>();

  public RowSorter(LakeFiles files, TableContract contract, String scratch, int width) {
    this.files = files;
    this.contract = contract;
    this.order = new RowOrder(contract);
    this.scratch = scratch;
    this.width = width;
  }

  /** Where the next row is to be appended; {@link #added} must follow. */
  public PackedRows rows() {
    return chunk;
  }

  /** A row was appended. */
  public void added() throws IOException {
    if (chunk.size() >= CHUNK_BYTES) {
      spill();
    }
  }

  private void spill() throws IOException {
    if (chunk.count() == 0) {
      return;
    }
    int[] places = order.sorted(chunk);
    PackedCells row = new PackedCells();
    DataFile file;
    try (RunWriter writer =
        new RunWriter(files, scratch, String.format("merge-sort-%06d.rows", runs.size()))) {
      for (int place : places) {
        writer.write(chunk.row(place, row));
      }
      file = writer.finish();
    }
    runs.add(
        new RunPart(
            scratch,
            file,
            key(chunk.row(places[0], row)),
            key(chunk.row(places[places.length - 1], row)),
            runs.size()));
    chunk.clear(1 << 20);
  }

  private List<String> key(PackedCells row) {
    return contract.sort().stream().map(column -> row.text(contract.indexOf(column))).toList();
  }

  /** All rows in order. */
  public RowSource sorted() throws IOException {
    spill();
    return new RunMerge(files, contract, width).open(runs, scratch);
  }

  /** Deletes the runs on disk. */
  public void clear() throws IOException {
    for (LakeFiles.Entry entry : files.list(scratch)) {
      if (entry.name().startsWith("merge-")) {
        files.delete(scratch + "/" + entry.name());
      }
    }
  }
}
