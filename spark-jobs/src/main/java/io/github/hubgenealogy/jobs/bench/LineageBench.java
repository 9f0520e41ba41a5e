package io.github.hubgenealogy.jobs.bench;

import io.github.hubgenealogy.jobs.Build;
import io.github.hubgenealogy.jobs.lineage.frames.TimedComponents;
import io.github.hubgenealogy.jobs.pipeline.EngineChoice;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Sessions;
import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.command.Commands;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Times the engines on the same tables, strings in, Parquet out: the stage trace-lineage without
 * Spark's start. A first run in the session is cold; then, after one on a small graph, the median
 * of several is warm. Growth and the crossover are computed from these medians.
 */
@Command(
    name = "lineage",
    mixinStandardHelpOptions = true,
    description = "Times the engines of lineage side by side.")
public final class LineageBench implements Callable<Integer> {
  private static final long SMALL = 100_000;
  private static final List<Long> GROWING =
      List.of(500_000L, 1_000_000L, 2_000_000L, 4_000_000L, 8_000_000L, 16_000_000L);
  private static final String MEMORY = "memory";
  private static final String SPARK = "spark";
  private static final String DUCKDB = "duckdb";

  @Spec private CommandSpec spec;

  @Option(
      names = "--models",
      split = ",",
      defaultValue = "2000000",
      description = "sizes, one after another (default: ${DEFAULT-VALUE})")
  private List<Long> sizes;

  @Option(
      names = "--growth",
      description = "the sizes from 0.5 to 16 million, each twice the one before")
  private boolean growth;

  @Option(
      names = "--engines",
      split = ",",
      description =
          "memory, spark, graphframes, duckdb (default: memory,spark,duckdb; of components"
              + " spark,graphframes)")
  private List<String> engines;

  @Option(
      names = "--components",
      description = "components alone, on numbers that are made before the clock runs")
  private boolean components;

  @Option(
      names = "--runs",
      defaultValue = "5",
      description =
          "warm runs of which the median counts; 0 for the cold one only (default: ${DEFAULT-VALUE})")
  private int runs;

  @Option(
      names = {"--graph", "--worst"},
      defaultValue = "ecosystem",
      description =
          "ecosystem, or the worst cases, all in one component: star, tree (default:"
              + " ${DEFAULT-VALUE})")
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
    if (engines == null) {
      engines = components ? List.of(SPARK, "graphframes") : List.of(MEMORY, SPARK, DUCKDB);
    }
    Map<String, Growth> growths = new LinkedHashMap<>();
    try (SparkSession spark = Sessions.open(settings, null)) {
      BenchGraph kind = BenchGraph.valueOf(graph.toUpperCase(Locale.ROOT));
      Snapshot small = written(spark, kind, SMALL);
      for (String engine : engines) {
        Growth own = new Growth();
        for (long size : growth ? GROWING : sizes) {
          Snapshot snapshot = written(spark, kind, size);
          own.add(size, measured(spark, engine, small, snapshot, cores));
        }
        growths.put(engine, own);
      }
    }
    growths.forEach(this::printGrowth);
    printCrossover(growths.get(MEMORY), growths.get(SPARK));
    return 0;
  }

  private void printGrowth(String engine, Growth growing) {
    if (growing.points() > 1) {
      print(
          "%-12s growth exponent %.2f by least squares, between neighbours %s",
          engine, growing.exponent(), growing.neighbours());
    }
  }

  private void printCrossover(Growth memory, Growth spark) {
    if (memory == null || spark == null || memory.points() < 2) {
      return;
    }
    double models = spark.meets(memory);
    print(
        "crossover    %s (extrapolated: where the lines meet that least squares draw through the"
            + " logarithms of models and seconds)",
        Double.isInfinite(models)
            ? "none: spark grows no slower than memory"
            : String.format(Locale.ROOT, "spark would win from %.2g models on", models));
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
    PeakMemory.begin();
    double processor = processorSeconds();
    double first = seconds(spark, engine, snapshot, cores);
    double firstProcessor = processorSeconds() - processor;
    List<Double> warm = new ArrayList<>();
    if (runs > 0) {
      seconds(spark, engine, small, cores);
    }
    processor = processorSeconds();
    for (int run = 0; run < runs; run++) {
      warm.add(seconds(spark, engine, snapshot, cores));
    }
    double warmProcessor = (processorSeconds() - processor) / Math.max(1, runs);
    warm.sort(null);
    double median = runs == 0 ? first : warm.get(runs / 2);
    print(
        "%-12s %s: first %.1f s (%.1f of processor)%s, %s%s",
        engine,
        snapshot.id(),
        first,
        firstProcessor,
        runs == 0 ? "" : warm(median, warm, warmProcessor),
        PeakMemory.text(),
        pairs(snapshot));
    return median;
  }

  private static String warm(double median, List<Double> warm, double processor) {
    List<String> all = warm.stream().map(s -> String.format(Locale.ROOT, "%.1f", s)).toList();
    return String.format(
        Locale.ROOT,
        ", median of %d more %.1f s %s (%.1f of processor each)",
        warm.size(),
        median,
        all,
        processor);
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

  private double seconds(SparkSession spark, String engine, Snapshot snapshot, int cores)
      throws IOException, SQLException {
    System.gc();
    if (components) {
      SnapshotTables tables = new SnapshotTables(spark, snapshot);
      return TimedComponents.seconds(
          tables.read(TableContracts.MODELS),
          tables.read(TableContracts.EDGES),
          snapshot,
          JobsSettings.defaults().withEngine(EngineChoice.of(engine)).graph());
    }
    long start = System.nanoTime();
    if (engine.equals(DUCKDB)) {
      Path tables = folder.resolve(snapshot.id()).resolve("tables");
      Path target = Files.createDirectories(folder.resolve(DUCKDB));
      List<String> policies = Policy.ofLineage().stream().map(Policy::word).toList();
      DuckDbLineage.run(tables.resolve("models"), tables.resolve("edges"), target, cores, policies);
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
