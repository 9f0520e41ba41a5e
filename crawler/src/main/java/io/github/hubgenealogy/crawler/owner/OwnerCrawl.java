package io.github.hubgenealogy.crawler.owner;

import io.github.hubgenealogy.crawler.CrawlSession;
import io.github.hubgenealogy.crawler.Outcome;
import io.github.hubgenealogy.crawler.asking.AskedTable;
import io.github.hubgenealogy.crawler.journal.Journal;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.LakeFiles;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;
import java.util.Optional;

/** Crawls the owners that are named; more can be named later, and are added to the table. */
public final class OwnerCrawl {
  private static final String BASIS = "basis";

  private final CrawlSession session;
  private final OwnerNames names;

  public OwnerCrawl(CrawlSession session, OwnerNames names) {
    this.session = session;
    this.names = names;
  }

  /** Asks what is left, and seals the table when every owner named has its row. */
  public Outcome run() throws IOException {
    Snapshot snapshot = session.snapshot();
    LakeFiles files = snapshot.files();
    String folder = snapshot.path("raw/journal/owners");
    String basis = names.fingerprint();
    Optional<TableSeal> seal = snapshot.seal(TableContracts.RAW_OWNERS);
    if (seal.isPresent() && basis.equals(seal.get().facts().get(BASIS))) {
      files.delete(folder);
      return new Outcome.AlreadySealed(TableContracts.RAW_OWNERS.name(), seal.get().rows());
    }
    AskedTable table =
        new AskedTable(
            session,
            TableContracts.RAW_OWNERS,
            OwnerWork.CONTRACT,
            Journal.open(files, folder),
            basis,
            new OwnerWork(session, names, folder));
    return table.run(new OwnerAsker(session));
  }
}
