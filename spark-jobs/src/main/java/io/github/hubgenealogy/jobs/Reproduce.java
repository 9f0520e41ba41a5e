package io.github.hubgenealogy.jobs;

import io.github.hubgenealogy.jobs.hubstats.ImportEcosystem;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Sessions;
import io.github.hubgenealogy.jobs.reproduce.Comparison;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.LakeOptions;
import io.github.hubgenealogy.lake.command.Printable;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Command reproduce: a study's own file through our stages, its figures beside ours. */
@Command(
    name = "reproduce",
    mixinStandardHelpOptions = true,
    description = "Computes the figures of a published study from its own file.")
public final class Reproduce implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing what to reproduce: anatomy-2025");
  }

  @Command(
      name = "anatomy-2025",
      mixinStandardHelpOptions = true,
      description = {
        "Imports the CSV of 'Anatomy of an ML Ecosystem' (arXiv 2508.06811) unless the snapshot has it, builds,",
        "and prints each published figure beside ours: equal, or the difference and its reason."
      })
  int anatomy(
      @Parameters(paramLabel = "FILE", description = "ai_ecosystem.csv, with or without cards")
          Path file,
      @Mixin LakeOptions lakeOptions)
      throws IOException {
    Lake lake = lakeOptions.writableLake();
    Snapshot snapshot = lake.forWriting(lakeOptions.snapshotId(), Clock.systemUTC());
    JobsSettings settings = JobsSettings.ofInstallation();
    try (SparkSession spark = Sessions.open(settings.spark(), null)) {
      if (snapshot.seal(TableContracts.RAW_MODELS).isEmpty()) {
        ImportEcosystem.run(spark, file, snapshot);
      }
      Build.pipeline().run(spark, snapshot, null, settings, null, "compute-statistics", false);
      var out = spec.commandLine().getOut();
      out.println("id | figure | published | ours | verdict");
      Comparison.anatomy2025(new SnapshotTables(spark, snapshot), file)
          .forEach(line -> out.println(Printable.line(line.replace("\t", " | "))));
    }
    return ExitCode.DONE.number();
  }
}
