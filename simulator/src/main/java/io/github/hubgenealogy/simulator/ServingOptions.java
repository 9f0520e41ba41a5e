package io.github.hubgenealogy.simulator;

import io.github.hubgenealogy.simulator.fault.FaultSettings;
import io.github.hubgenealogy.simulator.limit.Plan;
import io.github.hubgenealogy.simulator.server.ServerSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say how a Hub is served. */
final class ServingOptions {
  @Option(
      names = "--port",
      paramLabel = "P",
      description = "where to listen; 0, the default, takes a free port")
  private Integer port;

  @Option(
      names = "--plan",
      defaultValue = "free",
      description =
          "whose rate limits hold, for each token and for all without one: ${COMPLETION-CANDIDATES}"
              + " (default: ${DEFAULT-VALUE})")
  private Plan plan;

  @Option(
      names = "--window",
      paramLabel = "D",
      defaultValue = "5m",
      description = "the window of the limits (default: ${DEFAULT-VALUE}, as on the Hub)")
  private Duration window;

  @Option(
      names = "--latency",
      paramLabel = "D",
      defaultValue = "0ms",
      description = "added to every answer (default: ${DEFAULT-VALUE})")
  private Duration latency;

  @Option(
      names = "--fault",
      paramLabel = "KIND=RATE",
      description = {
        "a share of requests that goes wrong, the same ones for the same seed; repeat for more:",
        "429 500 502 503 504 reset truncate garbage html slow stall duplicate short-page"
      })
  private List<String> faults = new ArrayList<>();

  @Option(
      names = "--burst",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "a hidden limiter: 429 with requests left for more than N requests a second (default: none)")
  private int burst;

  @Option(
      names = "--slow-for",
      paramLabel = "D",
      defaultValue = "2s",
      description = "how long a slow body takes (default: ${DEFAULT-VALUE})")
  private Duration slowFor;

  @Option(
      names = "--stall-for",
      paramLabel = "D",
      defaultValue = "60s",
      description = "how long a stalled connection stays open (default: ${DEFAULT-VALUE})")
  private Duration stallFor;

  /** Whether serving was asked for by its port. */
  boolean isWanted() {
    return port != null;
  }

  /**
   * The settings they make.
   *
   * @throws IllegalArgumentException where they make no sense
   */
  ServerSettings settings(long seed) {
    return ServerSettings.of(plan, window)
        .withPort(port == null ? 0 : port)
        .withLatency(latency)
        .withFaults(new FaultSettings(FaultSettings.parse(faults), seed, slowFor, stallFor, burst));
  }
}
