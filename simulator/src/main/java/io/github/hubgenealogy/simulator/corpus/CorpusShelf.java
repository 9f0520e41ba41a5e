package io.github.hubgenealogy.simulator.corpus;

import io.github.hubgenealogy.lake.id.ModelId;
import io.github.hubgenealogy.simulator.hub.Account;
import io.github.hubgenealogy.simulator.hub.Found;
import io.github.hubgenealogy.simulator.hub.Order;
import io.github.hubgenealogy.simulator.hub.Repository;
import io.github.hubgenealogy.simulator.hub.Shelf;
import io.github.hubgenealogy.simulator.hub.SortKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The models of a corpus. A place is a line's number in the file. */
final class CorpusShelf implements Shelf {
  private final List<Line> lines;
  private final Map<String, Integer> byId = new HashMap<>();
  private final Map<String, Integer> byFoldedId = new HashMap<>();
  private final Map<String, Integer> byKey = new HashMap<>();
  private final boolean dated;
  private final Map<String, Order> orders = new ConcurrentHashMap<>();

  CorpusShelf(List<Line> lines) {
    this.lines = List.copyOf(lines);
    for (int place = 0; place < lines.size(); place++) {
      Line line = lines.get(place);
      byId.put(line.id(), place);
      byFoldedId.putIfAbsent(ModelId.caseFold(line.id()), place);
      byKey.put(line.key(), place);
    }
    for (int place = 0; place < lines.size(); place++) {
      for (String former : lines.get(place).formerIds()) {
        byFoldedId.putIfAbsent(ModelId.caseFold(former), place);
      }
    }
    dated = lines.stream().noneMatch(line -> Double.isNaN(line.sortValue(SortKey.CREATED_AT)));
  }

  @Override
  public int size() {
    return lines.size();
  }

  @Override
  public Repository at(int place) {
    return new CorpusModel(lines.get(place));
  }

  @Override
  public String key(int place) {
    return lines.get(place).key();
  }

  int place(String key) {
    return byKey.getOrDefault(key, -1);
  }

  @Override
  public double sortValue(int place, SortKey key) {
    return lines.get(place).sortValue(key);
  }

  @Override
  public Found find(String id) {
    Integer place = byId.get(id);
    if (place != null) {
      return new Found.Here(at(place));
    }
    place = byFoldedId.get(ModelId.caseFold(id));
    return place == null ? Found.NOTHING : new Found.Moved(lines.get(place).id());
  }

  Account account(String name) {
    List<String> owned =
        lines.stream()
            .map(line -> ModelId.owner(line.id()))
            .filter(name::equalsIgnoreCase)
            .toList();
    return owned.isEmpty()
        ? null
        : new Account(owned.get(0), owned.get(0), false, owned.size(), 0, 0);
  }

  /** Where a date is lacking, the order by date is the file's own. */
  @Override
  public Order order(SortKey key, boolean ascending) {
    return orders.computeIfAbsent(
        key + " " + ascending,
        which -> CorpusOrder.of(this, key, ascending, key == SortKey.CREATED_AT && !dated));
  }

  @Override
  public String pathPrefix() {
    return "";
  }
}
