package io.github.hubgenealogy.launcher;

import io.github.hubgenealogy.lake.command.Printable;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.TableFileReader;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a demo prints at its end, read from the published tables. Small snapshots only: it holds
 * edges and lineage as objects.
 */
final class DemoSummary {
  private static final int TOP = 5;
  private static final int LINE = 110;

  private record Place(String component, long size, boolean inCycle, int depth, int descendants) {}

  private final Snapshot snapshot;
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Map<String, List<String>> parents = new HashMap<>();
  private final Map<String, Long> relations = new TreeMap<>();

  DemoSummary(Snapshot snapshot) throws IOException {
    this.snapshot = snapshot;
    rows(
        TableContracts.LINEAGE,
        List.of(
            "policy",
            "model_id",
            "component_id",
            "component_size",
            "in_cycle",
            "depth_max",
            "n_descendants"),
        row -> {
          if (row[0].equals("union")) {
            places.put(
                (String) row[1],
                new Place(
                    (String) row[2],
                    (Long) row[3],
                    (Boolean) row[4],
                    (Integer) row[5],
                    (Integer) row[6]));
          }
        });
    rows(
        TableContracts.EDGES,
        List.of("child_id", "parent_id", "relation", "policies"),
        row -> {
          if (((List<?>) row[3]).contains("union")) {
            parents.computeIfAbsent((String) row[0], id -> new ArrayList<>()).add((String) row[1]);
            relations.merge((String) row[2], 1L, Long::sum);
          }
        });
  }

  /** Takes a row. */
  private interface RowReader {
    void read(Object[] row);
  }

  private void rows(TableContract table, List<String> columns, RowReader reader)
      throws IOException {
    for (String path : snapshot.dataPaths(table)) {
      try (TableFileReader file = new TableFileReader(snapshot.files(), path, table, columns)) {
        for (Object[] row = file.next(); row != null; row = file.next()) {
          reader.read(row);
        }
      }
    }
  }

  void print(PrintWriter out) throws IOException {
    long edges = relations.values().stream().mapToLong(Long::longValue).sum();
    Set<String> components = new HashSet<>();
    long largest = 0;
    for (Place place : places.values()) {
      components.add(place.component());
      largest = Math.max(largest, place.size());
    }
    out.println("snapshot " + snapshot.id() + ", simulated, policy union");
    out.println("models listed        " + snapshot.requireSeal(TableContracts.RAW_MODELS).rows());
    out.println("vertices             " + places.size() + " (with parents that are not listed)");
    out.println("edges                " + edges);
    relations.forEach((relation, count) -> out.println("  " + pad(relation) + count));
    out.println("components           " + components.size());
    out.println("largest component    " + largest + " models");
    List<String> chain = deepest();
    out.println("deepest chain        " + (chain.size() - 1) + " steps");
    printWrapped(out, chain);
    out.println("most descendants");
    places.entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                    (Map.Entry<String, Place> entry) -> -entry.getValue().descendants())
                .thenComparing(Map.Entry::getKey))
        .limit(TOP)
        .forEach(
            entry ->
                out.println(
                    "  " + entry.getValue().descendants() + "  " + Printable.line(entry.getKey())));
  }

  /** Names with arrows between them, broken into lines. */
  private static void printWrapped(PrintWriter out, List<String> chain) {
    StringBuilder line = new StringBuilder("  ");
    for (int i = 0; i < chain.size(); i++) {
      String next = Printable.line(chain.get(i)) + (i + 1 < chain.size() ? " → " : "");
      if (line.length() + next.length() > LINE && line.length() > 2) {
        out.println(line);
        line.setLength(2);
      }
      line.append(next);
    }
    out.println(line);
  }

  private static String pad(String word) {
    return word + " ".repeat(Math.max(1, 19 - word.length()));
  }

  /**
   * A longest chain from its root down; in a cycle, which counts as one step, one of its members.
   */
  private List<String> deepest() {
    List<String> chain = new ArrayList<>();
    String at =
        places.entrySet().stream()
            .max(
                Comparator.comparingInt(
                        (Map.Entry<String, Place> entry) -> entry.getValue().depth())
                    .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
            .map(Map.Entry::getKey)
            .orElse(null);
    while (at != null) {
      chain.add(0, at);
      at = above(at);
    }
    return chain;
  }

  /** The smallest parent one step nearer the root, of the model or of the cycle it is in. */
  private String above(String id) {
    int depth = places.get(id).depth();
    Set<String> cycle = new HashSet<>(Set.of(id));
    List<String> queue = new ArrayList<>(cycle);
    String best = null;
    for (int i = 0; i < queue.size(); i++) {
      for (String parent : parents.getOrDefault(queue.get(i), List.of())) {
        Place place = places.get(parent);
        if (place.depth() == depth - 1 && (best == null || parent.compareTo(best) < 0)) {
          best = parent;
        } else if (place.depth() == depth && place.inCycle() && cycle.add(parent)) {
          queue.add(parent);
        }
      }
    }
    return best;
  }
}
