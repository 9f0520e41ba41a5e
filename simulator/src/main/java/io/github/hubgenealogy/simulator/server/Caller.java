package io.github.hubgenealogy.simulator.server;

import java.util.Locale;

/**
 * Who asks. Every token is good but one that says {@code invalid}; files that ask for an agreement
 * open only to one that says {@code granted}: the simulator's own convention.
 *
 * @param token or null
 */
record Caller(String token) {
  private static final String SCHEME = "bearer ";

  static Caller of(String authorization) {
    boolean bearer =
        authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME);
    String token = bearer ? authorization.substring(SCHEME.length()).strip() : "";
    return new Caller(token.isEmpty() ? null : token);
  }

  boolean anonymous() {
    return token == null;
  }

  boolean refused() {
    return token != null && token.contains("invalid");
  }

  boolean granted() {
    return token != null && token.contains("granted");
  }

  /** The name its requests are counted under. */
  String account() {
    return token == null ? "" : token;
  }
}
