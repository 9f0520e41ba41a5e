package io.github.hubgenealogy.simulator.bench;

import io.github.hubgenealogy.lake.command.Commands;
import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.simulator.ecosystem.Ecosystem;
import io.github.hubgenealogy.simulator.ecosystem.EcosystemSettings;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The bench {@code calibration}: prints published against simulated, figure by figure. */
@Command(
    name = "calibration",
    mixinStandardHelpOptions = true,
    description = "Compares the synthetic ecosystem with what was published about the Hub.")
public final class Calibration implements Callable<Integer> {
  /** Models of the 2025 study. */
  private static final int STUDY = 1_860_411;

  @Spec private CommandSpec spec;

  @Option(
      names = "--models",
      paramLabel = "N",
      defaultValue = "" + STUDY,
      description = "as many as the study had by default; counts are compared as they are")
  private int models;

  @Option(names = "--seed", paramLabel = "S", defaultValue = "1")
  private long seed;

  public static void main(String[] arguments) {
    System.exit(
        runMain(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            arguments));
  }

  public static int runMain(PrintWriter out, PrintWriter err, String... arguments) {
    return Commands.run(new Calibration(), out, err, arguments);
  }

  @Override
  public Integer call() {
    compare(Ecosystem.of(new EcosystemSettings(models, seed))).print(spec.commandLine().getOut());
    return ExitCode.DONE.number();
  }

  /** All figures of an ecosystem. */
  static Comparison compare(Ecosystem ecosystem) {
    Comparison comparison = new Comparison();
    StudyGraph graph = new StudyGraph(ecosystem);
    new GraphFigures(graph, comparison).add();
    new CardFigures(ecosystem, graph, comparison).add();
    new TraitFigures(ecosystem, graph, comparison).add();
    new ListFigures(ecosystem, comparison).add();
    return comparison;
  }
}
