package io.github.hubgenealogy.explorer.web;

import java.time.Duration;
import java.util.List;

/**
 * Where the server listens and how much it takes on.
 *
 * @param port 0 for a free one
 * @param bind the address it listens on
 * @param hosts further names it answers under
 * @param concurrent requests computed at once
 * @param waiting requests that wait for one of those places; further ones are told to come back
 * @param patience how long one waits
 */
public record ServerSettings(
    int port, String bind, List<String> hosts, int concurrent, int waiting, Duration patience) {

  /** Listens on this machine alone. */
  public static final String LOOPBACK = "127.0.0.1";

  public ServerSettings {
    hosts = List.copyOf(hosts);
    require(port >= 0 && port <= 65_535, "--port must be from 0 to 65535, not " + port);
    require(!bind.isBlank(), "--bind must be an address");
    require(concurrent >= 1, "at least one request at once");
    require(waiting >= 0, "a negative number of requests waits");
    require(!patience.isNegative() && !patience.isZero(), "nobody waits no time");
  }

  /** Two requests a core, and as many waiting as a class room with its browsers makes. */
  public static ServerSettings of(int port, String bind, List<String> hosts) {
    int places = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
    return new ServerSettings(port, bind, hosts, places, 512, Duration.ofSeconds(10));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
