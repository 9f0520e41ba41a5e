package io.github.hubgenealogy.jobs;

import io.github.hubgenealogy.jobs.hubstats.ImportEcosystem;
import io.github.hubgenealogy.jobs.hubstats.ImportHubStats;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Sessions;
import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.command.LakeOptions;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Command import: someone else's dump as the list of models of a snapshot, after which build works.
 */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Imports someone else's dump of the Hub as raw/models.")
public final class Import implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing what to import: hub-stats or ai-ecosystem");
  }

  @Command(
      name = "hub-stats",
      mixinStandardHelpOptions = true,
      description =
          "Imports models.parquet of the community's daily hub-stats, or of its weekly archive.")
  int hubStats(
      @Parameters(paramLabel = "FILE", description = "the Parquet file, or a folder of such")
          Path file,
      @Option(names = "--force", description = "replace a list of models that is there")
          boolean force,
      @Mixin LakeOptions lakeOptions)
      throws IOException {
    return run(ImportHubStats::run, file, force, lakeOptions);
  }

  @Command(
      name = "ai-ecosystem",
      mixinStandardHelpOptions = true,
      description = "Imports the CSV of the 2025 study 'Anatomy of an ML Ecosystem'.")
  int ecosystem(
      @Parameters(paramLabel = "FILE", description = "ai_ecosystem.csv, with or without cards")
          Path file,
      @Option(names = "--force", description = "replace a list of models that is there")
          boolean force,
      @Mixin LakeOptions lakeOptions)
      throws IOException {
    return run(ImportEcosystem::run, file, force, lakeOptions);
  }

  /** What reads one kind of file. */
  private interface Importer {
    TableSeal run(SparkSession spark, Path file, Snapshot snapshot) throws IOException;
  }

  private int run(Importer importer, Path file, boolean force, LakeOptions lakeOptions)
      throws IOException {
    Lake lake = lakeOptions.writableLake();
    Snapshot snapshot = lake.forWriting(lakeOptions.snapshotId(), Clock.systemUTC());
    if (snapshot.seal(TableContracts.RAW_MODELS).isPresent() && !force) {
      throw Fault.badInput(
          "snapshot " + snapshot.id() + " has a list of models already",
          lake.files().uri(snapshot.folder(TableContracts.RAW_MODELS)),
          "Name another with --snapshot, or replace it with --force.");
    }
    try (SparkSession spark = Sessions.open(JobsSettings.ofInstallation().spark(), null)) {
      TableSeal seal = importer.run(spark, file, snapshot);
      spec.commandLine()
          .getOut()
          .println(
              "imported "
                  + seal.rows()
                  + " models into snapshot "
                  + snapshot.id()
                  + "; next: hubgen build --snapshot "
                  + snapshot.id());
    }
    return ExitCode.DONE.number();
  }
}
