package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.hub.Found;
import io.github.hubgenealogy.simulator.hub.HotFirstOrder;
import io.github.hubgenealogy.simulator.hub.NaturalOrder;
import io.github.hubgenealogy.simulator.hub.Order;
import io.github.hubgenealogy.simulator.hub.Orders;
import io.github.hubgenealogy.simulator.hub.Repository;
import io.github.hubgenealogy.simulator.hub.Shelf;
import io.github.hubgenealogy.simulator.hub.SortKey;
import java.util.concurrent.atomic.AtomicInteger;

/** The list of an ecosystem's models. */
final class ModelShelf implements Shelf {
  /**
   * Ranks of the order by score within which nothing moves, so that a small Hub can be listed whole
   * by a client that knows no better.
   */
  private static final int STILL = 10_000;

  private final Ecosystem ecosystem;
  private final Orders orders = new Orders(this);
  private final AtomicInteger tick = new AtomicInteger();

  ModelShelf(Ecosystem ecosystem) {
    this.ecosystem = ecosystem;
  }

  @Override
  public int size() {
    return ecosystem.size();
  }

  @Override
  public Repository at(int place) {
    return new ModelRepository(ecosystem, place, tick.get());
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
      case TRENDING_SCORE -> ecosystem.trends().score(place, tick.get());
      case LIKES_30D -> Math.floor(figures.likes(place) / 4.0);
      case LIKES_7D -> Math.floor(figures.likes(place) / 16.0);
      case NUM_PARAMETERS -> parameters(place);
      case MAIN_SIZE -> 2 * parameters(place);
    };
  }

  /** As the record has them, or NaN where it has none. */
  private double parameters(int place) {
    long parameters = at(place).parameters();
    return parameters == 0 ? Double.NaN : parameters;
  }

  @Override
  public Order order(SortKey key, boolean ascending) {
    if (key == SortKey.TRENDING_SCORE) {
      return hotFirst(this, ascending);
    }
    return key == SortKey.CREATED_AT && ascending
        ? new NaturalOrder(this, key)
        : orders.of(key, ascending);
  }

  @Override
  public Order hotFirst(Shelf shelf, boolean ascending) {
    int now = tick.get();
    return new HotFirstOrder(shelf, place -> ecosystem.trends().score(place, now), ascending);
  }

  /** Lets the scores move on. */
  void move() {
    tick.incrementAndGet();
  }

  @Override
  public void served(SortKey key, int rank, int records) {
    if (key == SortKey.TRENDING_SCORE && rank >= STILL) {
      move();
    }
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
