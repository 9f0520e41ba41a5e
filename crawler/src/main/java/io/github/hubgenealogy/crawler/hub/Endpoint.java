package io.github.hubgenealogy.crawler.hub;

import io.github.hubgenealogy.lake.command.Fault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/**
 * Where the Hub is: an origin, {@code https} unless it is this machine.
 *
 * @param base without a slash at the end
 */
public record Endpoint(URI base) {
  public static final String HUB = "https://huggingface.co";

  /** Unreserved characters of RFC 3986, which a path holds as they are. */
  private static final String UNRESERVED = "-._~";

  /** Reads an endpoint as a person writes it. */
  public static Endpoint of(String text) {
    String trimmed = text.strip();
    while (trimmed.endsWith("/")) {
      trimmed = trimmed.substring(0, trimmed.length() - 1);
    }
    URI uri;
    try {
      uri = URI.create(trimmed);
    } catch (IllegalArgumentException malformed) {
      throw refused("'" + text + "' is no URL");
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (uri.getHost() == null
        || uri.getUserInfo() != null
        || uri.getQuery() != null
        || uri.getFragment() != null
        || (!scheme.equals("http") && !scheme.equals("https"))) {
      throw refused("'" + text + "' is no endpoint");
    }
    if (scheme.equals("http") && !isLoopback(uri.getHost())) {
      throw refused("'" + text + "' is not encrypted");
    }
    return new Endpoint(uri);
  }

  private static Fault refused(String what) {
    return Fault.badInput(
        what, "--endpoint", "Write " + HUB + ", or http://127.0.0.1:PORT for a simulated Hub.");
  }

  static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }

  /** A URL of this endpoint. */
  public URI at(String pathAndQuery) {
    return URI.create(base + pathAndQuery);
  }

  /** Whether a URL is of the same scheme, host and port. */
  public boolean owns(URI uri) {
    return uri.getHost() != null
        && base.getScheme().equalsIgnoreCase(uri.getScheme())
        && base.getHost().equalsIgnoreCase(uri.getHost())
        && port(base) == port(uri);
  }

  /** Whether a URL may be asked at all: encrypted, or on this machine. */
  public static boolean isSafe(URI uri) {
    return uri.getHost() != null
        && ("https".equalsIgnoreCase(uri.getScheme())
            || ("http".equalsIgnoreCase(uri.getScheme()) && isLoopback(uri.getHost())));
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }

  /**
   * Whether a crawl begun at one endpoint may go on at this: the same, or both on this machine,
   * where a simulated Hub has another port each time.
   */
  public boolean continues(String begun) {
    URI other = URI.create(begun);
    return owns(other) || (isLoopback(other.getHost()) && isLoopback(base.getHost()));
  }

  /** Whether this is the Hub itself. */
  public boolean isHub() {
    return owns(URI.create(HUB));
  }

  /** An id or revision as a path, each segment percent-encoded; the slash stays. */
  public static String path(String id) {
    StringBuilder path = new StringBuilder(id.length() + 8);
    for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '/'
              || UNRESERVED.indexOf(c) >= 0;
      if (plain) {
        path.append(c);
      } else {
        path.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
      }
    }
    return path.toString();
  }

  @Override
  public String toString() {
    return Objects.toString(base);
  }
}
