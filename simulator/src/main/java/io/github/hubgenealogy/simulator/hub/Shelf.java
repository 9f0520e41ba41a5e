package io.github.hubgenealogy.simulator.hub;

/**
 * All listed repositories of one kind. A place is a repository's position in the order of its key,
 * and stays its own while the Hub runs.
 */
public interface Shelf {
  /** How many places there are; some may have been vacated. */
  int size();

  /** Whether the repository at a place is listed now. */
  default boolean listed(int place) {
    return true;
  }

  Repository at(int place);

  String key(int place);

  /** The value to sort by, or NaN where the record has none. */
  double sortValue(int place, SortKey key);

  Found find(String id);

  /** The list in an order, of this moment. */
  Order order(SortKey key, boolean ascending);

  /**
   * Hears that a page was given out: what changes while one crawls may change by this.
   *
   * @param key what the page was sorted by
   * @param rank where it ended
   */
  default void served(SortKey key, int rank, int records) {}

  /**
   * The order by score of this moment, of a shelf around this one that leaves some out.
   *
   * @throws UnsupportedOperationException where no score moves
   */
  default Order hotFirst(Shelf around, boolean ascending) {
    throw new UnsupportedOperationException("no score moves here");
  }

  /** What the files of one are called in the paths of the site: nothing or "datasets/". */
  String pathPrefix();
}
