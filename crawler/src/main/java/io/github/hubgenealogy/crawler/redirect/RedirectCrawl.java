package io.github.hubgenealogy.crawler.redirect;

import io.github.hubgenealogy.crawler.CrawlSession;
import io.github.hubgenealogy.crawler.Outcome;
import io.github.hubgenealogy.crawler.asking.AskedTable;
import io.github.hubgenealogy.crawler.journal.Journal;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;

/** Crawls what became of the parents that raw/models claims and does not list. */
public final class RedirectCrawl {
  private final CrawlSession session;

  public RedirectCrawl(CrawlSession session) {
    this.session = session;
  }

  /** Asks what is left, and seals the table when every such id has its row. */
  public Outcome run() throws IOException {
    Snapshot snapshot = session.snapshot();
    TableSeal models = snapshot.requireSeal(TableContracts.RAW_MODELS);
    Journal journal = Journal.open(snapshot.files(), snapshot.path("raw/journal/redirects"));
    ListedIds listed = ListedIds.of(snapshot);
    AskedTable table =
        new AskedTable(
            session,
            TableContracts.RAW_REDIRECTS,
            RedirectWork.CONTRACT,
            journal,
            models.fingerprint(),
            new RedirectWork(session, listed, journal.folder()));
    return table.run(
        switch (session.settings().asking().redirectsBy()) {
          case API -> new RedirectAsker(session, listed);
          case RESOLVE -> new ResolveAsker(session, listed);
        });
  }
}
