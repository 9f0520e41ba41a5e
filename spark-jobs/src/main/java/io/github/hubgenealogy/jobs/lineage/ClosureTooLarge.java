package io.github.hubgenealogy.jobs.lineage;

/** The closure has more pairs than the heap may hold; another engine has to take over. */
final class ClosureTooLarge extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long pairs;

  ClosureTooLarge(long pairs) {
    super("the closure has more than " + pairs + " pairs");
    this.pairs = pairs;
  }

  /** The bound that was passed. */
  long pairs() {
    return pairs;
  }
}
