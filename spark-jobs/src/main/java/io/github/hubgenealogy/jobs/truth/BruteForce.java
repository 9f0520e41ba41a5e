package io.github.hubgenealogy.jobs.truth;

import io.github.hubgenealogy.lake.id.ModelId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The definitions of lineage, computed by the plainest means from sets and searches: slow, and
 * without a thought in common with the engines. For graphs whose closure fits memory as objects.
 */
public final class BruteForce {

  /** A vertex's place. */
  public record Place(
      String component,
      long componentSize,
      String label,
      boolean inCycle,
      int depthMax,
      int depthMin,
      String root,
      int roots,
      int parents,
      int children,
      Map<String, Integer> childrenByRelation,
      int ancestors,
      int descendants) {}

  private final Map<String, Set<String>> parents = new HashMap<>();
  private final Map<String, Set<String>> children = new HashMap<>();
  private final Map<String, Map<String, Integer>> byRelation = new HashMap<>();
  private final TreeSet<String> vertices = new TreeSet<>(ModelId.UTF8_ORDER);
  private final Map<String, Map<String, Integer>> above = new HashMap<>();

  /** A graph; a parent that is no vertex yet becomes one. */
  public BruteForce(Collection<String> vertices, Collection<TrueGraph.Edge> edges) {
    this.vertices.addAll(vertices);
    for (TrueGraph.Edge edge : edges) {
      this.vertices.add(edge.parent());
      this.vertices.add(edge.child());
      parents.computeIfAbsent(edge.child(), id -> new HashSet<>()).add(edge.parent());
      children.computeIfAbsent(edge.parent(), id -> new HashSet<>()).add(edge.child());
      byRelation
          .computeIfAbsent(edge.parent(), id -> new HashMap<>())
          .merge(edge.relation(), 1, Integer::sum);
    }
  }

  /** Every vertex's place, in the order of ids. */
  public Map<String, Place> places() {
    for (String vertex : vertices) {
      above.put(vertex, distances(vertex, parents));
    }
    Map<String, Integer> descendants = new HashMap<>();
    above.values().forEach(set -> set.keySet().forEach(a -> descendants.merge(a, 1, Integer::sum)));
    Map<String, Set<String>> components = components();
    Map<String, Integer> depth = longest();
    Map<String, Place> places = new LinkedHashMap<>();
    for (String v : vertices) {
      Set<String> component = components.get(v);
      Set<String> roots = roots(v);
      String label =
          component.stream().max((a, b) -> byDescendants(a, b, descendants)).orElseThrow();
      places.put(
          v,
          new Place(
              component.iterator().next(),
              component.size(),
              label,
              above.get(v).keySet().stream().anyMatch(a -> above.get(a).containsKey(v)),
              depth.get(v),
              shallowest(v),
              roots.size() == 1 ? roots.iterator().next() : null,
              roots.size(),
              parents.getOrDefault(v, Set.of()).size(),
              children.getOrDefault(v, Set.of()).size(),
              byRelation.getOrDefault(v, Map.of()),
              above.get(v).size(),
              descendants.getOrDefault(v, 0)));
    }
    return places;
  }

  /** The closure: each vertex's ancestors with their distance. */
  public Map<String, Map<String, Integer>> ancestors() {
    return above;
  }

  private static int byDescendants(String a, String b, Map<String, Integer> descendants) {
    int more = Integer.compare(descendants.getOrDefault(a, 0), descendants.getOrDefault(b, 0));
    return more != 0 ? more : ModelId.UTF8_ORDER.compare(b, a);
  }

  private static Map<String, Integer> distances(String from, Map<String, Set<String>> next) {
    Map<String, Integer> distances = new HashMap<>();
    Deque<String> queue = new ArrayDeque<>(List.of(from));
    distances.put(from, 0);
    while (!queue.isEmpty()) {
      String v = queue.remove();
      for (String w : next.getOrDefault(v, Set.of())) {
        if (distances.putIfAbsent(w, distances.get(v) + 1) == null) {
          queue.add(w);
        }
      }
    }
    distances.remove(from);
    return distances;
  }

  private Map<String, Set<String>> components() {
    Map<String, Set<String>> components = new HashMap<>();
    for (String v : vertices) {
      if (components.containsKey(v)) {
        continue;
      }
      TreeSet<String> members = new TreeSet<>(ModelId.UTF8_ORDER);
      Deque<String> queue = new ArrayDeque<>(List.of(v));
      members.add(v);
      while (!queue.isEmpty()) {
        String w = queue.remove();
        List<String> around = new ArrayList<>(parents.getOrDefault(w, Set.of()));
        around.addAll(children.getOrDefault(w, Set.of()));
        around.stream().filter(members::add).forEach(queue::add);
      }
      members.forEach(member -> components.put(member, members));
    }
    return components;
  }

  private boolean sameCycle(String a, String b) {
    return a.equals(b) || (above.get(a).containsKey(b) && above.get(b).containsKey(a));
  }

  /** Longest path over cycles condensed, by raising depths until nothing rises. */
  private Map<String, Integer> longest() {
    Map<String, Integer> depth = new HashMap<>();
    vertices.forEach(v -> depth.put(v, 0));
    boolean rose = true;
    while (rose) {
      rose = false;
      for (String v : vertices) {
        for (String parent : parents.getOrDefault(v, Set.of())) {
          int least = sameCycle(v, parent) ? depth.get(parent) : depth.get(parent) + 1;
          if (depth.get(v) < least) {
            depth.put(v, least);
            rose = true;
          }
        }
      }
    }
    return depth;
  }

  private boolean isRoot(String v) {
    return above.get(v).keySet().stream().allMatch(a -> above.get(a).containsKey(v));
  }

  /** The roots above a vertex, each by the smallest id of its cycle. */
  private Set<String> roots(String v) {
    Set<String> roots = new TreeSet<>(ModelId.UTF8_ORDER);
    List<String> candidates = new ArrayList<>(above.get(v).keySet());
    candidates.add(v);
    for (String a : candidates) {
      if (isRoot(a)) {
        TreeSet<String> cycle = new TreeSet<>(ModelId.UTF8_ORDER);
        cycle.add(a);
        above.get(a).keySet().forEach(cycle::add);
        roots.add(cycle.first());
      }
    }
    return roots;
  }

  private int shallowest(String v) {
    if (isRoot(v)) {
      return 0;
    }
    return above.get(v).entrySet().stream()
        .filter(entry -> isRoot(entry.getKey()))
        .mapToInt(Map.Entry::getValue)
        .min()
        .orElseThrow();
  }
}
