package io.github.hubgenealogy.jobs;

import io.github.hubgenealogy.jobs.cards.ParseCards;
import io.github.hubgenealogy.jobs.edges.DeriveEdges;
import io.github.hubgenealogy.jobs.index.BuildIndex;
import io.github.hubgenealogy.jobs.lineage.GraphFolder;
import io.github.hubgenealogy.jobs.lineage.TraceLineage;
import io.github.hubgenealogy.jobs.lineage.check.LineageCheck;
import io.github.hubgenealogy.jobs.pipeline.EngineChoice;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Pipeline;
import io.github.hubgenealogy.jobs.pipeline.Sessions;
import io.github.hubgenealogy.jobs.pipeline.Shuffles;
import io.github.hubgenealogy.jobs.publish.Publish;
import io.github.hubgenealogy.jobs.report.WriteReport;
import io.github.hubgenealogy.jobs.statistics.ComputeStatistics;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.command.LakeOptions;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.metrics.Metric;
import io.github.hubgenealogy.lake.metrics.Metrics;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.LakeFiles;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.SnapshotManifest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command build: the stages, from raw tables to a published snapshot. */
@Command(
    name = "build",
    mixinStandardHelpOptions = true,
    description = {
      "Builds a snapshot from its raw tables: cards, edges, lineage, statistics, report, and publishes it.",
      "A stage whose inputs, settings and code have not changed is skipped."
    })
public final class Build implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private LakeOptions lakeOptions;

  @Option(names = "--from", paramLabel = "STAGE", description = "the first stage to run")
  private String from;

  @Option(
      names = "--to",
      paramLabel = "STAGE",
      description =
          "the last stage to run: parse-cards, derive-edges, trace-lineage, lineage-check, compute-statistics, write-report, build-index or publish")
  private String to;

  @Option(names = "--force", description = "run stages that are up to date, too")
  private boolean force;

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      description = "auto, memory, spark or graphframes (default: what conf/jobs.yaml says)")
  private EngineChoice engine;

  @Option(
      names = "--second-engine",
      paramLabel = "ENGINE",
      arity = "0..1",
      fallbackValue = "auto",
      description = {
        "computes all of the lineage once more with this engine (without a name: with another than the first),",
        "and publishes only if both agree"
      })
  private EngineChoice secondEngine;

  @Option(
      names = "--graph",
      paramLabel = "DIR",
      description = {
        "takes models and edges from this folder instead of a crawl, and runs trace-lineage and lineage-check:",
        "models and edges in Parquet or CSV (model_id; child_id, parent_id), or .v and .e files of LDBC Graphalytics"
      })
  private Path graph;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "a Spark master, instead of the embedded Spark")
  private String master;

  @Option(
      names = "--metrics",
      paramLabel = "DIR",
      description = "write hubgen-build.prom and .json there at the end, see docs/operation.md")
  private Path metrics;

  /** All stages, in their order. */
  public static Pipeline pipeline() {
    return new Pipeline(
        List.of(
            new ParseCards(),
            new DeriveEdges(),
            new TraceLineage(),
            new LineageCheck(),
            new ComputeStatistics(),
            new WriteReport(),
            new BuildIndex(),
            new Publish()));
  }

  @Override
  public Integer call() throws Exception {
    JobsSettings installed = JobsSettings.ofInstallation();
    JobsSettings settings = engine == null ? installed : installed.withEngine(engine);
    settings = secondEngine == null ? settings : settings.withSecondEngine(secondEngine);
    Lake lake = lakeOptions.lake();
    if (graph != null) {
      return ofGraph(lake, settings);
    }
    Snapshot snapshot = unpublished(lake);
    Pipeline.origin(snapshot);
    lakeOptions.writableLake();
    Shuffles shuffles = new Shuffles();
    Map<String, Double> seconds;
    try (SparkSession spark = Sessions.open(settings.spark(), master)) {
      spark.sparkContext().addSparkListener(shuffles);
      seconds =
          pipeline().run(spark, snapshot, predecessor(lake, snapshot), settings, from, to, force);
    } catch (Exception failed) {
      // Spark hands on what a task's store said as the cause of an exception of its own.
      for (Throwable each = failed; each != null; each = each.getCause()) {
        if (each instanceof IOException lost) {
          throw lake.lost(lost);
        }
      }
      throw failed;
    }
    summarise(snapshot, seconds, shuffles);
    return ExitCode.DONE.number();
  }

  /** Lineage of a graph from elsewhere; a snapshot without a crawl is never published. */
  private Integer ofGraph(Lake lake, JobsSettings settings) throws IOException {
    String first = from == null ? "trace-lineage" : from;
    String last = to == null ? "lineage-check" : to;
    Snapshot snapshot = lake.forWriting(lakeOptions.snapshotId(), Clock.systemUTC());
    if (snapshot.isPublished() || snapshot.seal(TableContracts.RAW_MODELS).isPresent()) {
      throw Fault.badInput(
          "snapshot " + snapshot.id() + " holds a crawl or is published",
          snapshot.files().uri(snapshot.path("")),
          "Name a new one with --snapshot.");
    }
    GraphFolder folder = GraphFolder.at(graph);
    lakeOptions.writableLake();
    Shuffles shuffles = new Shuffles();
    Map<String, Double> seconds;
    try (SparkSession spark = Sessions.open(settings.spark(), master)) {
      spark.sparkContext().addSparkListener(shuffles);
      folder.write(new SnapshotTables(spark, snapshot));
      seconds = pipeline().run(spark, snapshot, null, settings, first, last, force);
    }
    summarise(snapshot, seconds, shuffles);
    return ExitCode.DONE.number();
  }

  private Snapshot unpublished(Lake lake) throws IOException {
    Snapshot snapshot = lake.forBuilding(lakeOptions.snapshotId(), Clock.systemUTC());
    LakeFiles files = lake.files();
    if (!files.exists(snapshot.id()) && snapshot.revised().isEmpty()) {
      throw lake.noSuch(snapshot.id());
    }
    if (snapshot.isPublished()) {
      throw Fault.badInput(
          "snapshot " + snapshot.id() + " is published and never changes",
          files.uri(snapshot.path(Snapshot.MANIFEST)),
          "Name another with --snapshot, or revise it: --snapshot "
              + lake.nextRevision(snapshot).id()
              + ".");
    }
    return snapshot;
  }

  /**
   * The newest published snapshot before this one of the same origin: a simulated Hub is no past of
   * the real one. A revision has the past of what it revises.
   */
  static Snapshot predecessor(Lake lake, Snapshot snapshot) throws IOException {
    return newest(lake, snapshot.revised().orElse(snapshot).id(), Pipeline.origin(snapshot).word());
  }

  /** The newest published snapshot of an origin before the one of an id. */
  static Snapshot newest(Lake lake, String id, String origin) throws IOException {
    Snapshot newest = null;
    for (Snapshot each : lake.snapshots()) {
      if (each.id().equals(id)) {
        break;
      }
      if (each.isPublished() && SnapshotManifest.read(each).origin().equals(origin)) {
        newest = each;
      }
    }
    return newest;
  }

  private void summarise(Snapshot snapshot, Map<String, Double> seconds, Shuffles shuffles)
      throws IOException {
    var out = spec.commandLine().getOut();
    out.println("snapshot " + snapshot.id());
    seconds.forEach(
        (stage, took) ->
            out.println(
                String.format(
                    Locale.ROOT,
                    "  %-20s %7.1f s, %,d KiB shuffled",
                    stage,
                    took,
                    shuffles.bytes(stage) >> 10)));
    if (metrics != null) {
      Metrics figures = new Metrics(snapshot.id());
      seconds.forEach(
          (stage, took) -> {
            figures.add(Metric.BUILD_STAGE_SECONDS, "stage", stage, took);
            figures.add(Metric.BUILD_SHUFFLE_BYTES, "stage", stage, shuffles.bytes(stage));
          });
      figures.addBuild(snapshot);
      figures.write(metrics, "build");
    }
    LakeFiles files = snapshot.files();
    String report = snapshot.path("report/index.html");
    if (files.exists(report)) {
      out.println("report: " + files.uri(report));
    }
  }
}
