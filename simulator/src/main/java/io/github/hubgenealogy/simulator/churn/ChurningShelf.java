package io.github.hubgenealogy.simulator.churn;

import io.github.hubgenealogy.simulator.ecosystem.Ecosystem;
import io.github.hubgenealogy.simulator.hub.Found;
import io.github.hubgenealogy.simulator.hub.NaturalOrder;
import io.github.hubgenealogy.simulator.hub.Order;
import io.github.hubgenealogy.simulator.hub.Repository;
import io.github.hubgenealogy.simulator.hub.Shelf;
import io.github.hubgenealogy.simulator.hub.SortKey;
import io.github.hubgenealogy.simulator.hub.SortedOrder;

/**
 * Models that come, go and change between one page and the next. Created ones are the youngest of
 * the ecosystem, held back until their time.
 */
final class ChurningShelf implements Shelf {
  private final Ecosystem ecosystem;
  private final Shelf still;
  private final int atFirst;
  private final Changes changes;

  /**
   * A shelf.
   *
   * @param still all models, those held back too
   * @param atFirst how many are listed at the beginning
   */
  ChurningShelf(Ecosystem ecosystem, Shelf still, int atFirst, Changes changes) {
    this.ecosystem = ecosystem;
    this.still = still;
    this.atFirst = atFirst;
    this.changes = changes;
  }

  @Override
  public int size() {
    return Math.min(still.size(), atFirst + changes.created());
  }

  @Override
  public boolean listed(int place) {
    return place < size() && !changes.isDeleted(place);
  }

  @Override
  public Repository at(int place) {
    Repository before = still.at(place);
    String newName = changes.newName(place);
    int tagged = changes.tagged(place);
    long more = changes.downloads(place);
    return newName == null && tagged == 0 && more == 0
        ? before
        : new ChangedRepository(
            before,
            newName,
            tagged,
            more == 0 ? 0 : more + (long) still.sortValue(place, SortKey.DOWNLOADS));
  }

  @Override
  public String key(int place) {
    return still.key(place);
  }

  @Override
  public double sortValue(int place, SortKey key) {
    double value = still.sortValue(place, key);
    return key == SortKey.DOWNLOADS ? value + changes.downloads(place) : value;
  }

  @Override
  public Found find(String id) {
    int place = changes.byNewName(id);
    if (place < 0) {
      place = ecosystem.find(id);
    }
    if (place < 0) {
      return still.find(id);
    } else if (!listed(place)) {
      return Found.NOTHING;
    }
    Repository repository = at(place);
    return repository.id().equals(id)
        ? new Found.Here(repository)
        : new Found.Moved(repository.id());
  }

  /** Orders are of this moment: made anew for every page, which large Hubs feel. */
  @Override
  public Order order(SortKey key, boolean ascending) {
    if (key == SortKey.TRENDING_SCORE) {
      return still.hotFirst(this, ascending);
    }
    return key == SortKey.CREATED_AT && ascending
        ? new NaturalOrder(this, key)
        : SortedOrder.of(this, key, ascending);
  }

  @Override
  public void served(SortKey key, int rank, int records) {
    changes.served(records);
    still.served(key, Integer.MAX_VALUE, records);
  }

  @Override
  public String pathPrefix() {
    return still.pathPrefix();
  }
}
