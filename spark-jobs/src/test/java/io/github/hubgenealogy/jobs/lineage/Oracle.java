package io.github.hubgenealogy.jobs.lineage;

import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.truth.BruteForce;
import io.github.hubgenealogy.jobs.truth.TrueGraph;
import io.github.hubgenealogy.lake.id.ModelId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rows that the definitions ask for, from {@link BruteForce} and, for what the cap changes,
 * from sorting all true ancestors.
 */
final class Oracle {
  private Oracle() {}

  /** Rows of table lineage as text, by policy and id. */
  static List<String> lineage(GivenGraph given, int cap) {
    List<String> rows = new ArrayList<>();
    TreeMap<String, Policy> policies = new TreeMap<>();
    Policy.ofLineage().forEach(policy -> policies.put(policy.word(), policy));
    policies.values().forEach(policy -> rows.addAll(lineage(given, policy, cap)));
    return rows;
  }

  private static List<String> lineage(GivenGraph given, Policy policy, int cap) {
    BruteForce graph = graph(given, policy);
    Map<String, BruteForce.Place> places = graph.places();
    Map<String, List<String>> kept = new HashMap<>();
    Set<String> capped = new HashSet<>();
    Map<String, Integer> descendants = new HashMap<>();
    graph
        .ancestors()
        .forEach(
            (id, distances) -> {
              List<String> order = nearest(distances);
              kept.put(id, order.subList(0, Math.min(cap, order.size())));
              kept.get(id).forEach(ancestor -> descendants.merge(ancestor, 1, Integer::sum));
              if (order.size() > cap) {
                capped.add(id);
                capped.addAll(order.subList(cap, order.size()));
              }
            });
    Map<String, String> labels = new HashMap<>();
    places.forEach(
        (id, place) ->
            labels.merge(
                place.component(),
                id,
                (best, next) ->
                    descendants.getOrDefault(next, 0) > descendants.getOrDefault(best, 0)
                        ? next
                        : best));
    List<String> rows = new ArrayList<>();
    places.forEach(
        (id, place) -> {
          Map<String, Integer> by = place.childrenByRelation();
          rows.add(
              row(
                  policy.word(),
                  id,
                  place.component(),
                  place.componentSize(),
                  labels.get(place.component()),
                  place.inCycle(),
                  place.depthMax(),
                  place.depthMin(),
                  place.root(),
                  place.roots(),
                  place.parents(),
                  place.children(),
                  by.getOrDefault("finetune", 0),
                  by.getOrDefault("adapter", 0),
                  by.getOrDefault("quantized", 0),
                  by.getOrDefault("merge", 0),
                  by.getOrDefault("unspecified", 0),
                  kept.get(id).size(),
                  descendants.getOrDefault(id, 0),
                  capped.contains(id)));
        });
    return rows;
  }

  /** Rows of table ancestry as text, by ancestor and descendant. */
  static List<String> ancestry(GivenGraph given, int cap) {
    BruteForce graph = graph(given, Policy.UNION);
    graph.places();
    Map<String, Map<String, Integer>> above = graph.ancestors();
    Map<String, Set<String>> parents = new HashMap<>();
    pairs(given, Policy.UNION)
        .keySet()
        .forEach(
            pair ->
                parents
                    .computeIfAbsent(pair.get(0), id -> new TreeSet<>(ModelId.UTF8_ORDER))
                    .add(pair.get(1)));
    Map<String, TreeMap<String, String>> rows = new TreeMap<>(ModelId.UTF8_ORDER);
    above.forEach(
        (id, distances) -> {
          List<String> order = nearest(distances);
          for (String ancestor : order.subList(0, Math.min(cap, order.size()))) {
            int distance = distances.get(ancestor);
            String hop =
                parents.get(id).stream()
                    .filter(
                        parent ->
                            parent.equals(ancestor)
                                ? distance == 1
                                : above.get(parent).getOrDefault(ancestor, -1) == distance - 1)
                    .findFirst()
                    .orElseThrow();
            rows.computeIfAbsent(ancestor, any -> new TreeMap<>(ModelId.UTF8_ORDER))
                .put(id, row(ancestor, id, distance, hop));
          }
        });
    return rows.values().stream().flatMap(of -> of.values().stream()).toList();
  }

  private static BruteForce graph(GivenGraph given, Policy policy) {
    List<String> vertices = new ArrayList<>();
    given.models.forEach(
        (id, listed) -> {
          if (listed || policy.vertices() == Policy.Vertices.AS_UNION) {
            vertices.add(id);
          }
        });
    List<TrueGraph.Edge> edges = new ArrayList<>();
    pairs(given, policy)
        .forEach(
            (pair, relation) -> edges.add(new TrueGraph.Edge(pair.get(0), pair.get(1), relation)));
    return new BruteForce(vertices, edges);
  }

  /** Each pair once, with the first of its relations in the order of the enum. */
  private static Map<List<String>, String> pairs(GivenGraph given, Policy policy) {
    Map<List<String>, String> pairs = new LinkedHashMap<>();
    for (GivenGraph.Edge edge : given.edges) {
      if (!edge.policies().contains(policy.word()) || edge.child().equals(edge.parent())) {
        continue;
      }
      String relation =
          policy.relationOf() == Policy.RelationOf.HUB ? edge.relationHub() : edge.relation();
      pairs.merge(
          List.of(edge.child(), edge.parent()),
          relation == null ? "unspecified" : relation,
          (a, b) -> GivenGraph.RELATIONS.indexOf(a) <= GivenGraph.RELATIONS.indexOf(b) ? a : b);
    }
    return pairs;
  }

  private static List<String> nearest(Map<String, Integer> distances) {
    List<String> order = new ArrayList<>(distances.keySet());
    order.sort(
        (a, b) -> {
          int nearer = Integer.compare(distances.get(a), distances.get(b));
          return nearer != 0 ? nearer : ModelId.UTF8_ORDER.compare(a, b);
        });
    return order;
  }

  static String row(Object... values) {
    return java.util.Arrays.toString(values);
  }
}
