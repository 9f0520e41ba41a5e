package io.github.hubgenealogy.crawler.counts;

import io.github.hubgenealogy.crawler.CrawlSession;
import io.github.hubgenealogy.crawler.Outcome;
import io.github.hubgenealogy.crawler.asking.AskedTable;
import io.github.hubgenealogy.crawler.journal.Journal;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;

/** Crawls the Hub's counts of children for the models that most others claim as a parent. */
public final class CountCrawl {
  private final CrawlSession session;
  private final int top;

  public CountCrawl(CrawlSession session, int top) {
    this.session = session;
    this.top = top;
  }

  /** Asks what is left, and seals the table when every such model has its row. */
  public Outcome run() throws IOException {
    Snapshot snapshot = session.snapshot();
    TableSeal models = snapshot.requireSeal(TableContracts.RAW_MODELS);
    String folder = snapshot.path("raw/journal/counts");
    AskedTable table =
        new AskedTable(
            session,
            TableContracts.RAW_CHILDREN,
            CountWork.CONTRACT,
            Journal.open(snapshot.files(), folder),
            models.fingerprint() + " top " + top,
            new CountWork(session, folder, top));
    return table.run(new CountAsker(session));
  }
}
