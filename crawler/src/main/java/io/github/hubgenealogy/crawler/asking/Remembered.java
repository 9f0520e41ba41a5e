package io.github.hubgenealogy.crawler.asking;

import io.github.hubgenealogy.crawler.CrawlSession;
import io.github.hubgenealogy.crawler.RawColumns;
import io.github.hubgenealogy.crawler.packed.PackedCells;
import io.github.hubgenealogy.crawler.packed.RowPacker;
import io.github.hubgenealogy.crawler.packed.RowSorter;
import io.github.hubgenealogy.crawler.packed.RowSource;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.id.ModelId;
import io.github.hubgenealogy.lake.rows.TableRows;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Answers of earlier snapshots that are still remembered, joined with the questions in the order of
 * their names. All of them are sorted on disk first, of one name the newest before the others, so
 * that memory stays the same however many snapshots there are.
 */
public final class Remembered implements AutoCloseable {
  private static final String SCRATCH = "/remembered";

  private final CrawlSession session;
  private final TableContract contract;
  private final String folder;
  private final int nameColumn;
  private final RowPacker packer;
  private final RowSorter sorter;
  private final CarriedRows carried;
  private RowSource rows;
  private PackedCells row;

  /**
   * Prepares.
   *
   * @param folder of the journal, where runs are written
   * @param name the column that holds what was asked for; among the table's sort columns no other
   *     varies
   */
  public Remembered(CrawlSession session, TableContract contract, String folder, String name)
      throws IOException {
    this.session = session;
    this.contract = contract;
    this.folder = folder;
    this.nameColumn = contract.indexOf(name);
    this.packer = new RowPacker(contract);
    this.sorter =
        new RowSorter(
            session.snapshot().files(),
            contract,
            folder + SCRATCH,
            session.settings().journal().mergeWidth());
    this.carried = new CarriedRows(session.snapshot().files(), folder, 1, contract);
  }

  /** Takes in what the published snapshots say, and no answer that is older than remembered. */
  public void addPublished(Predicate<Object[]> usable) throws IOException {
    int fetched = contract.indexOf(RawColumns.FETCHED_AT);
    Duration days = Duration.ofDays(session.settings().asking().rememberDays());
    long since = ChronoUnit.MICROS.between(Instant.EPOCH, session.time().now().minus(days));
    for (Snapshot each : EarlierSnapshots.with(session, contract)) {
      add(
          each,
          each.id(),
          row -> row[fetched] instanceof Long at && at >= since && usable.test(row));
    }
  }

  /**
   * Takes in what one snapshot says.
   *
   * @param from what the column carriedFrom is to say, or null to leave it
   */
  public void add(Snapshot snapshot, String from, Predicate<Object[]> usable) throws IOException {
    int carriedFrom = contract.indexOf(RawColumns.CARRIED_FROM);
    try (TableRows table = new TableRows(snapshot, contract)) {
      for (Object[] each = table.next(); each != null; each = table.next()) {
        if (usable.test(each)) {
          each[carriedFrom] = from == null ? each[carriedFrom] : from;
          packer.add(sorter.rows(), each);
          sorter.added();
        }
      }
    }
  }

  /** Whether a name needs no asking; names must come in their order. */
  public boolean has(String name) throws IOException {
    if (rows == null) {
      rows = sorter.sorted();
      row = rows.next();
    }
    while (row != null && ModelId.UTF8_ORDER.compare(row.text(nameColumn), name) < 0) {
      row = rows.next();
    }
    if (row == null || !row.text(nameColumn).equals(name)) {
      return false;
    }
    carried.add(row);
    return true;
  }

  /** The rows of the names that need no asking; called last. */
  public List<CarriedRun> finish() throws IOException {
    Optional<CarriedRun> run = carried.finish();
    close();
    return run.stream().toList();
  }

  @Override
  public void close() throws IOException {
    if (rows != null) {
      rows.close();
      rows = null;
    }
    carried.close();
    session.snapshot().files().delete(folder + SCRATCH);
  }
}
