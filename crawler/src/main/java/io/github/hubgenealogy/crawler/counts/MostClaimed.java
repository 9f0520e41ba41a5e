package io.github.hubgenealogy.crawler.counts;

import io.github.hubgenealogy.crawler.CrawlSession;
import io.github.hubgenealogy.crawler.RawColumns;
import io.github.hubgenealogy.crawler.asking.WorkContract;
import io.github.hubgenealogy.crawler.packed.PackedCells;
import io.github.hubgenealogy.crawler.packed.RowPacker;
import io.github.hubgenealogy.crawler.packed.RowSorter;
import io.github.hubgenealogy.crawler.packed.RowSource;
import io.github.hubgenealogy.crawler.redirect.ListedIds;
import io.github.hubgenealogy.crawler.redirect.ParentClaims;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.id.ModelId;
import io.github.hubgenealogy.lake.rows.TableRows;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The listed models that most others of raw/models claim as a parent, each child counted once, in
 * whatever case it writes the name. Claims are sorted on disk and counted as they come, so that
 * memory holds no more than the models that are sought.
 */
final class MostClaimed {
  private static final TableContract CLAIM = WorkContract.of("claimed", RawColumns.ID);

  /** A parent, by its case-folded id. */
  private record Parent(String folded, long children) {}

  private static final Comparator<Parent> FEWEST_FIRST =
      Comparator.comparingLong(Parent::children)
          .thenComparing(Parent::folded, ModelId.UTF8_ORDER.reversed());

  private final CrawlSession session;
  private final String scratch;
  private final int top;

  /**
   * Prepares.
   *
   * @param scratch a folder for sorting, deleted afterwards
   * @param top how many are sought
   */
  MostClaimed(CrawlSession session, String scratch, int top) {
    this.session = session;
    this.scratch = scratch;
    this.top = top;
  }

  /** Children by case-folded id; of equal numbers the smaller ids. */
  Map<String, Long> find() throws IOException {
    RowSorter sorter =
        new RowSorter(
            session.snapshot().files(), CLAIM, scratch, session.settings().journal().mergeWidth());
    claims(sorter);
    PriorityQueue<Parent> most = new PriorityQueue<>(FEWEST_FIRST);
    try (RowSource rows = sorter.sorted()) {
      String current = null;
      long children = 0;
      PackedCells row;
      while ((row = rows.next()) != null) {
        String parent = row.text(0);
        if (!parent.equals(current)) {
          offer(most, current, children);
          current = parent;
          children = 0;
        }
        children++;
      }
      offer(most, current, children);
    }
    session.snapshot().files().delete(scratch);
    Map<String, Long> found = new HashMap<>();
    most.forEach(parent -> found.put(parent.folded(), parent.children()));
    return found;
  }

  private void offer(PriorityQueue<Parent> most, String folded, long children) {
    if (folded != null) {
      most.add(new Parent(folded, children));
      if (most.size() > top) {
        most.remove();
      }
    }
  }

  private void claims(RowSorter sorter) throws IOException {
    ListedIds listed = ListedIds.of(session.snapshot());
    RowPacker packer = new RowPacker(CLAIM);
    Set<String> parents = new HashSet<>();
    ParentClaims claims = new ParentClaims(id -> parents.add(ModelId.caseFold(id)));
    try (TableRows models =
        new TableRows(session.snapshot(), TableContracts.RAW_MODELS, ParentClaims.COLUMNS)) {
      for (Object[] row = models.next(); row != null; row = models.next()) {
        parents.clear();
        claims.of(row);
        for (String parent : parents) {
          if (listed.contains(parent)) {
            packer.add(sorter.rows(), parent);
            sorter.added();
          }
        }
      }
    }
  }
}
