package io.github.hubgenealogy.crawler.listing;

import io.github.hubgenealogy.lake.command.Fault;

/** A cursor that is of no use any more, and what to tell the user where there is no way on. */
final class LostCursor extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Fault fault;

  LostCursor(Fault fault) {
    super(fault);
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }
}
