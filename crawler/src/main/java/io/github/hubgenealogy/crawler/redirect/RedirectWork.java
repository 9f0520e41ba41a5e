package io.github.hubgenealogy.crawler.redirect;

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
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The ids to ask for: claimed as a parent, not listed, and not asked for in an earlier snapshot
 * within the time that answers are remembered.
 */
final class RedirectWork implements WorkMaker {
  static final TableContract CONTRACT = WorkContract.of("redirect_work", RawColumns.ASKED_ID);

  private static final int UNAUTHORIZED = 401;

  private final CrawlSession session;
  private final ListedIds listed;
  private final String folder;
  private final RowPacker packer = new RowPacker(CONTRACT);
  private Remembered remembered;

  RedirectWork(CrawlSession session, ListedIds listed, String folder) {
    this.session = session;
    this.listed = listed;
    this.folder = folder;
  }

  @Override
  public void make(RowSorter sorter) throws IOException {
    remembered = new Remembered(session, TableContracts.RAW_REDIRECTS, folder, RawColumns.ASKED_ID);
    remembered.addPublished(this::isUsable);
    AtomicBoolean added = new AtomicBoolean();
    ParentClaims claims =
        new ParentClaims(
            id -> {
              if (!listed.contains(id)) {
                packer.add(sorter.rows(), id);
                added.set(true);
              }
            });
    try (TableRows models =
        new TableRows(session.snapshot(), TableContracts.RAW_MODELS, ParentClaims.COLUMNS)) {
      for (Object[] row = models.next(); row != null; row = models.next()) {
        claims.of(row);
        if (added.getAndSet(false)) {
          sorter.added();
        }
      }
    }
  }

  /** No answer is asked for again; and with a token the Hub tells missing from private. */
  private boolean isUsable(Object[] row) {
    boolean toldNothing =
        Integer.valueOf(UNAUTHORIZED)
            .equals(row[TableContracts.RAW_REDIRECTS.indexOf(RawColumns.HTTP_STATUS)]);
    return !RedirectStatus.UNKNOWN
            .word()
            .equals(row[TableContracts.RAW_REDIRECTS.indexOf(RawColumns.STATUS)])
        && !(toldNothing && session.client().hasToken());
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
