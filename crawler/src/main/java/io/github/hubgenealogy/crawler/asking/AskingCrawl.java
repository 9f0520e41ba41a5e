package io.github.hubgenealogy.crawler.asking;

import io.github.hubgenealogy.crawler.CrawlSession;
import io.github.hubgenealogy.crawler.journal.Journal;
import io.github.hubgenealogy.crawler.journal.PartWriter;
import io.github.hubgenealogy.crawler.packed.PackedCells;
import io.github.hubgenealogy.crawler.packed.RowSource;
import io.github.hubgenealogy.crawler.rate.Concurrency;
import io.github.hubgenealogy.crawler.rate.StopReason;
import io.github.hubgenealogy.crawler.rate.StoppedException;
import io.github.hubgenealogy.lake.command.Progress;
import io.github.hubgenealogy.lake.contract.TableContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Asks the questions of a work list that are not done yet, many at a time, and commits their rows
 * with the places that they cover.
 *
 * @param <Q> a question
 */
public final class AskingCrawl<Q> {
  /** More threads than places, so that those whose question waits to be repeated stop no other. */
  private static final int THREADS_A_PLACE = 4;

  private final CrawlSession session;
  private final TableContract contract;
  private final Asker<Q> asker;
  private final AtomicReference<RuntimeException> fatal = new AtomicReference<>();
  private RowSource questions;
  private BitSet done;
  private int place = -1;
  private long left;

  private record Task<Q>(int place, Q question) {}

  public AskingCrawl(CrawlSession session, TableContract contract, Asker<Q> asker) {
    this.session = session;
    this.contract = contract;
    this.asker = asker;
  }

  /**
   * Asks.
   *
   * @param covered the places that need no asking; those done are added
   * @param most how many questions to ask at most
   * @return why it stopped before all were asked, or null
   */
  public StopReason run(WorkList work, Journal journal, BitSet covered, long most)
      throws IOException {
    done = (BitSet) covered.clone();
    left = most;
    long wanted = covered.cardinality() + most;
    String word = contract.path().substring(contract.path().lastIndexOf('/') + 1);
    try (RowSource opened = work.open();
        Progress progress = Progress.of("crawl " + word, word, work.size());
        PartWriter parts =
            new PartWriter(
                journal,
                contract,
                session.settings().journal(),
                session.time(),
                session.tally(),
                session.client()::origin)) {
      questions = opened;
      progress.step(covered.cardinality());
      askAll(parts, progress, covered);
      RuntimeException failure = fatal.get();
      boolean complete = failure == null && covered.cardinality() >= wanted;
      parts.flush(complete);
      if (failure != null) {
        throw failure;
      }
      return complete ? null : session.waiting().stopReason();
    }
  }

  private void askAll(PartWriter parts, Progress progress, BitSet covered) {
    List<Thread> threads = new ArrayList<>();
    int count = THREADS_A_PLACE * session.settings().asking().maxConcurrency();
    for (int i = 0; i < Math.min(count, Math.max(1, left)); i++) {
      Thread thread = new Thread(() -> work(parts, progress, covered), "asker-" + i);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException interruption) {
          interrupted = true;
          session.waiting().stop(StopReason.INTERRUPTED);
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void work(PartWriter parts, Progress progress, BitSet covered) {
    Concurrency places = session.client().concurrency();
    boolean placed = false;
    try {
      while (session.waiting().stopReason() == null) {
        if (!placed) {
          places.enter();
          placed = true;
        }
        Task<Q> task = next();
        if (task == null) {
          return;
        }
        Object[] row = asker.ask(task.question());
        parts.addRow(task.place(), row);
        synchronized (this) {
          covered.set(task.place());
        }
        progress.step(1);
        placed = places.stay();
      }
    } catch (StoppedException stopping) {
      // Asked again on the next run.
    } catch (RuntimeException failure) {
      fatal.compareAndSet(null, failure);
      session.waiting().stop(StopReason.FAILED);
    } catch (IOException lost) {
      fatal.compareAndSet(null, new UncheckedIOException(lost));
      session.waiting().stop(StopReason.FAILED);
    } finally {
      if (placed) {
        places.leave();
      }
    }
  }

  private synchronized Task<Q> next() throws IOException {
    if (left <= 0) {
      return null;
    }
    PackedCells row;
    while ((row = questions.next()) != null) {
      place++;
      if (!done.get(place)) {
        left--;
        return new Task<>(place, asker.question(row));
      }
    }
    left = 0;
    return null;
  }
}
