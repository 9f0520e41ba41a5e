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
import io.github.hubgenealogy.simulator.ecosystem.ModelRecord;
import io.github.hubgenealogy.simulator.ecosystem.SimulatedModel;
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
    for (TableContract table :
        List.of(
            TableContracts.RAW_MODELS,
            TableContracts.RAW_CARDS,
            TableContracts.RAW_DATASETS,
            TableContracts.RAW_REDIRECTS)) {
      if (snapshot.seal(table).isPresent()) {
        throw Fault.badInput(
            "table " + table.name() + " is there already",
            snapshot.files().uri(snapshot.folder(table)),
            "Name another folder.");
      }
    }
    long start = System.nanoTime();
    RedirectRows redirects = new RedirectRows(askedAt);
    models(redirects);
    DatasetRows datasets = new DatasetRows(ecosystem, askedAt);
    table(TableContracts.RAW_DATASETS, ecosystem.datasets().count(), datasets::row);
    List<Object[]> asked = redirects.rows();
    table(TableContracts.RAW_REDIRECTS, asked.size(), row -> new ObjectCells(asked.get(row)));
    double seconds = (System.nanoTime() - start) / 1e9;
    LOG.info(
        "raw tables of {} models in {} s, {} models a second",
        ecosystem.size(),
        Math.round(10 * seconds) / 10.0,
        Math.round(ecosystem.size() / seconds));
  }

  /** raw/models and raw/cards in one pass, so that each model is made once. */
  private void models(RedirectRows redirects) throws IOException {
    TableContract table = TableContracts.RAW_MODELS;
    int size = ecosystem.size();
    try (Progress progress = Progress.of("models and cards", "models", size)) {
      List<Callable<ModelFiles>> parts = new ArrayList<>();
      for (int file = 0; file < filesOf(table, size); file++) {
        int number = file;
        parts.add(() -> modelPart(number, redirects, progress));
      }
      List<ModelFiles> files = together(parts);
      seal(table, size, files.stream().map(ModelFiles::models).toList());
      seal(
          TableContracts.RAW_CARDS,
          size,
          files.stream().flatMap(part -> part.cards().stream()).toList());
    }
  }

  /** One file of raw/models and the files of raw/cards that hold the same models. */
  private ModelFiles modelPart(int number, RedirectRows redirects, Progress progress)
      throws IOException {
    ModelRows models = new ModelRows(askedAt);
    CardRows cards = new CardRows(askedAt);
    int from = number * TableContracts.RAW_MODELS.rowsPerFile();
    int to = Math.min(ecosystem.size(), from + TableContracts.RAW_MODELS.rowsPerFile());
    int cardsPerFile = TableContracts.RAW_CARDS.rowsPerFile();
    if (TableContracts.RAW_MODELS.rowsPerFile() % cardsPerFile != 0) {
      throw new IllegalStateException("a file of models holds whole files of cards");
    }
    List<DataFile> cardFiles = new ArrayList<>();
    try (TableFileWriter modelFile = open(TableContracts.RAW_MODELS, number)) {
      for (int start = from; start == from || start < to; start += cardsPerFile) {
        int end = Math.min(to, start + cardsPerFile);
        try (TableFileWriter cardFile = open(TableContracts.RAW_CARDS, start / cardsPerFile)) {
          for (int row = start; row < end; row++) {
            SimulatedModel model = ecosystem.model(row);
            ModelRecord record = new ModelRecord(model);
            modelFile.write(models.row(record));
            cardFile.write(cards.row(record));
            redirects.add(model);
            if ((row & 1023) == 1023) {
              progress.step(1024);
            }
          }
          cardFiles.add(cardFile.finish());
        }
      }
      return new ModelFiles(modelFile.finish(), cardFiles);
    }
  }

  private record ModelFiles(DataFile models, List<DataFile> cards) {}

  private void table(TableContract table, int rows, IntFunction<Cells> source) throws IOException {
    try (Progress progress = Progress.of(table.name(), "rows", rows)) {
      List<Callable<DataFile>> parts = new ArrayList<>();
      for (int file = 0; file < filesOf(table, rows); file++) {
        int number = file;
        parts.add(() -> part(table, number, rows, source, progress));
      }
      seal(table, rows, together(parts));
    }
  }

  /** At least one, so that an empty table has its schema. */
  private static int filesOf(TableContract table, int rows) {
    return Math.max(1, (rows + table.rowsPerFile() - 1) / table.rowsPerFile());
  }

  private DataFile part(
      TableContract table, int number, int rows, IntFunction<Cells> source, Progress progress)
      throws IOException {
    int from = number * table.rowsPerFile();
    int to = Math.min(rows, from + table.rowsPerFile());
    try (TableFileWriter writer = open(table, number)) {
      for (int row = from; row < to; row++) {
        writer.write(source.apply(row));
        if ((row & 1023) == 1023) {
          progress.step(1024);
        }
      }
      return writer.finish();
    }
  }

  private TableFileWriter open(TableContract table, int number) throws IOException {
    return new TableFileWriter(
        snapshot.files(),
        snapshot.folder(table),
        String.format(Locale.ROOT, "part-%05d.parquet", number),
        table);
  }

  private static <T> List<T> together(List<Callable<T>> parts) throws IOException {
    ExecutorService workers =
        Executors.newFixedThreadPool(
            Math.min(parts.size(), Runtime.getRuntime().availableProcessors()));
    try {
      List<T> files = new ArrayList<>();
      for (Future<T> part : workers.invokeAll(parts)) {
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
