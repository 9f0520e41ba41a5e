package io.github.hubgenealogy.crawler.journal;

import io.github.hubgenealogy.crawler.Tally;
import io.github.hubgenealogy.crawler.packed.PackedCells;
import io.github.hubgenealogy.crawler.packed.PackedRows;
import io.github.hubgenealogy.crawler.packed.RowOrder;
import io.github.hubgenealogy.crawler.packed.RowPacker;
import io.github.hubgenealogy.crawler.packed.RunWriter;
import io.github.hubgenealogy.crawler.rate.BudgetReport;
import io.github.hubgenealogy.crawler.rate.TimeSource;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Gathers rows into the open part and commits it when it is old or large enough. One thread sorts,
 * compresses and commits while the next part fills; there are never more than two. Safe for use by
 * several threads. The thread that commits never waits for the lock, because who holds the lock may
 * wait for a commit.
 */
public final class PartWriter implements AutoCloseable {
  private final Journal journal;
  private final TableContract contract;
  private final RowOrder order;
  private final RowPacker packer;
  private final JournalSettings settings;
  private final TimeSource time;
  private final Tally tally;
  private final Supplier<Origin> origin;
  private final int partBytes;
  private final ScheduledExecutorService committer;
  private final ReentrantLock lock = new ReentrantLock();
  private OpenPart open;
  private OpenPart spare;
  private OpenPart pending;
  private Future<?> committing;
  private String cursor;
  private long countedUntil;
  private volatile Listener listener = (rows, places) -> {};

  /** Sees each part when it is committed, on the committing thread. */
  public interface Listener {
    /**
     * A part stands in the journal.
     *
     * @param places of its rows in the order of the table
     */
    void committed(PackedRows rows, int[] places) throws IOException;
  }

  public PartWriter(
      Journal journal,
      TableContract contract,
      JournalSettings settings,
      TimeSource time,
      Tally tally,
      Supplier<Origin> origin) {
    this.journal = journal;
    this.contract = contract;
    this.order = new RowOrder(contract);
    this.packer = new RowPacker(contract);
    this.settings = settings;
    this.time = time;
    this.tally = tally;
    this.origin = origin;
    this.partBytes = settings.partMebibytes() << 20;
    this.countedUntil = time.nanos();
    this.open = new OpenPart(1 << 16);
    this.spare = new OpenPart(1 << 16);
    this.committer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = Executors.defaultThreadFactory().newThread(task);
              thread.setName("part-committer");
              thread.setDaemon(true);
              return thread;
            });
    var unused = committer.scheduleWithFixedDelay(this::closeIfOld, 1, 1, TimeUnit.SECONDS);
  }

  /** Says who else is to see the parts that are committed from now on. */
  public void listener(Listener given) {
    listener = given;
  }

  /**
   * Adds a page of a list.
   *
   * @param nextCursor where to go on after it; null at the end
   */
  public void addPage(PackedRows page, String nextCursor) {
    locked(
        () -> {
          touch();
          open.rows.addAll(page);
          cursor = nextCursor;
          closeIfDue();
        });
  }

  /** Adds the row of one place of a work list. */
  public void addRow(int place, Object... values) {
    locked(
        () -> {
          touch();
          packer.add(open.rows, values);
          open.covered.set(place);
          closeIfDue();
        });
  }

  private void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
    } finally {
      lock.unlock();
    }
  }

  private void touch() {
    if (!open.touched) {
      open.touched = true;
      open.since = time.nanos();
    }
  }

  private boolean isOld() {
    return open.touched && time.nanos() - open.since >= settings.partAge().toNanos();
  }

  private void closeIfDue() {
    if (open.rows.size() >= partBytes || isOld()) {
      hand(false);
    }
  }

  /** Parts also age while the crawl waits for the server's next window. */
  private void closeIfOld() {
    if (!lock.tryLock()) {
      return;
    }
    try {
      if (isOld() && (committing == null || committing.isDone())) {
        hand(false);
      }
    } finally {
      lock.unlock();
    }
  }

  private void hand(boolean complete) {
    finishCommit();
    long now = time.nanos();
    tally.add(BudgetReport.ELAPSED, (now - countedUntil) / 1_000_000);
    countedUntil = now;
    OpenPart closed = open;
    open = spare;
    spare = null;
    JournalEntry draft =
        new JournalEntry(
            0,
            null,
            null,
            null,
            closed.covered.isEmpty() ? null : Covered.format(closed.covered),
            cursor,
            complete,
            origin.get().word(),
            time.now().toString(),
            tally.drain());
    committing =
        committer.submit(
            () -> {
              commit(closed.rows, draft);
              return null;
            });
    pending = closed;
  }

  /** Waits for the part that is being committed, and brings its failure here. */
  private void finishCommit() {
    if (committing == null) {
      return;
    }
    try {
      committing.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Fault fault) {
        throw fault;
      }
      throw new UncheckedIOException(
          failed.getCause() instanceof IOException lost
              ? lost
              : new IOException(failed.getCause()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted while committing", interrupted));
    }
    committing = null;
    pending.rows.clear(2 * partBytes);
    pending.covered.clear();
    pending.touched = false;
    spare = pending;
    pending = null;
  }

  private void commit(PackedRows rows, JournalEntry draft) throws IOException {
    int sequence = journal.nextSequence();
    DataFile part = null;
    int[] places = new int[0];
    List<String> first = null;
    List<String> last = null;
    if (rows.count() > 0) {
      places = order.sorted(rows);
      PackedCells row = new PackedCells();
      try (RunWriter writer =
          new RunWriter(journal.files(), journal.folder(), Journal.partName(sequence))) {
        for (int place : places) {
          writer.write(rows.row(place, row));
        }
        part = writer.finish();
      }
      first = key(rows.row(places[0], row));
      last = key(rows.row(places[places.length - 1], row));
    }
    journal.commit(
        new JournalEntry(
            sequence,
            part,
            first,
            last,
            draft.covered(),
            draft.nextCursor(),
            draft.complete(),
            draft.origin(),
            draft.closedAt(),
            draft.counts()));
    listener.committed(rows, places);
  }

  private List<String> key(PackedCells row) {
    List<String> key = new ArrayList<>();
    for (String column : contract.sort()) {
      key.add(row.text(contract.indexOf(column)));
    }
    return key;
  }

  /**
   * Commits what is open.
   *
   * @param complete whether nothing is left to ask
   */
  public void flush(boolean complete) {
    locked(
        () -> {
          if (open.touched || complete) {
            hand(complete);
          }
          finishCommit();
        });
  }

  @Override
  public void close() {
    committer.shutdown();
  }
}
