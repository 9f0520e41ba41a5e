package io.github.hubgenealogy.simulator.hub;

/** A list in one order, at one moment. */
public interface Order {
  int size();

  /** The place of the repository at a rank. */
  int place(int rank);

  /** The value by which a place stands where it stands, NaN for none. */
  double value(int place);

  /**
   * The first rank after a position, whether or not something stands there still: a keyset needs no
   * memory of what it gave.
   *
   * @param value the sort key's value there, NaN for none
   */
  int rankAfter(double value, String key);
}
