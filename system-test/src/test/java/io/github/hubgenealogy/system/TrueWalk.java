package io.github.hubgenealogy.system;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The genealogy as a simulated Hub knows it, walked without any of the explorer's own means: maps
 * of texts, sets that grow until nothing is added.
 */
final class TrueWalk {
  /** What a relation passes down, the most first, as the definitions say. */
  private static final List<String> CARRIES =
      List.of("trained", "copy", "altered", "mixed", "delta_only", "unknown");

  private final Set<String> models = new TreeSet<>();
  private final Set<String> claimed = new TreeSet<>();
  private final Map<String, List<Arc>> above = new TreeMap<>();
  private final Map<String, List<Arc>> below = new TreeMap<>();
  private final Map<String, Set<String>> datasets = new TreeMap<>();
  private final Map<String, Set<String>> users = new TreeMap<>();

  /** One true edge, or a declared copy. */
  record Arc(String child, String parent, String relation) {
    boolean isCopy() {
      return relation.equals("duplicated_from");
    }

    /** What it passes down, as a place in the list of kinds. */
    private int carries() {
      return CARRIES.indexOf(
          switch (relation) {
            case "quantized", "duplicated_from" -> "copy";
            case "finetune" -> "altered";
            case "merge" -> "mixed";
            case "adapter" -> "delta_only";
            default -> "unknown";
          });
    }
  }

  /** What is true of one descendant. */
  record Reached(String carries, int distance) {}

  /** Reads the folder that {@code simulate --truth} wrote. */
  TrueWalk(Path truth) throws SQLException {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      each(statement, truth, "models", "select id from", row -> models.add(row.getString(1)));
      each(
          statement,
          truth,
          "claims",
          "select unnest([claimed_id, parent_id]) from",
          row -> claimed.add(String.valueOf(row.getString(1))));
      each(
          statement,
          truth,
          "edges",
          "select child, parent, relation from",
          row -> add(new Arc(row.getString(1), row.getString(2), row.getString(3))));
      each(
          statement,
          truth,
          "succession",
          "select child, target, kind from",
          row -> {
            if (row.getString(3).equals("duplicated_from")
                && !row.getString(1).equals(row.getString(2))) {
              add(new Arc(row.getString(1), row.getString(2), "duplicated_from"));
            }
          });
      each(
          statement,
          truth,
          "dataset_claims",
          // What nobody can resolve stays what was written.
          "select model, coalesce(nullif(dataset_id, ''), claimed_text) from",
          row -> {
            datasets.computeIfAbsent(row.getString(1), id -> new TreeSet<>()).add(row.getString(2));
            users.computeIfAbsent(row.getString(2), id -> new TreeSet<>()).add(row.getString(1));
          });
    }
  }

  @FunctionalInterface
  private interface Row {
    void take(ResultSet row) throws SQLException;
  }

  private static void each(Statement statement, Path truth, String file, String select, Row taker)
      throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            select
                + " read_csv('"
                + truth.resolve(file + ".csv")
                + "', header = true, all_varchar = true, strict_mode = false)")) {
      while (rows.next()) {
        taker.take(rows);
      }
    }
  }

  private void add(Arc arc) {
    above.computeIfAbsent(arc.child(), id -> new ArrayList<>()).add(arc);
    below.computeIfAbsent(arc.parent(), id -> new ArrayList<>()).add(arc);
  }

  /** Every model that is listed or that an edge leads to. */
  Set<String> models() {
    return models;
  }

  /** Names that any claim holds, whether anything is behind them or not. */
  Set<String> claimed() {
    return claimed;
  }

  Map<String, Set<String>> users() {
    return users;
  }

  Set<String> datasetsOf(String model) {
    return datasets.getOrDefault(model, Set.of());
  }

  List<Arc> above(String id) {
    return above.getOrDefault(id, List.of());
  }

  List<Arc> below(String id) {
    return below.getOrDefault(id, List.of());
  }

  private static String end(Arc arc, boolean up) {
    return up ? arc.parent() : arc.child();
  }

  /** Distances from some models, those at 0 among them, over arcs that a test lets through. */
  Map<String, Integer> distances(Collection<String> from, boolean up, Predicate<Arc> follows) {
    Map<String, Integer> distances = new LinkedHashMap<>();
    from.forEach(id -> distances.put(id, 0));
    Set<String> last = new TreeSet<>(from);
    for (int distance = 1; !last.isEmpty(); distance++) {
      Set<String> next = new TreeSet<>();
      for (String id : last) {
        for (Arc arc : up ? above(id) : below(id)) {
          if (follows.test(arc) && !distances.containsKey(end(arc, up))) {
            next.add(end(arc, up));
          }
        }
      }
      for (String id : next) {
        distances.put(id, distance);
      }
      last = next;
    }
    return distances;
  }

  /** All that descends from a model, itself left out. */
  Map<String, Reached> exposed(String model) {
    return exposed(Map.of(model, 0), 0);
  }

  /** All that descends from what was trained on a data set, those models among it. */
  Map<String, Reached> exposedToDataset(String dataset) {
    Map<String, Integer> trained = new TreeMap<>();
    users.get(dataset).forEach(id -> trained.put(id, 0));
    return exposed(trained, 1);
  }

  /**
   * What each model carries: the least weak of its arcs' weakest steps, improved until nothing
   * improves.
   */
  private Map<String, Reached> exposed(Map<String, Integer> sources, int first) {
    Map<String, Integer> distances = distances(sources.keySet(), false, arc -> true);
    Map<String, Integer> weakest = new TreeMap<>(sources);
    boolean improved = true;
    while (improved) {
      improved = false;
      for (String id : distances.keySet()) {
        for (Arc arc : above(id)) {
          Integer sofar = weakest.get(arc.parent());
          int through = sofar == null ? CARRIES.size() : Math.max(sofar, arc.carries());
          if (through < weakest.getOrDefault(id, CARRIES.size())) {
            weakest.put(id, through);
            improved = true;
          }
        }
      }
    }
    Map<String, Reached> reached = new TreeMap<>();
    distances.forEach(
        (id, distance) -> {
          if (first + distance > 0) {
            reached.put(id, new Reached(CARRIES.get(weakest.get(id)), first + distance));
          }
        });
    return reached;
  }

  /** Common ancestors, a model being its own, above no other that is not above them too. */
  Set<String> nearestCommon(String first, String second) {
    Set<String> common = new HashSet<>(distances(List.of(first), true, arc -> true).keySet());
    common.retainAll(distances(List.of(second), true, arc -> true).keySet());
    Set<String> nearest = new TreeSet<>(common);
    for (String each : common) {
      Set<String> higher = distances(List.of(each), true, arc -> true).keySet();
      for (String other : higher) {
        if (!distances(List.of(other), true, arc -> true).containsKey(each)) {
          nearest.remove(other);
        }
      }
    }
    return nearest;
  }

  /** Fewest arcs between two models, whatever their direction, or −1. */
  int apart(String first, String second) {
    Set<String> seen = new HashSet<>(Set.of(first));
    Set<String> last = Set.of(first);
    for (int distance = 0; !last.isEmpty(); distance++) {
      if (last.contains(second)) {
        return distance;
      }
      Set<String> next = new TreeSet<>();
      for (String id : last) {
        above(id).forEach(arc -> next.add(arc.parent()));
        below(id).forEach(arc -> next.add(arc.child()));
      }
      next.removeAll(seen);
      seen.addAll(next);
      last = next;
    }
    return -1;
  }
}
