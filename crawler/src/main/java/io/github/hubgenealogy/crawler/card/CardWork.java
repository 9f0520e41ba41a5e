package io.github.hubgenealogy.crawler.card;

import io.github.hubgenealogy.crawler.CrawlSession;
import io.github.hubgenealogy.crawler.RawColumns;
import io.github.hubgenealogy.crawler.asking.CarriedRows;
import io.github.hubgenealogy.crawler.asking.CarriedRun;
import io.github.hubgenealogy.crawler.asking.EarlierSnapshots;
import io.github.hubgenealogy.crawler.asking.Shard;
import io.github.hubgenealogy.crawler.asking.WorkContract;
import io.github.hubgenealogy.crawler.asking.WorkMaker;
import io.github.hubgenealogy.crawler.packed.PackedCells;
import io.github.hubgenealogy.crawler.packed.PackedRows;
import io.github.hubgenealogy.crawler.packed.RowPacker;
import io.github.hubgenealogy.crawler.packed.RowSorter;
import io.github.hubgenealogy.crawler.packed.RunReader;
import io.github.hubgenealogy.crawler.packed.RunWriter;
import io.github.hubgenealogy.lake.contract.ColumnType;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.TableRows;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.LakeFiles;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Which cards are asked for and in what order, and which are copied from earlier snapshots.
 *
 * <p>Most downloaded first; of equal ones those whose card names a base first; of equal ones by
 * key. Whatever time there is goes to what matters most.
 *
 * <p>Tables are joined in the order of their keys, so memory stays the same however many models
 * there are: a bit a model, and what one file needs.
 */
final class CardWork implements WorkMaker {
  static final int ORDER = 0;
  static final int KEY = 1;
  static final int ID = 2;
  static final int SHA = 3;
  private static final int ETAG = 4;
  private static final int CARRIED_FROM = 5;
  private static final int CONTENT = 6;

  static final TableContract CONTRACT =
      WorkContract.of(
          "card_work",
          RawColumns.ORDER,
          WorkContract.text(RawColumns.KEY),
          WorkContract.text(RawColumns.ID),
          WorkContract.text(RawColumns.SHA),
          WorkContract.text(RawColumns.ETAG),
          WorkContract.text(RawColumns.CARRIED_FROM),
          WorkContract.column(RawColumns.CONTENT, ColumnType.Scalar.BINARY));

  private static final String BASE = "\"base_model\":";

  private final CrawlSession session;
  private final LakeFiles files;
  private final String folder;
  private final Shard shard;
  private final RowPacker packer = new RowPacker(CONTRACT);
  private final List<CarriedRun> carried = new ArrayList<>();
  private final BitSet settled = new BitSet();

  /**
   * Prepares.
   *
   * @param folder where runs are written
   * @param shard whose models are meant, or null for all
   */
  CardWork(CrawlSession session, String folder, Shard shard) {
    this.session = session;
    this.files = session.snapshot().files();
    this.folder = folder;
    this.shard = shard;
  }

  static CardQuestion question(PackedCells row) {
    byte[] content = row.array(CONTENT);
    return new CardQuestion(
        row.text(KEY),
        row.text(ID),
        row.text(SHA),
        content == null
            ? null
            : new CardQuestion.Known(row.text(ETAG), content, row.text(CARRIED_FROM)));
  }

  @Override
  public void make(RowSorter sorter) throws IOException {
    List<Snapshot> earlier = EarlierSnapshots.with(session, TableContracts.RAW_CARDS);
    DataFile models = listed();
    for (Snapshot each : earlier) {
      if (settled.cardinality() < models.rows()) {
        carry(each, models, sorter);
      }
    }
    PackedCells row;
    try (RunReader rest = new RunReader(files, folder, models, 0)) {
      for (int place = 0; (row = rest.next()) != null; place++) {
        if (!settled.get(place)) {
          sorter.rows().add(row);
          sorter.added();
        }
      }
    }
    files.delete(folder + "/" + models.name());
  }

  /** One question a listed model, in the order of their keys. */
  private DataFile listed() throws IOException {
    PackedRows one = new PackedRows(1 << 12);
    PackedCells view = new PackedCells();
    try (TableRows models =
            new TableRows(
                session.snapshot(),
                TableContracts.RAW_MODELS,
                List.of(
                    RawColumns.KEY,
                    RawColumns.ID,
                    RawColumns.SHA,
                    RawColumns.DOWNLOADS,
                    RawColumns.CARD_DATA));
        RunWriter writer = new RunWriter(files, folder, "merge-listed.rows")) {
      for (Object[] row = models.next(); row != null; row = models.next()) {
        String key = (String) row[0];
        if (shard == null || shard.has(key)) {
          long downloads = row[3] == null ? 0 : Math.max(0, (Long) row[3]);
          boolean base = row[4] != null && ((String) row[4]).contains(BASE);
          one.truncate(0);
          packer.add(one, order(downloads, base, key), key, row[1], row[2], null, null, null);
          writer.write(one.row(0, view));
        }
      }
      return writer.finish();
    }
  }

  private static String order(long downloads, boolean base, String key) {
    return String.format(Locale.ROOT, "%019d", Long.MAX_VALUE - downloads)
        + (base ? '0' : '1')
        + key;
  }

  private void carry(Snapshot earlier, DataFile models, RowSorter sorter) throws IOException {
    int id = TableContracts.RAW_CARDS.indexOf(RawColumns.ID);
    int from = TableContracts.RAW_CARDS.indexOf(RawColumns.CARRIED_FROM);
    int differs = TableContracts.RAW_CARDS.indexOf(RawColumns.SHA_DIFFERS);
    try (RunReader rows = new RunReader(files, folder, models, 0);
        CarriedRows copies =
            new CarriedRows(files, folder, carried.size() + 1, TableContracts.RAW_CARDS)) {
      new EarlierCards(earlier, rows, settled)
          .find(
              new EarlierCards.Sink() {
                @Override
                public void copy(ListedModel model, Object[] card) throws IOException {
                  card[id] = model.id();
                  card[from] = earlier.id();
                  card[differs] = card[differs] == null ? null : Boolean.FALSE;
                  copies.add(card);
                }

                @Override
                public void askWhetherChanged(ListedModel model, CardQuestion.Known known)
                    throws IOException {
                  packer.add(
                      sorter.rows(),
                      model.order(),
                      model.key(),
                      model.id(),
                      model.sha(),
                      known.etag(),
                      known.carriedFrom(),
                      known.content());
                  sorter.added();
                }
              });
      copies.finish().ifPresent(carried::add);
    }
  }

  @Override
  public List<CarriedRun> carried() {
    return carried;
  }
}
