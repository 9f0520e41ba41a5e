package io.github.hubgenealogy.crawler.journal;

import io.github.hubgenealogy.crawler.packed.LongSet;
import io.github.hubgenealogy.crawler.packed.PackedCells;
import io.github.hubgenealogy.crawler.packed.PackedRows;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.id.ModelId;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The table's files, written part by part while the crawl goes on, in the hope that its rows come
 * in the order of their keys and that no id has two keys, as is the rule for a list. Where that
 * does not hold, or the crawl was resumed, it is given up, and the table is made of the journal
 * when all is there: {@link TableSealing}. Both ways give the same bytes. Until the seal is there
 * the files are garbage, so a kill costs nothing.
 */
public final class EarlyTable implements PartWriter.Listener, AutoCloseable {
  private final Snapshot snapshot;
  private final TableContract contract;
  private final Consumer<PackedCells> observer;
  private final int keyColumn;
  private final int idColumn;
  private TableWriter writer;
  private LongSet ids = new LongSet();
  private String lastKey;
  private long rows;
  private long duplicates;
  private boolean given;

  /** What was written; of each key that came more than once, the first. */
  public record Written(long rows, long duplicates, List<DataFile> files) {
    public Written {
      files = List.copyOf(files);
    }
  }

  /**
   * Begins, in place of what an interrupted run may have left there.
   *
   * @param contract of one key column, which is its order
   * @param idColumn a column that names each row once
   * @param observer sees each row that is written
   */
  public EarlyTable(
      Snapshot snapshot, TableContract contract, String idColumn, Consumer<PackedCells> observer)
      throws IOException {
    this.snapshot = snapshot;
    this.contract = contract;
    this.observer = observer;
    this.keyColumn = contract.indexOf(contract.key().get(0));
    this.idColumn = contract.indexOf(idColumn);
    snapshot.files().delete(snapshot.folder(contract));
    this.writer = new TableWriter(snapshot.files(), snapshot.folder(contract), contract);
  }

  @Override
  public void committed(PackedRows part, int[] places) throws IOException {
    PackedCells row = new PackedCells();
    for (int place : places) {
      if (writer == null) {
        return;
      }
      write(part.row(place, row));
    }
  }

  private void write(PackedCells row) throws IOException {
    String key = row.text(keyColumn);
    int order = lastKey == null ? 1 : ModelId.UTF8_ORDER.compare(key, lastKey);
    if (order == 0) {
      duplicates++;
    } else if (order < 0 || !ids.add(LongSet.hash(row.text(idColumn)))) {
      close();
    } else {
      lastKey = key;
      rows++;
      observer.accept(row);
      writer.write(row);
    }
  }

  /** Ends the files, if they hold all that was committed. */
  public Optional<Written> finish() throws IOException {
    if (writer == null) {
      return Optional.empty();
    }
    given = true;
    Written written = new Written(rows, duplicates, writer.finish());
    close();
    return Optional.of(written);
  }

  /** Gives it up. */
  @Override
  public void close() throws IOException {
    ids = null;
    if (writer != null) {
      writer.close();
      writer = null;
      if (!given) {
        snapshot.files().delete(snapshot.folder(contract));
      }
    }
  }
}
