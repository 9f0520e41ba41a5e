package io.github.hubgenealogy.crawler.hub;

import java.io.IOException;

/** Thrown by a reader that knows what is wrong with a body. */
public final class TroubleException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Trouble trouble;

  public TroubleException(Trouble trouble, String detail) {
    super(detail);
    this.trouble = trouble;
  }

  public Trouble trouble() {
    return trouble;
  }
}
