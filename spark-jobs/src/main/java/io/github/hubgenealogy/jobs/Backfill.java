package io.github.hubgenealogy.jobs;

import io.github.hubgenealogy.jobs.backfill.Archive;
import io.github.hubgenealogy.jobs.backfill.Growth;
import io.github.hubgenealogy.jobs.backfill.GrowthLine;
import io.github.hubgenealogy.jobs.hubstats.ImportHubStats;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Sessions;
import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.command.Printable;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Origin;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Command backfill: one published snapshot for each dated dump of a folder. */
@Command(
    name = "backfill",
    mixinStandardHelpOptions = true,
    description = {
      "Imports and builds each dated hub-stats file of a folder, oldest first: one published snapshot a date,",
      "then growth across them. What is published already is left alone, so an interrupted run is resumed by",
      "the same command; a file that cannot be read is named and does not stop the rest (exit 3 at the end)."
    })
public final class Backfill implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(Backfill.class);

  @Spec private CommandSpec spec;

  @Option(
      names = "--lake",
      paramLabel = "DIR|URI",
      description = "where the snapshots lie (default: ${DEFAULT-VALUE})",
      defaultValue = "data/lake")
  private String location;

  @Parameters(
      paramLabel = "DIR",
      description = "holds models/2025-01-06/models.parquet, or 2025-01-06.parquet, for each date")
  private Path folder;

  @Override
  public Integer call() throws IOException {
    Map<String, Path> files = Archive.of(folder);
    Lake lake = Lake.writableAt(location);
    List<String> bad = new ArrayList<>();
    PrintWriter out = spec.commandLine().getOut();
    JobsSettings settings = JobsSettings.ofInstallation();
    try (SparkSession spark = Sessions.open(settings.spark(), null)) {
      for (Map.Entry<String, Path> each : files.entrySet()) {
        Snapshot snapshot = lake.snapshot(each.getKey());
        if (snapshot.isPublished()) {
          out.println(each.getKey() + ": published already");
          continue;
        }
        try {
          one(spark, lake, snapshot, each.getValue(), settings);
          out.println(each.getKey() + ": published");
        } catch (Fault fault) {
          bad.add(each.getKey());
          out.println(each.getKey() + ": left out, " + Printable.line(fault.what()));
          LOG.warn("{}", fault.line());
        }
        out.flush();
      }
      growth(spark, lake, out);
    }
    if (!bad.isEmpty()) {
      throw Fault.badInput(
          bad.size()
              + " of "
              + files.size()
              + " files could not be used: "
              + String.join(", ", bad),
          folder.toString(),
          "Download them again and run the command again; the others are published.");
    }
    return ExitCode.DONE.number();
  }

  /** A list that an interrupted run imported whole is used as it is. */
  private static void one(
      SparkSession spark, Lake lake, Snapshot snapshot, Path file, JobsSettings settings)
      throws IOException {
    if (snapshot.seal(TableContracts.RAW_MODELS).isEmpty()) {
      ImportHubStats.run(spark, file, snapshot);
    }
    Build.pipeline()
        .run(spark, snapshot, Build.predecessor(lake, snapshot), settings, null, null, false);
  }

  private static void growth(SparkSession spark, Lake lake, PrintWriter out) throws IOException {
    List<GrowthLine> lines = Growth.across(spark, lake, Origin.IMPORT.word());
    Growth.write(lake, lines);
    out.println();
    out.println(String.join("  ", GrowthLine.header()));
    lines.forEach(line -> out.println(Printable.line(String.join("  ", line.cells()))));
    out.println("growth: " + lake.files().uri(Growth.FILE));
  }
}
