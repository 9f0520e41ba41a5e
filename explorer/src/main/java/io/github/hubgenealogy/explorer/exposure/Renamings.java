package io.github.hubgenealogy.explorer.exposure;

import io.github.hubgenealogy.explorer.store.StoredGenealogy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which model of today an older snapshot means by a name. A name that somebody else took since
 * stays the name of whoever has it today.
 */
final class Renamings {
  private final Map<String, String> renamed = new HashMap<>();
  private final Map<String, List<String>> formerly = new HashMap<>();

  private Renamings() {}

  /** Of a snapshot that stands alone, in which every name is its own. */
  static Renamings none() {
    return new Renamings();
  }

  /** As the newest snapshot knows them. */
  static Renamings of(StoredGenealogy newest) {
    Renamings all = new Renamings();
    newest
        .index()
        .each(
            "model-aliases",
            row -> {
              if (newest.graph().vertices().ids().find(row.getString(1)) < 0) {
                all.renamed.putIfAbsent(row.getString(1), row.getString(2));
              }
            });
    all.renamed.forEach(
        (old, current) ->
            all.formerly.computeIfAbsent(current, name -> new ArrayList<>()).add(old));
    all.formerly.values().forEach(names -> names.sort(null));
    return all;
  }

  /** The name of today of a name in some snapshot. */
  String today(String id) {
    return renamed.getOrDefault(id, id);
  }

  /** The number in a part of a model by its name of today, or −1. */
  int find(Part part, String name) {
    int vertex = part.find(name);
    for (String old : formerly.getOrDefault(name, List.of())) {
      vertex = vertex < 0 ? part.find(old) : vertex;
    }
    return vertex;
  }
}
