package io.github.hubgenealogy.simulator;

import io.github.hubgenealogy.lake.command.Commands;
import io.github.hubgenealogy.lake.command.Ending;
import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.simulator.churn.ChurnPlan;
import io.github.hubgenealogy.simulator.churn.ChurningHub;
import io.github.hubgenealogy.simulator.corpus.CorpusHub;
import io.github.hubgenealogy.simulator.ecosystem.Ecosystem;
import io.github.hubgenealogy.simulator.ecosystem.EcosystemSettings;
import io.github.hubgenealogy.simulator.ecosystem.KeptBase;
import io.github.hubgenealogy.simulator.ecosystem.SimulatedHub;
import io.github.hubgenealogy.simulator.hub.Hub;
import io.github.hubgenealogy.simulator.raw.RawTables;
import io.github.hubgenealogy.simulator.server.HubServer;
import io.github.hubgenealogy.simulator.server.ServerSettings;
import io.github.hubgenealogy.simulator.truth.Held;
import io.github.hubgenealogy.simulator.truth.TruthWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command {@code simulate}: serves a Hub on loopback, and writes its truth or its raw tables.
 */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Serves a Hub on 127.0.0.1 until it is stopped: a synthetic ecosystem whose truth is known,"
          + " or a file of real cards.",
      "When it is ready the first line on stdout is: listening on http://127.0.0.1:PORT"
    })
public final class Simulate implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(Simulate.class);

  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Content content;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "everything synthetic follows from it (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--churn",
      paramLabel = "RATE",
      defaultValue = "0",
      description =
          "models created, deleted, renamed, re-tagged, downloaded while one crawls: changes for"
              + " each record listed (default: ${DEFAULT-VALUE})")
  private double churn;

  @Option(
      names = "--hostile",
      paramLabel = "RATE",
      defaultValue = "0",
      description =
          "the share of models whose cards attack their reader (default: ${DEFAULT-VALUE})")
  private double hostile;

  @Mixin private ServingOptions serving;

  @Option(
      names = "--truth",
      paramLabel = "DIR",
      description = "write what is true as CSV; then it serves only if --port is given")
  private Path truth;

  @Option(
      names = "--raw",
      paramLabel = "DIR",
      description =
          "write the raw tables as a crawl would have; then it serves only if --port is given")
  private Path raw;

  /** What the Hub holds: one of the two. */
  static final class Content {
    @Option(names = "--models", paramLabel = "N", description = "a synthetic ecosystem of N models")
    private Integer models;

    @Option(
        names = "--corpus",
        paramLabel = "FILE",
        description = "a file of real cards, one JSON object a line, plain or gzip")
    private Path corpus;
  }

  /** Exits with what the command returns. */
  public static void main(String[] arguments) {
    System.exit(
        runMain(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            arguments));
  }

  /** Runs the command; serving ends when the thread is interrupted or the process is asked to. */
  public static int runMain(PrintWriter out, PrintWriter err, String... arguments) {
    return Commands.run(new Simulate(), out, err, arguments);
  }

  @Override
  public Integer call() {
    ServerSettings settings = settings();
    if (content.corpus != null) {
      if (truth != null || raw != null) {
        throw usage("--truth and --raw are of a synthetic ecosystem: give --models");
      }
      serve(CorpusHub.of(content.corpus), settings);
      return ExitCode.DONE.number();
    }
    if (churn > 0 && raw != null) {
      throw usage("--raw is of a Hub that stands still: leave --churn out");
    }
    synthetic(settings);
    return ExitCode.DONE.number();
  }

  private void synthetic(ServerSettings settings) {
    ChurnPlan plan = churnPlan();
    Ecosystem ecosystem = Ecosystem.of(ecosystemSettings(plan.reserve()));
    LOG.info("an ecosystem of {} models, seed {}", plan.models(), seed);
    if (truth != null) {
      TruthWriter.write(ecosystem, truth, new Held(plan.models(), plan.steady()));
    }
    if (raw != null) {
      RawTables.write(ecosystem, raw);
    }
    if (serving.isWanted() || (truth == null && raw == null)) {
      serve(churn > 0 ? new ChurningHub(ecosystem, plan) : new SimulatedHub(ecosystem), settings);
    }
  }

  private ChurnPlan churnPlan() {
    try {
      return new ChurnPlan(content.models, churn, seed);
    } catch (IllegalArgumentException wrong) {
      throw usage(wrong.getMessage());
    }
  }

  private EcosystemSettings ecosystemSettings(int reserve) {
    try {
      return new EcosystemSettings(content.models + reserve, seed, hostile, KeptBase.FIRST);
    } catch (IllegalArgumentException wrong) {
      throw usage(wrong.getMessage());
    }
  }

  private ServerSettings settings() {
    try {
      return serving.settings(seed);
    } catch (IllegalArgumentException wrong) {
      throw usage(wrong.getMessage());
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void serve(Hub hub, ServerSettings settings) {
    try (Ending ending = new Ending();
        HubServer server = new HubServer(hub, settings, Clock.systemUTC())) {
      PrintWriter out = spec.commandLine().getOut();
      out.println("listening on " + server.address());
      out.flush();
      ending.await();
    }
    LOG.info("the Hub has stopped");
  }
}
