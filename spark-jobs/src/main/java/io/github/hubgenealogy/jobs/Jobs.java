package io.github.hubgenealogy.jobs;

import io.github.hubgenealogy.jobs.sample.SampleCommand;
import io.github.hubgenealogy.lake.command.Commands;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The commands that Spark does: build, import, verify, diff, backfill, release, sample and
 * check-truth.
 */
@Command(
    name = "hubgen",
    mixinStandardHelpOptions = true,
    subcommands = {
      Build.class,
      Import.class,
      Verify.class,
      Diff.class,
      Backfill.class,
      Release.class,
      SampleCommand.class,
      Reproduce.class,
      CheckTruth.class
    },
    description = "Builds tables, lineage, statistics and a report from a snapshot's raw tables.")
public final class Jobs implements Runnable {
  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(runMain(out, err, arguments));
  }

  /** What {@code main} does, without leaving the process. */
  public static int runMain(PrintWriter out, PrintWriter err, String... arguments) {
    return Commands.run(new Jobs(), out, err, arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }
}
