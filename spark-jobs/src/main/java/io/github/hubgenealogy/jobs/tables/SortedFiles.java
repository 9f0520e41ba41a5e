package io.github.hubgenealogy.jobs.tables;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.rows.Cells;
import io.github.hubgenealogy.lake.rows.TableFileWriter;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Writes rows that the driver holds in their final order: one file after another of the contract's
 * length, one thread a core.
 */
public final class SortedFiles {
  private SortedFiles() {}

  /**
   * Writes.
   *
   * @param partition the partition's folder below the table's, or null
   * @param rows gives each thread its own access to the rows by their place, in ascending order
   */
  public static List<DataFile> write(
      Snapshot snapshot,
      TableContract table,
      String partition,
      long count,
      Supplier<LongFunction<Cells>> rows)
      throws IOException {
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Future<DataFile>> files = new ArrayList<>();
      for (long from = 0; from < Math.max(1, count); from += table.rowsPerFile()) {
        long first = from;
        long end = Math.min(count, from + table.rowsPerFile());
        String name =
            (partition == null ? "" : partition + "/") + TableWriter.fileName(files.size());
        files.add(threads.submit(() -> file(snapshot, table, name, first, end, rows.get())));
      }
      List<DataFile> written = new ArrayList<>();
      for (Future<DataFile> file : files) {
        written.add(file.get());
      }
      return written;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException unwritable) {
        throw unwritable;
      }
      throw new IllegalStateException("writing table " + table.name(), failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while writing table " + table.name(), interrupted);
    } finally {
      threads.shutdownNow();
    }
  }

  private static DataFile file(
      Snapshot snapshot,
      TableContract table,
      String name,
      long from,
      long end,
      LongFunction<Cells> rows)
      throws IOException {
    try (TableFileWriter writer =
        new TableFileWriter(snapshot.files(), snapshot.folder(table), name, table)) {
      for (long place = from; place < end; place++) {
        writer.write(rows.apply(place));
      }
      return writer.finish();
    }
  }
}
