package io.github.hubgenealogy.launcher;

import io.github.hubgenealogy.lake.command.Commands;
import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.command.Fault;
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
    subcommands = {Demo.class, SnapshotCommand.class, Prune.class, Tables.class},
    footer = {
      "",
      "Each has a --help of its own. Exit codes: 0 done, 2 usage, 3 bad input or configuration, 4 incomplete: run",
      "again to resume, 5 refused by the Hub, 1 a fault of ours."
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

  @Command(name = "simulate", description = "Serves a simulated Hub on 127.0.0.1.")
  int simulate() {
    return elsewhere("simulate");
  }

  @Command(
      name = "crawl",
      description = "A Hub's models, datasets, cards, redirects and owners into raw tables.")
  int crawl() {
    return elsewhere("crawl");
  }

  @Command(name = "import", description = "Someone else's dump of the Hub into raw tables.")
  int importing() {
    return elsewhere("import");
  }

  @Command(
      name = "build",
      description = "Cards, edges, lineage, statistics and a report from raw tables.")
  int build() {
    return elsewhere("build");
  }

  @Command(
      name = "verify",
      description = "Checks a published snapshot's files, keys and rules against its manifest.")
  int verify() {
    return elsewhere("verify");
  }

  @Command(name = "diff", description = "What a later snapshot has otherwise than an earlier one.")
  int diff() {
    return elsewhere("diff");
  }

  @Command(
      name = "lineage",
      description = "What a model descends from and what descends from it, as a tree.")
  int lineage() {
    return elsewhere("lineage");
  }

  @Command(
      name = "exposure",
      description = "Everything that descends from models or datasets, and whom to write to.")
  int exposure() {
    return elsewhere("exposure");
  }

  @Command(name = "query", description = "One SELECT over the tables of a published snapshot.")
  int query() {
    return elsewhere("query");
  }

  @Command(name = "explore", description = "Serves the genealogy as a web page on 127.0.0.1.")
  int explore() {
    return elsewhere("explore");
  }

  @Command(
      name = "backfill",
      description = "Snapshots from a folder of dated dumps, and growth across them.")
  int backfill() {
    return elsewhere("backfill");
  }

  @Command(
      name = "release",
      description = "A copy for publication in which nobody is named, into a lake of its own.")
  int release() {
    return elsewhere("release");
  }

  @Command(
      name = "check-truth",
      description = "Compares a snapshot of a simulated Hub with what is true.")
  int checkTruth() {
    return elsewhere("check-truth");
  }

  @Command(
      name = "reproduce",
      description = "A published study's figures beside ours, from its own data.")
  int reproduce() {
    return elsewhere("reproduce");
  }

  @Command(
      name = "sample",
      description = "Draws edges to be coded by hand, and reads the coded sheet back.")
  int sample() {
    return elsewhere("sample");
  }

  /** Listed here for the sake of help; scripts/hubgen starts them from their own jars. */
  private static int elsewhere(String command) {
    throw new Fault(
        ExitCode.USAGE,
        command + " is not in this jar",
        "hubgen " + command,
        "Start it with scripts/hubgen.");
  }
}
