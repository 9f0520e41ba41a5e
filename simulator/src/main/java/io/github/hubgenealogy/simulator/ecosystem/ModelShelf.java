package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.hub.Found;
import io.github.hubgenealogy.simulator.hub.NaturalOrder;
import io.github.hubgenealogy.simulator.hub.Order;
import io.github.hubgenealogy.simulator.hub.Orders;
import io.github.hubgenealogy.simulator.hub.Repository;
import io.github.hubgenealogy.simulator.hub.Shelf;
import io.github.hubgenealogy.simulator.hub.SortKey;

/** The list of an ecosystem's models. */
final class ModelShelf implements Shelf {
  private final Ecosystem ecosystem;
  private final Orders orders = new Orders(this);

  ModelShelf(Ecosystem ecosystem) {
    this.ecosystem = ecosystem;
  }

  @Override
  public int size() {
    return ecosystem.size();
  }

  @Override
  public Repository at(int place) {
    return new ModelRepository(ecosystem.model(place));
  }

  @Override
  public String key(int place) {
    return ecosystem.key(place);
  }

  @Override
  public double sortValue(int place, SortKey key) {
    Figures figures = ecosystem.figures();
    return switch (key) {
      case CREATED_AT -> 1000.0 * ecosystem.structure().created[place];
      case DOWNLOADS -> figures.downloads(place);
      case LAST_MODIFIED -> 1000.0 * figures.lastModified(place);
      case LIKES -> figures.likes(place);
      case TRENDING_SCORE -> figures.trendingScore(place);
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
    Names names = ecosystem.names();
    int model = names.model(id);
    if (model >= 0) {
      String current = names.id(model);
      return current.equals(id) ? new Found.Here(at(model)) : new Found.Moved(current);
    }
    int former = names.formerly(id);
    if (former >= 0) {
      return new Found.Moved(names.id(former));
    }
    int deleted = names.deleted(id);
    if (deleted >= 0 && ecosystem.deleted().unlisted(deleted)) {
      String current = names.deletedId(deleted);
      return current.equals(id)
          ? new Found.Here(new UnlistedRepository(ecosystem, deleted))
          : new Found.Moved(current);
    }
    return Found.NOTHING;
  }

  @Override
  public String pathPrefix() {
    return "";
  }
}
