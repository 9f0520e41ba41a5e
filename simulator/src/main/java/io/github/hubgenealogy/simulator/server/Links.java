package io.github.hubgenealogy.simulator.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses as the server writes them. */
final class Links {
  private Links() {}

  /**
   * The next page's address: the same parameters in the same order, {@code expand} without
   * brackets, the cursor last (hub-api §1.1 and a recorded answer).
   */
  static String next(String address, Parameters parameters, String cursor, boolean encode) {
    StringBuilder url = new StringBuilder(address);
    char separator = '?';
    for (Parameters.Parameter each : parameters.inOrder()) {
      if (!each.name().equals("cursor") && !each.name().equals("skip")) {
        url.append(separator)
            .append(encoded(each.name()))
            .append('=')
            .append(encoded(each.value()));
        separator = '&';
      }
    }
    return url.append(separator)
        .append("cursor=")
        .append(encode ? encoded(cursor) : cursor)
        .toString();
  }

  /** A path in which everything but slashes and what ids are made of is percent-encoded. */
  static String path(String path) {
    return encoded(path).replace("%2F", "/").replace("+", "%20");
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
