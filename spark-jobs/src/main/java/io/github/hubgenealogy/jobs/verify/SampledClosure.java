package io.github.hubgenealogy.jobs.verify;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;

import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * The ancestors of some models, found by walking the edges step by step, against the rows of
 * ancestry. The models are those of the smallest SHA-256 among derived models, so that everybody
 * checks the same ones.
 */
final class SampledClosure {
  private static final int SAMPLE = 200;
  private static final String POLICY_OF_ANCESTRY = "union";

  private final SnapshotTables tables;
  private final Findings findings;

  SampledClosure(SnapshotTables tables, Findings findings) {
    this.tables = tables;
    this.findings = findings;
  }

  void run() throws IOException {
    List<String> sample =
        tables
            .read(TableContracts.LINEAGE)
            .where(col(POLICY).equalTo(POLICY_OF_ANCESTRY))
            .where(col(N_PARENTS).gt(0).and(col(CLOSURE_CAPPED).equalTo(lit(false))))
            .select(MODEL_ID)
            .orderBy(sha2(col(MODEL_ID), 256))
            .limit(SAMPLE)
            .as(Encoders.STRING())
            .collectAsList();
    Map<String, List<String>> parents = parents(sample);
    Map<String, Map<String, Integer>> told = new HashMap<>();
    tables
        .read(TableContracts.ANCESTRY)
        .where(col(DESCENDANT_ID).isin(sample.toArray()))
        .select(DESCENDANT_ID, ANCESTOR_ID, DISTANCE)
        .collectAsList()
        .forEach(
            row ->
                told.computeIfAbsent(row.getString(0), id -> new TreeMap<>())
                    .put(row.getString(1), row.getInt(2)));
    long broken =
        sample.stream()
            .filter(id -> !walk(id, parents).equals(told.getOrDefault(id, Map.of())))
            .count();
    findings.rule(
        TableContracts.ANCESTRY.name(),
        "ancestors and distances of " + sample.size() + " models as a walk over the edges has them",
        broken);
  }

  /** The parents of these models, of those, and so on: one scan of the edges a generation. */
  private Map<String, List<String>> parents(List<String> sample) throws IOException {
    Map<String, List<String>> parents = new HashMap<>();
    List<String> front = sample;
    while (!front.isEmpty()) {
      Set<String> next = new HashSet<>();
      front.forEach(id -> parents.put(id, new ArrayList<>()));
      for (Row edge :
          tables
              .read(TableContracts.EDGES)
              .where(col(CHILD_ID).isin(front.toArray()))
              .where(array_contains(col(POLICIES), POLICY_OF_ANCESTRY))
              .select(CHILD_ID, PARENT_ID)
              .collectAsList()) {
        parents.get(edge.getString(0)).add(edge.getString(1));
        if (!parents.containsKey(edge.getString(1))) {
          next.add(edge.getString(1));
        }
      }
      front = List.copyOf(next);
    }
    return parents;
  }

  /** Ancestors with the fewest edges to each; never the model itself. */
  private static Map<String, Integer> walk(String from, Map<String, List<String>> parents) {
    Map<String, Integer> distances = new TreeMap<>();
    List<String> front = List.of(from);
    for (int distance = 1; !front.isEmpty(); distance++) {
      List<String> next = new ArrayList<>();
      for (String id : front) {
        for (String parent : parents.get(id)) {
          if (!parent.equals(from) && distances.putIfAbsent(parent, distance) == null) {
            next.add(parent);
          }
        }
      }
      front = next;
    }
    return distances;
  }
}
