package io.github.hubgenealogy.jobs;

import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Sessions;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.jobs.truth.TrueGraph;
import io.github.hubgenealogy.jobs.truth.TruthComparison;
import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.command.LakeOptions;
import io.github.hubgenealogy.lake.command.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command check-truth: a snapshot of a simulated Hub against that Hub's own account. */
@Command(
    name = "check-truth",
    mixinStandardHelpOptions = true,
    description = {
      "Compares a snapshot of a simulated Hub with what simulate --truth wrote:",
      "edges exactly, and components, depths, roots and fan-out with a brute-force computation over the truth."
    })
public final class CheckTruth implements Callable<Integer> {
  private static final int SHOWN = 20;

  @Spec private CommandSpec spec;
  @Mixin private LakeOptions lakeOptions;

  @Option(
      names = "--truth",
      paramLabel = "DIR",
      required = true,
      description = "the folder that simulate --truth wrote")
  private Path truth;

  @Override
  public Integer call() throws IOException {
    TrueGraph graph = TrueGraph.read(truth);
    try (SparkSession spark = Sessions.open(JobsSettings.ofInstallation().spark(), null)) {
      SnapshotTables tables =
          new SnapshotTables(spark, lakeOptions.lake().forReading(lakeOptions.snapshotId()));
      TruthComparison comparison = new TruthComparison(tables, graph);
      List<String> differences = comparison.compare();
      var out = spec.commandLine().getOut();
      comparison.agreements().forEach(what -> out.println("equal to the truth: " + what));
      differences.stream()
          .limit(SHOWN)
          .forEach(line -> out.println("DIFFERENT: " + Printable.line(line)));
      if (!differences.isEmpty()) {
        throw Fault.badInput(
            differences.size() + " differences from the truth",
            truth.toString(),
            "Look at the lines above.");
      }
    }
    return ExitCode.DONE.number();
  }
}
