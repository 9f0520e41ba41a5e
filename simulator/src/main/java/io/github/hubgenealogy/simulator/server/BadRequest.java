package io.github.hubgenealogy.simulator.server;

/** A request that the Hub answers with 400; the message is the body's. */
final class BadRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadRequest(String message) {
    super(message);
  }

  /** The server's own wording for an option it does not know. */
  static BadRequest option(String legal, String where) {
    return new BadRequest("✖ Invalid option: expected one of " + legal + "\n  → at " + where);
  }
}
