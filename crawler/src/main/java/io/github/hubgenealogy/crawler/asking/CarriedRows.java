package io.github.hubgenealogy.crawler.asking;

import io.github.hubgenealogy.crawler.packed.PackedCells;
import io.github.hubgenealogy.crawler.packed.PackedRows;
import io.github.hubgenealogy.crawler.packed.RowPacker;
import io.github.hubgenealogy.crawler.packed.RunWriter;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.store.LakeFiles;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Writes rows that an earlier snapshot has, given in the table's order, as one run. */
public final class CarriedRows implements AutoCloseable {
  private final TableContract contract;
  private final RowPacker packer;
  private final RunWriter writer;
  private final PackedRows one = new PackedRows(1 << 12);
  private final PackedCells view = new PackedCells();
  private List<String> first;
  private List<String> last;

  /**
   * Opens a run.
   *
   * @param number of the run among those of its folder
   */
  public CarriedRows(LakeFiles files, String folder, int number, TableContract contract)
      throws IOException {
    this.contract = contract;
    this.packer = new RowPacker(contract);
    this.writer = new RunWriter(files, folder, String.format("carried-%05d.rows", number));
  }

  /** Adds a row given as plain objects. */
  public void add(Object... values) throws IOException {
    one.truncate(0);
    packer.add(one, values);
    add(one.row(0, view));
  }

  /** Adds a packed row. */
  public void add(PackedCells row) throws IOException {
    last = contract.sort().stream().map(column -> row.text(contract.indexOf(column))).toList();
    first = first == null ? last : first;
    writer.write(row);
  }

  /** The run, if it has rows. */
  public Optional<CarriedRun> finish() throws IOException {
    var file = writer.finish();
    return first == null ? Optional.empty() : Optional.of(new CarriedRun(file, first, last));
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
