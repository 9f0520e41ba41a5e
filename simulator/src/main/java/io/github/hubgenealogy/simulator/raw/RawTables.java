package io.github.hubgenealogy.simulator.raw;

import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.command.Progress;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.Cells;
import io.github.hubgenealogy.lake.rows.ObjectCells;
import io.github.hubgenealogy.lake.rows.TableFileWriter;
import io.github.hubgenealogy.lake.store.DataFile;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Origin;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.TableSeal;
import io.github.hubgenealogy.simulator.chance.Chance;
import io.github.hubgenealogy.simulator.ecosystem.Ecosystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes raw/models, raw/cards, raw/datasets and raw/redirects of one snapshot. */
public final class RawTables {
  private static final Logger LOG = LoggerFactory.getLogger(RawTables.class);

  /** The instant of asking: within the day after the ecosystem's last model, by the seed. */
  private static final long FIRST_ASKING = 1_752_451_200_000_000L;

  private final Ecosystem ecosystem;
  private final Snapshot snapshot;
  private final long askedAt;

  private RawTables(Ecosystem ecosystem, Snapshot snapshot) {
    this.ecosystem = ecosystem;
    this.snapshot = snapshot;
    this.askedAt =
        FIRST_ASKING + Math.floorMod(Chance.mix(ecosystem.settings().seed()), 86_400L) * 1_000_000;
  }

  /** Writes the tables into a folder that is a snapshot of the lake around it. */
  public static void write(Ecosystem ecosystem, Path folder) {
    Path whole = folder.toAbsolutePath().normalize();
    if (whole.getParent() == null) {
      throw Fault.badInput("no snapshot can be the root", folder.toString(), "Name a folder.");
    }
    Snapshot snapshot =
        Lake.writableAt(whole.getParent().toString()).snapshot(whole.getFileName().toString());
    try {
      new RawTables(ecosystem, snapshot).write();
    } catch (IOException refused) {
      throw Fault.badInput(
          "cannot write the raw tables",
          folder.toString(),
          "Name a folder that can be written (" + refused.getClass().getSimpleName() + ").");
    }
  }

  private void write() throws IOException {
    ModelRows models = new ModelRows(ecosystem, askedAt);
    table(TableContracts.RAW_MODELS, ecosystem.size(), models::row);
    CardRows cards = new CardRows(ecosystem, askedAt);
    table(TableContracts.RAW_CARDS, ecosystem.size(), cards::row);
    DatasetRows datasets = new DatasetRows(ecosystem, askedAt);
    table(TableContracts.RAW_DATASETS, ecosystem.datasets().count(), datasets::row);
    List<Object[]> redirects = new RedirectRows(ecosystem, askedAt).rows();
    table(
        TableContracts.RAW_REDIRECTS, redirects.size(), row -> new ObjectCells(redirects.get(row)));
  }

  private void table(TableContract table, int rows, IntFunction<Cells> source) throws IOException {
    if (snapshot.seal(table).isPresent()) {
      throw Fault.badInput(
          "table " + table.name() + " is there already",
          snapshot.files().uri(snapshot.folder(table)),
          "Name another folder.");
    }
    long start = System.nanoTime();
    try (Progress progress = Progress.of(table.name(), "rows", rows)) {
      int files = (rows + table.rowsPerFile() - 1) / table.rowsPerFile();
      List<Callable<DataFile>> parts = new ArrayList<>();
      for (int file = 0; file < Math.max(1, files); file++) {
        int number = file;
        parts.add(() -> part(table, number, rows, source, progress));
      }
      seal(table, rows, together(parts));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    LOG.info(
        "{}: {} rows in {} s, {} a second",
        table.name(),
        rows,
        Math.round(10 * seconds) / 10.0,
        Math.round(rows / seconds));
  }

  private DataFile part(
      TableContract table, int number, int rows, IntFunction<Cells> source, Progress progress)
      throws IOException {
    String name = String.format(Locale.ROOT, "part-%05d.parquet", number);
    int from = number * table.rowsPerFile();
    int to = Math.min(rows, from + table.rowsPerFile());
    try (TableFileWriter writer =
        new TableFileWriter(snapshot.files(), snapshot.folder(table), name, table)) {
      for (int row = from; row < to; row++) {
        writer.write(source.apply(row));
        if ((row & 1023) == 1023) {
          progress.step(1024);
        }
      }
      return writer.finish();
    }
  }

  private static List<DataFile> together(List<Callable<DataFile>> parts) throws IOException {
    ExecutorService workers =
        Executors.newFixedThreadPool(
            Math.min(parts.size(), Runtime.getRuntime().availableProcessors()));
    try {
      List<DataFile> files = new ArrayList<>();
      for (Future<DataFile> part : workers.invokeAll(parts)) {
        files.add(part.get());
      }
      return files;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException refused) {
        throw refused;
      }
      throw new IllegalStateException("a part failed", failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Fault.incomplete("interrupted", "raw tables", "Run the command again.");
    } finally {
      workers.shutdownNow();
    }
  }

  private void seal(TableContract table, long rows, List<DataFile> files) throws IOException {
    String fingerprint =
        Fingerprint.of(
            table.name() + " " + table.schemaVersion() + " " + ecosystem.settings().toString());
    snapshot.create(
        table,
        new TableSeal(
            table.name(),
            table.schemaVersion(),
            fingerprint,
            rows,
            files,
            Origin.SIMULATED.word(),
            Map.of("seed", ecosystem.settings().seed(), "models", ecosystem.size())));
  }
}
