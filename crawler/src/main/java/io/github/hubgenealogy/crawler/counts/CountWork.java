package io.github.hubgenealogy.crawler.counts;

import io.github.hubgenealogy.crawler.CrawlSession;
import io.github.hubgenealogy.crawler.RawColumns;
import io.github.hubgenealogy.crawler.asking.WorkContract;
import io.github.hubgenealogy.crawler.asking.WorkMaker;
import io.github.hubgenealogy.crawler.packed.PackedCells;
import io.github.hubgenealogy.crawler.packed.RowPacker;
import io.github.hubgenealogy.crawler.packed.RowSorter;
import io.github.hubgenealogy.lake.contract.ColumnType;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.id.ModelId;
import io.github.hubgenealogy.lake.rows.TableRows;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The models to ask for, in the order of their keys. */
final class CountWork implements WorkMaker {
  static final TableContract CONTRACT =
      WorkContract.of(
          "count_work",
          RawColumns.KEY,
          WorkContract.text(RawColumns.ID),
          WorkContract.column(RawColumns.CLAIMED_CHILDREN, ColumnType.Scalar.LONG));

  private final CrawlSession session;
  private final String folder;
  private final int top;

  CountWork(CrawlSession session, String folder, int top) {
    this.session = session;
    this.folder = folder;
    this.top = top;
  }

  static CountQuestion question(PackedCells row) {
    return new CountQuestion(row.text(0), row.text(1), row.int64(2));
  }

  @Override
  public void make(RowSorter sorter) throws IOException {
    Map<String, Long> most = new MostClaimed(session, folder + "/claims", top).find();
    RowPacker packer = new RowPacker(CONTRACT);
    try (TableRows models =
        new TableRows(
            session.snapshot(),
            TableContracts.RAW_MODELS,
            List.of(RawColumns.KEY, RawColumns.ID))) {
      for (Object[] row = models.next(); row != null; row = models.next()) {
        Long children = most.get(ModelId.caseFold((String) row[1]));
        if (children != null) {
          packer.add(sorter.rows(), row[0], row[1], children);
          sorter.added();
        }
      }
    }
  }
}
