package io.github.hubgenealogy.crawler.card;

import io.github.hubgenealogy.crawler.CrawlSession;
import io.github.hubgenealogy.crawler.Outcome;
import io.github.hubgenealogy.crawler.asking.AskedSealing;
import io.github.hubgenealogy.crawler.asking.AskedTable;
import io.github.hubgenealogy.crawler.asking.Shard;
import io.github.hubgenealogy.crawler.journal.Journal;
import io.github.hubgenealogy.crawler.rate.StopReason;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.LakeFiles;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Crawls the READMEs of all listed models, or of one share of them. */
public final class CardCrawl {
  private static final TableContract CARDS = TableContracts.RAW_CARDS;

  private final CrawlSession session;
  private final LakeFiles files;
  private final CardShards shards;
  private final TableSeal models;

  public CardCrawl(CrawlSession session) throws IOException {
    this.session = session;
    this.files = session.snapshot().files();
    this.shards = new CardShards(session.snapshot());
    this.models = session.snapshot().requireSeal(TableContracts.RAW_MODELS);
  }

  /** Asks what is left, and seals the table when every model has its row. */
  public Outcome run() throws IOException {
    if (shards.count().isPresent()) {
      return runShards();
    }
    return table(shards.folder(), null).run(new CardAsker(session), new CardFacts());
  }

  /** Asks what is left of one share. The table is sealed by a crawl of all. */
  public Outcome run(Shard shard) throws IOException {
    shards.fix(shard);
    AskedTable share = table(shards.folder(shard), shard);
    StopReason stopped = share.ask(new CardAsker(session));
    return stopped == null ? share.asked(shard) : share.stopped(stopped);
  }

  /** Asks what the shares have left, one after another, and seals. */
  private Outcome runShards() throws IOException {
    List<AskedTable> shares = new ArrayList<>();
    for (Shard shard : shards.all()) {
      AskedTable share = table(shards.folder(shard), shard);
      StopReason stopped = share.ask(new CardAsker(session));
      if (stopped != null && !(stopped == StopReason.TIME_IS_UP && session.partial())) {
        return share.stopped(stopped);
      }
      shares.add(share);
    }
    long rows = new AskedSealing(session, CARDS, new CardFacts()).seal(shares);
    files.delete(shards.folder());
    return shares.get(0).sealed(rows);
  }

  private AskedTable table(String folder, Shard shard) throws IOException {
    return new AskedTable(
        session,
        CARDS,
        CardWork.CONTRACT,
        Journal.open(files, folder),
        models.fingerprint(),
        new CardWork(session, folder, shard));
  }
}
