package io.github.hubgenealogy.crawler.asking;

import io.github.hubgenealogy.crawler.CrawlSession;
import io.github.hubgenealogy.crawler.journal.CrawlFacts;
import io.github.hubgenealogy.crawler.journal.Journal;
import io.github.hubgenealogy.crawler.journal.JournalEntry;
import io.github.hubgenealogy.crawler.journal.JournalStart;
import io.github.hubgenealogy.crawler.journal.TableSealing;
import io.github.hubgenealogy.crawler.packed.PackedCells;
import io.github.hubgenealogy.crawler.packed.RowSource;
import io.github.hubgenealogy.crawler.packed.RunPart;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.store.Origin;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Makes one table of what was asked, under one journal or several, and of what was carried over.
 */
public final class AskedSealing {
  private final CrawlSession session;
  private final TableContract contract;
  private final RowFacts more;

  public AskedSealing(CrawlSession session, TableContract contract, RowFacts more) {
    this.session = session;
    this.contract = contract;
    this.more = more;
  }

  /** Seals, and removes the journals; the number of rows. */
  public long seal(List<AskedTable> shares) throws IOException {
    List<Journal> journals = shares.stream().map(AskedTable::journal).toList();
    List<RunPart> runs = TableSealing.runs(journals);
    for (AskedTable share : shares) {
      share.work().addCarriedTo(runs);
    }
    TableSealing sealing =
        new TableSealing(session.snapshot(), contract, session.settings().journal());
    TableSealing.Sealed sealed;
    try (RowSource rows = sealing.open(runs, journals.get(0).folder())) {
      sealed =
          sealing.seal(
              rows,
              this::counted,
              origin(journals),
              (written, twice) -> facts(shares, written, twice));
    }
    for (Journal journal : journals) {
      journal.delete();
    }
    return sealed.rows();
  }

  private PackedCells counted(PackedCells row) {
    more.count(row);
    return row;
  }

  private String origin(List<Journal> journals) throws IOException {
    return EarlierSnapshots.origin(session)
        .orElseGet(
            () ->
                journals.stream()
                    .flatMap(journal -> journal.last().stream())
                    .map(JournalEntry::origin)
                    .reduce((first, last) -> last)
                    .map(Origin::of)
                    .orElseGet(session.client()::origin))
        .word();
  }

  private Map<String, Object> facts(List<AskedTable> shares, long written, long duplicates) {
    JournalStart first =
        shares.stream()
            .map(AskedTable::start)
            .min(Comparator.comparing(JournalStart::startedAt))
            .orElseThrow();
    String ended =
        shares.stream()
            .flatMap(share -> share.journal().last().stream())
            .map(JournalEntry::closedAt)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(first.startedAt());
    Map<String, Object> facts =
        CrawlFacts.of(shares.stream().map(AskedTable::journal).toList(), first, ended);
    long questions = 0;
    long carried = 0;
    long asked = 0;
    for (AskedTable share : shares) {
      questions += share.work().size();
      carried += share.work().carriedRows();
      asked += share.covered().cardinality();
    }
    facts.put("basis", first.basis());
    facts.put("questions", questions);
    facts.put("asked", asked);
    facts.put("not_asked", questions - asked);
    facts.put("carried", carried);
    facts.put("shares", shares.size());
    facts.put("rows", written);
    facts.put("duplicates_dropped", duplicates);
    facts.putAll(more.facts());
    return facts;
  }
}
