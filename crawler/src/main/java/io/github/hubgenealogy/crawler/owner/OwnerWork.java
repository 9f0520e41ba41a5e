package io.github.hubgenealogy.crawler.owner;

import io.github.hubgenealogy.crawler.CrawlSession;
import io.github.hubgenealogy.crawler.RawColumns;
import io.github.hubgenealogy.crawler.asking.CarriedRun;
import io.github.hubgenealogy.crawler.asking.Remembered;
import io.github.hubgenealogy.crawler.asking.WorkContract;
import io.github.hubgenealogy.crawler.asking.WorkMaker;
import io.github.hubgenealogy.crawler.packed.PackedCells;
import io.github.hubgenealogy.crawler.packed.RowPacker;
import io.github.hubgenealogy.crawler.packed.RowSorter;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.TableRows;
import java.io.IOException;
import java.util.List;

/** The owners to ask for: those named, and not asked for before within what is remembered. */
final class OwnerWork implements WorkMaker {
  static final TableContract CONTRACT = WorkContract.of("owner_work", RawColumns.OWNER);

  private static final TableContract OWNERS = TableContracts.RAW_OWNERS;

  private final CrawlSession session;
  private final OwnerNames names;
  private final String folder;
  private final RowPacker packer = new RowPacker(CONTRACT);
  private Remembered remembered;

  OwnerWork(CrawlSession session, OwnerNames names, String folder) {
    this.session = session;
    this.names = names;
    this.folder = folder;
  }

  /** What this snapshot has already stays in it, whether it is named again or not. */
  @Override
  public void make(RowSorter sorter) throws IOException {
    remembered = new Remembered(session, OWNERS, folder, RawColumns.OWNER);
    if (session.snapshot().seal(OWNERS).isPresent()) {
      remembered.add(session.snapshot(), null, OwnerWork::isUsable);
      try (TableRows owners =
          new TableRows(session.snapshot(), OWNERS, List.of(RawColumns.OWNER))) {
        for (Object[] row = owners.next(); row != null; row = owners.next()) {
          packer.add(sorter.rows(), row);
          sorter.added();
        }
      }
    }
    remembered.addPublished(OwnerWork::isUsable);
    for (String name : names.names()) {
      packer.add(sorter.rows(), name);
      sorter.added();
    }
  }

  private static boolean isUsable(Object[] row) {
    return !OwnerStatus.UNKNOWN.word().equals(row[OWNERS.indexOf(RawColumns.STATUS)]);
  }

  @Override
  public boolean keep(PackedCells question) throws IOException {
    return !remembered.has(question.text(0));
  }

  @Override
  public List<CarriedRun> carried() throws IOException {
    return remembered.finish();
  }
}
