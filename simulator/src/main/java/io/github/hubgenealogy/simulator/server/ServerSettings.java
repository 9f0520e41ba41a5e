package io.github.hubgenealogy.simulator.server;

import io.github.hubgenealogy.simulator.fault.FaultSettings;
import io.github.hubgenealogy.simulator.limit.Plan;
import java.time.Duration;

/**
 * How the server behaves.
 *
 * @param port 0 for a free one
 * @param plan whose limits hold, for each token and for all callers without one
 * @param window of the limits; five minutes on the Hub
 * @param latency added to every answer
 * @param resolveRedirects whether {@code /resolve/} of a small file leads to the cache first, as it
 *     does today, or answers itself, as it did
 * @param chargeCacheHop whether the second request of such a pair counts too; unknown of the Hub
 * @param encodeCursor whether the cursor in {@code Link} is percent-encoded; both were seen
 * @param faults what goes wrong on purpose
 */
public record ServerSettings(
    int port,
    Plan plan,
    Duration window,
    Duration latency,
    boolean resolveRedirects,
    boolean chargeCacheHop,
    boolean encodeCursor,
    FaultSettings faults) {

  public ServerSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
    }
    if (window.toMillis() < 1) {
      throw new IllegalArgumentException("a window lasts at least a millisecond");
    }
    if (latency.isNegative()) {
      throw new IllegalArgumentException("latency cannot be negative");
    }
  }

  /** The Hub as it is, on a free port. */
  public static ServerSettings of(Plan plan, Duration window) {
    return new ServerSettings(
        0, plan, window, Duration.ZERO, true, false, true, FaultSettings.NONE);
  }

  public ServerSettings withPort(int number) {
    return new ServerSettings(
        number, plan, window, latency, resolveRedirects, chargeCacheHop, encodeCursor, faults);
  }

  public ServerSettings withLatency(Duration delay) {
    return new ServerSettings(
        port, plan, window, delay, resolveRedirects, chargeCacheHop, encodeCursor, faults);
  }

  public ServerSettings withFaults(FaultSettings wrong) {
    return new ServerSettings(
        port, plan, window, latency, resolveRedirects, chargeCacheHop, encodeCursor, wrong);
  }

  /** The other choice where two behaviours of the Hub are plausible. */
  public ServerSettings withChoices(boolean redirects, boolean chargeHop, boolean encode) {
    return new ServerSettings(port, plan, window, latency, redirects, chargeHop, encode, faults);
  }
}
