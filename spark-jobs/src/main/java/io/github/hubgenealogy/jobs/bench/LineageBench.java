package io.github.hubgenealogy.jobs.bench;

import io.github.hubgenealogy.jobs.Build;
import io.github.hubgenealogy.jobs.pipeline.EngineChoice;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Sessions;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.command.Commands;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Times the engines on the same tables, strings in, Parquet out: the stage trace-lineage without
 * Spark's start. A first run in the session is cold; then, after one on a small graph, the median
 * of several is warm.
 */
@Command(
    name = "lineage",
    mixinStandardHelpOptions = true,
    description = "Times the engines of lineage side by side.")
public final class LineageBench implements Callable<Integer> {
  private static final long SMALL = 100_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--models",
      split = ",",
      defaultValue = "2000000",
      description = "sizes, one after another (default: ${DEFAULT-VALUE})")
  private List<Long> sizes;

  @Option(
      names = "--engines",
      split = ",",
      defaultValue = "memory,spark,duckdb",
      description = "memory, spark, graphframes, duckdb (default: ${DEFAULT-VALUE})")
  private List<String> engines;

  @Option(
      names = "--runs",
      defaultValue = "5",
      description =
          "warm runs of which the median counts; 0 for the cold one only (default: ${DEFAULT-VALUE})")
  private int runs;

  @Option(
      names = "--graph",
      defaultValue = "ecosystem",
      description = "ecosystem, star or tree (default: ${DEFAULT-VALUE})")
  private String graph;

  @Option(names = "--folder", required = true, description = "an empty folder for the tables")
  private Path folder;

  @Option(names = "--threads", description = "cores that each may use (default: all)")
  private Integer threads;

  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(Commands.run(new LineageBench(), out, err, arguments));
  }

  @Override
  public Integer call() throws IOException, SQLException {
    int cores = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    JobsSettings.Spark settings = new JobsSettings.Spark("local[" + cores + "]", 16, false);
    try (SparkSession spark = Sessions.open(settings, null)) {
      BenchGraph kind = BenchGraph.valueOf(graph.toUpperCase(Locale.ROOT));
      Snapshot small = written(spark, kind, SMALL);
      for (String engine : engines) {
        double last = 0;
        long lastSize = 0;
        for (long size : sizes) {
          Snapshot snapshot = written(spark, kind, size);
          double seconds = measured(spark, engine, small, snapshot, cores);
          if (lastSize > 0) {
            print(
                "  growth exponent from %d: %.2f",
                lastSize, Math.log(seconds / last) / Math.log((double) size / lastSize));
          }
          last = seconds;
          lastSize = size;
        }
      }
    }
    return 0;
  }

  private Snapshot written(SparkSession spark, BenchGraph kind, long models) throws IOException {
    Snapshot snapshot =
        Lake.at(folder.toString()).snapshot(kind.name().toLowerCase(Locale.ROOT) + models);
    if (snapshot.seal(TableContracts.EDGES).isEmpty()) {
      kind.write(spark, new SnapshotTables(spark, snapshot), models);
      print(
          "%s: %d models, %d edges",
          snapshot.id(), models, snapshot.requireSeal(TableContracts.EDGES).rows());
    }
    return snapshot;
  }

  private double measured(
      SparkSession spark, String engine, Snapshot small, Snapshot snapshot, int cores)
      throws IOException, SQLException {
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    double processor = processorSeconds();
    double first = seconds(spark, engine, snapshot, cores);
    double firstProcessor = processorSeconds() - processor;
    List<Double> warm = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      if (run == 0) {
        seconds(spark, engine, small, cores);
      }
      warm.add(seconds(spark, engine, snapshot, cores));
    }
    warm.sort(null);
    double median = runs == 0 ? first : warm.get(runs / 2);
    print(
        "%-12s %s: first %.1f s (%.1f of processor), median of %d more %s, heap at most %d MiB%s",
        engine,
        snapshot.id(),
        first,
        firstProcessor,
        runs,
        runs == 0
            ? "–"
            : String.format(
                Locale.ROOT,
                "%.1f s %s",
                median,
                warm.stream().map(s -> String.format(Locale.ROOT, "%.1f", s)).toList()),
        peak() >> 20,
        pairs(snapshot));
    return median;
  }

  private static String pairs(Snapshot snapshot) throws IOException {
    return snapshot
        .seal(TableContracts.ANCESTRY)
        .map(seal -> ", " + seal.rows() + " pairs")
        .orElse("");
  }

  /** Processor seconds of this process so far: what a busy machine does not change much. */
  private static double processorSeconds() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(used -> used.toMillis() / 1e3)
        .orElse(0.0);
  }

  /** The sum of the pools' peaks: an upper bound of what the heap held at once. */
  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }

  private double seconds(SparkSession spark, String engine, Snapshot snapshot, int cores)
      throws IOException, SQLException {
    System.gc();
    long start = System.nanoTime();
    if (engine.equals("duckdb")) {
      Path tables = folder.resolve(snapshot.id()).resolve("tables");
      Path target = Files.createDirectories(folder.resolve("duckdb"));
      DuckDbLineage.run(tables.resolve("models"), tables.resolve("edges"), target, cores, "union");
    } else {
      JobsSettings settings = JobsSettings.defaults().withEngine(EngineChoice.of(engine));
      Build.pipeline().run(spark, snapshot, null, settings, "trace-lineage", "trace-lineage", true);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private void print(String text, Object... values) {
    spec.commandLine().getOut().println(String.format(Locale.ROOT, text, values));
    spec.commandLine().getOut().flush();
  }
}
