package io.github.hubgenealogy.explorer.exposure;

import io.github.hubgenealogy.explorer.genealogy.Presence;
import io.github.hubgenealogy.explorer.graph.Arcs;
import io.github.hubgenealogy.explorer.graph.Direction;
import io.github.hubgenealogy.explorer.graph.Graph;
import io.github.hubgenealogy.explorer.store.StoredGenealogy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what an answer from a snapshot cannot know. */
final class Coverages {
  private static final List<Presence> PRESENCES = List.of(Presence.values());
  private static final String READ = "ok";

  private Coverages() {}

  static Coverage of(StoredGenealogy snapshot) {
    Graph graph = snapshot.graph();
    Arcs arcs = graph.arcs();
    int listed = 0;
    int withoutParent = 0;
    Map<String, Integer> unlistedParents = new TreeMap<>();
    for (int v = 0; v < graph.vertices().size(); v++) {
      Presence presence = PRESENCES.get(graph.vertices().presence()[v] - 1);
      if (presence == Presence.LISTED) {
        listed++;
        withoutParent += declared(arcs, v, Direction.UP) ? 0 : 1;
      } else if (declared(arcs, v, Direction.DOWN)) {
        unlistedParents.merge(presence.word(), 1, Integer::sum);
      }
    }
    int textOnly = 0;
    for (int arc = 0; arc < arcs.size(); arc++) {
      textOnly += arcs.textAlone(arc) ? 1 : 0;
    }
    Map<String, Long> cards = new LinkedHashMap<>();
    snapshot.index().each("cards-by-status", row -> cards.put(row.getString(1), row.getLong(2)));
    long unread =
        cards.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(READ))
            .mapToLong(Map.Entry::getValue)
            .sum();
    Map<String, Long> rejects = new TreeMap<>(snapshot.snapshot().rejects());
    rejects.keySet().removeIf(reason -> !reason.startsWith("claims: "));
    return new Coverage(listed, withoutParent, cards, unread, unlistedParents, rejects, textOnly);
  }

  private static boolean declared(Arcs arcs, int vertex, Direction direction) {
    for (int i = 0; i < arcs.count(vertex, direction); i++) {
      if (!arcs.textAlone(arcs.arc(vertex, direction, i))) {
        return true;
      }
    }
    return false;
  }
}
