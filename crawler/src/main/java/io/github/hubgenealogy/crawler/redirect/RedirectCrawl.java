package io.github.hubgenealogy.crawler.redirect;

import io.github.hubgenealogy.crawler.CrawlSession;
import io.github.hubgenealogy.crawler.Outcome;
import io.github.hubgenealogy.crawler.asking.AskedTable;
import io.github.hubgenealogy.crawler.asking.WorkContract;
import io.github.hubgenealogy.crawler.asking.WorkList;
import io.github.hubgenealogy.crawler.journal.Journal;
import io.github.hubgenealogy.crawler.packed.RowPacker;
import io.github.hubgenealogy.crawler.packed.RowSorter;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.TableFileReader;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Crawls what became of the parents that raw/models claims and does not list. */
public final class RedirectCrawl {
  private static final TableContract WORK = WorkContract.of("redirect_work", "askedId");

  private final CrawlSession session;

  public RedirectCrawl(CrawlSession session) {
    this.session = session;
  }

  /** Asks what is left, and seals the table when every such id has its row. */
  public Outcome run() throws IOException {
    Snapshot snapshot = session.snapshot();
    TableSeal models = snapshot.requireSeal(TableContracts.RAW_MODELS);
    Journal journal = Journal.open(snapshot.files(), snapshot.path("raw/journal/redirects"));
    AskedTable table =
        new AskedTable(session, TableContracts.RAW_REDIRECTS, journal, models.fingerprint());
    ListedIds listed = ListedIds.of(snapshot);
    WorkList work =
        WorkList.of(
            snapshot.files(),
            journal.folder(),
            WORK,
            session.settings().journal().mergeWidth(),
            sorter -> make(snapshot, listed, sorter),
            question -> true);
    return table.run(work, new RedirectAsker(session, listed));
  }

  private static void make(Snapshot snapshot, ListedIds listed, RowSorter sorter)
      throws IOException {
    RowPacker packer = new RowPacker(WORK);
    AtomicBoolean added = new AtomicBoolean();
    ParentClaims claims =
        new ParentClaims(
            id -> {
              if (!listed.contains(id)) {
                packer.add(sorter.rows(), id);
                added.set(true);
              }
            });
    for (String path : snapshot.dataPaths(TableContracts.RAW_MODELS)) {
      try (TableFileReader reader =
          new TableFileReader(
              snapshot.files(),
              path,
              TableContracts.RAW_MODELS,
              List.of("tags", "cardData", "baseModels", "config"))) {
        Object[] row;
        while ((row = reader.next()) != null) {
          claims.of((List<?>) row[0], (String) row[1], (Object[]) row[2], (String) row[3]);
          if (added.getAndSet(false)) {
            sorter.added();
          }
        }
      }
    }
  }
}
