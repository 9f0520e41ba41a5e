package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.hub.Found;
import io.github.hubgenealogy.simulator.hub.NaturalOrder;
import io.github.hubgenealogy.simulator.hub.Order;
import io.github.hubgenealogy.simulator.hub.Orders;
import io.github.hubgenealogy.simulator.hub.Repository;
import io.github.hubgenealogy.simulator.hub.Shelf;
import io.github.hubgenealogy.simulator.hub.SortKey;

/** The list of an ecosystem's datasets. */
final class DatasetShelf implements Shelf {
  private final Ecosystem ecosystem;
  private final Orders orders = new Orders(this);

  DatasetShelf(Ecosystem ecosystem) {
    this.ecosystem = ecosystem;
  }

  @Override
  public int size() {
    return ecosystem.datasets().count();
  }

  @Override
  public Repository at(int place) {
    return new DatasetRepository(ecosystem, place);
  }

  @Override
  public String key(int place) {
    return ecosystem.keyOfDataset(place);
  }

  @Override
  public double sortValue(int place, SortKey key) {
    return switch (key) {
      case CREATED_AT, LAST_MODIFIED -> 1000.0 * ecosystem.datasets().created(place);
      case DOWNLOADS -> new DatasetRecord(ecosystem, place).downloads();
      case LIKES -> new DatasetRecord(ecosystem, place).likes();
      case TRENDING_SCORE, LIKES_30D, LIKES_7D, MAIN_SIZE -> 0;
      case NUM_PARAMETERS -> Double.NaN;
    };
  }

  @Override
  public Order order(SortKey key, boolean ascending) {
    return key == SortKey.CREATED_AT && ascending
        ? new NaturalOrder(this, key)
        : orders.of(key, ascending);
  }

  @Override
  public Found find(String id) {
    int dataset = ecosystem.datasets().dataset(id);
    if (dataset < 0) {
      return Found.NOTHING;
    }
    String current = ecosystem.datasets().id(dataset);
    return current.equals(id) ? new Found.Here(at(dataset)) : new Found.Moved(current);
  }

  @Override
  public String pathPrefix() {
    return "datasets/";
  }
}
