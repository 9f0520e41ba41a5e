package io.github.hubgenealogy.explorer;

import io.github.hubgenealogy.explorer.query.Query;
import io.github.hubgenealogy.explorer.terminal.Exposure;
import io.github.hubgenealogy.explorer.terminal.Lineage;
import io.github.hubgenealogy.explorer.web.Explore;
import io.github.hubgenealogy.lake.command.Commands;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands that read published snapshots: lineage, exposure, query and explore. */
@Command(
    name = "hubgen",
    mixinStandardHelpOptions = true,
    subcommands = {Lineage.class, Exposure.class, Query.class, Explore.class},
    description = "Walks the genealogy of models in a published snapshot.")
public final class Explorer implements Runnable {
  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(runMain(out, err, arguments));
  }

  /** What {@code main} does, without leaving the process. */
  public static int runMain(PrintWriter out, PrintWriter err, String... arguments) {
    return Commands.run(new Explorer(), out, err, arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }
}
