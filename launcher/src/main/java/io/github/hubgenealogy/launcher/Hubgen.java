package io.github.hubgenealogy.launcher;

import io.github.hubgenealogy.lake.command.Commands;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command that scripts/hubgen starts where none of the other modules has it. */
@Command(
    name = "hubgen",
    mixinStandardHelpOptions = true,
    version = "hub-genealogy 0.1.0-SNAPSHOT",
    description = {
      "Who descends from whom among the models of the Hugging Face Hub.",
      "",
      "Start with: hubgen demo",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {Demo.class, SnapshotCommand.class, Tables.class},
    footer = {
      "",
      "Commands of the other modules, each with a --help of its own:",
      "  simulate     serves a simulated Hub on 127.0.0.1",
      "  crawl        models, datasets, cards, redirects: a Hub's metadata into raw tables",
      "  import       someone else's dump of the Hub into raw tables",
      "  build        cards, edges, lineage, statistics, report from raw tables",
      "  check-truth  a snapshot of a simulated Hub against what is known to be true",
      "",
      "Exit codes: 0 done, 2 usage, 3 bad input or configuration, 4 incomplete: run again to resume,",
      "5 refused by the Hub, 1 a fault of ours."
    })
public final class Hubgen implements Runnable {
  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(runMain(out, err, arguments));
  }

  /** What {@code main} does, without leaving the process. */
  public static int runMain(PrintWriter out, PrintWriter err, String... arguments) {
    return Commands.run(new Hubgen(), out, err, arguments);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
