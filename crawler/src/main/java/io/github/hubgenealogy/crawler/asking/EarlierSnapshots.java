package io.github.hubgenealogy.crawler.asking;

import io.github.hubgenealogy.crawler.CrawlSession;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Origin;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The published snapshots of the lake from which answers can be carried over. */
public final class EarlierSnapshots {
  private EarlierSnapshots() {}

  /**
   * Published snapshots that have a table of the same origin, newest first. What is published was
   * asked before the snapshot that is being crawled, whatever its name; and nothing simulated gets
   * among what is real. A revision has no answers of its own.
   */
  public static List<Snapshot> with(CrawlSession session, TableContract table) throws IOException {
    String origin = origin(session).map(Origin::word).orElse("");
    List<Snapshot> found = new ArrayList<>();
    for (Snapshot each : new Lake(session.snapshot().files()).snapshots()) {
      if (each.id().equals(session.snapshot().id()) || each.revised().isPresent()) {
        continue;
      }
      Optional<TableSeal> seal = each.isPublished() ? each.seal(table) : Optional.empty();
      if (seal.isPresent() && origin.equals(seal.get().origin())) {
        found.add(0, each);
      }
    }
    return found;
  }

  /**
   * What the data of a crawl is, where that is known before the first answer: from the endpoint, or
   * from the list that this endpoint gave.
   */
  public static Optional<Origin> origin(CrawlSession session) throws IOException {
    if (session.client().endpoint().isHub()) {
      return Optional.of(Origin.HUB);
    }
    return session
        .snapshot()
        .seal(TableContracts.RAW_MODELS)
        .map(seal -> Origin.of(seal.origin()))
        .filter(origin -> origin != Origin.IMPORT);
  }
}
