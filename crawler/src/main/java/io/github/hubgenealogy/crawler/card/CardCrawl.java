package io.github.hubgenealogy.crawler.card;

import io.github.hubgenealogy.crawler.CrawlSession;
import io.github.hubgenealogy.crawler.Outcome;
import io.github.hubgenealogy.crawler.asking.AskedTable;
import io.github.hubgenealogy.crawler.asking.WorkList;
import io.github.hubgenealogy.crawler.journal.Journal;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;

/** Crawls the READMEs of all listed models. */
public final class CardCrawl {
  private final CrawlSession session;

  public CardCrawl(CrawlSession session) {
    this.session = session;
  }

  /** Asks what is left, and seals the table when every model has its row. */
  public Outcome run() throws IOException {
    TableSeal models = session.snapshot().requireSeal(TableContracts.RAW_MODELS);
    Journal journal =
        Journal.open(session.snapshot().files(), session.snapshot().path("raw/journal/cards"));
    AskedTable table =
        new AskedTable(session, TableContracts.RAW_CARDS, journal, models.fingerprint());
    WorkList work =
        WorkList.of(
            session.snapshot().files(),
            journal.folder(),
            CardWork.CONTRACT,
            session.settings().journal().mergeWidth(),
            sorter -> CardWork.make(session.snapshot(), sorter),
            question -> true);
    return table.run(work, new CardAsker(session));
  }
}
