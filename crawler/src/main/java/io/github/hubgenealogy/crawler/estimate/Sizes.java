package io.github.hubgenealogy.crawler.estimate;

import io.github.hubgenealogy.crawler.RawColumns;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.TableRows;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * How much there is to crawl, as far as it is known.
 *
 * @param from where the sizes are from, for people
 * @param changed cards that changed since that snapshot
 * @param redirects ids that are claimed as a parent and not listed
 */
record Sizes(
    String from,
    long models,
    OptionalLong datasets,
    OptionalLong changed,
    OptionalLong redirects,
    OptionalLong owners) {

  private static final Duration MONTH = Duration.ofDays(30);

  static Sizes given(long models) {
    return new Sizes(
        "a given number",
        models,
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty());
  }

  /** The same with so many changed cards. */
  Sizes withChanged(long cards) {
    return new Sizes(from, models, datasets, OptionalLong.of(cards), redirects, owners);
  }

  /** The sizes of a snapshot: the one named, else the newest that has a list of models. */
  static Sizes of(Lake lake, String named, Instant now) throws IOException {
    Snapshot snapshot = named == null ? newest(lake) : lake.forReading(named);
    TableSeal models = snapshot.requireSeal(TableContracts.RAW_MODELS);
    return new Sizes(
        "snapshot " + snapshot.id() + " (" + models.origin() + ")",
        models.rows(),
        rows(snapshot, TableContracts.RAW_DATASETS),
        OptionalLong.of(changed(snapshot, models, now)),
        rows(snapshot, TableContracts.RAW_REDIRECTS),
        rows(snapshot, TableContracts.RAW_OWNERS));
  }

  private static Snapshot newest(Lake lake) throws IOException {
    List<Snapshot> all = lake.snapshots();
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).seal(TableContracts.RAW_MODELS).isPresent()) {
        return all.get(i);
      }
    }
    throw Fault.badInput(
        "no snapshot to estimate from",
        lake.files().uri(""),
        "Say how many models there are with --models, such as --models 2400000.");
  }

  private static OptionalLong rows(Snapshot snapshot, TableContract table) throws IOException {
    return snapshot
        .seal(table)
        .map(seal -> OptionalLong.of(seal.rows()))
        .orElse(OptionalLong.empty());
  }

  /**
   * How many models were modified in the last 30 days that the list knows of, scaled to the time
   * that has passed since the list ended; where the seal does not say when, a month.
   */
  private static long changed(Snapshot snapshot, TableSeal models, Instant now) throws IOException {
    long newest = Long.MIN_VALUE;
    try (TableRows rows = modified(snapshot)) {
      for (Object[] row = rows.next(); row != null; row = rows.next()) {
        newest = row[0] == null ? newest : Math.max(newest, (Long) row[0]);
      }
    }
    long recent = 0;
    try (TableRows rows = modified(snapshot)) {
      long since = newest - MONTH.toSeconds() * 1_000_000;
      for (Object[] row = rows.next(); row != null; row = rows.next()) {
        recent += row[0] != null && (Long) row[0] > since ? 1 : 0;
      }
    }
    Duration passed =
        models.facts().get("endedAt") instanceof String ended
            ? Duration.between(Instant.parse(ended), now)
            : MONTH;
    double months = (double) Math.max(0, passed.toSeconds()) / MONTH.toSeconds();
    return Math.min(models.rows(), Math.round(recent * months));
  }

  private static TableRows modified(Snapshot snapshot) throws IOException {
    return new TableRows(snapshot, TableContracts.RAW_MODELS, List.of(RawColumns.LAST_MODIFIED));
  }
}
