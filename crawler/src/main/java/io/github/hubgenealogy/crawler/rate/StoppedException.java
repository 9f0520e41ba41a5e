package io.github.hubgenealogy.crawler.rate;

/** Thrown out of a wait when the crawl is to end, so that nothing new is begun. */
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final StopReason reason;

  public StoppedException(StopReason reason) {
    super("stopped while waiting: " + reason, null, false, false);
    this.reason = reason;
  }

  public StopReason reason() {
    return reason;
  }
}
