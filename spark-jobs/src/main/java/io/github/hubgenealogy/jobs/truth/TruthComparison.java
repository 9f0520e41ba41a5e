package io.github.hubgenealogy.jobs.truth;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;

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
 * Compares a snapshot's edges and lineage with the truth, row by row, under the policies union and
 * union_no_merge.
 */
public final class TruthComparison {
  private static final List<String> CHILD_COUNTS =
      List.of("finetune", "adapter", "quantized", "merge", "unspecified");

  private static final String TEXT = "text";

  private final SnapshotTables tables;
  private final TrueGraph truth;
  private final List<String> differences = new ArrayList<>();
  private final List<String> agreements = new ArrayList<>();

  public TruthComparison(SnapshotTables tables, TrueGraph truth) {
    this.tables = tables;
    this.truth = truth;
  }

  /** What was found equal, a sentence each. */
  public List<String> agreements() {
    return agreements;
  }

  /** Compares; returns every difference, a line each. */
  public List<String> compare() throws IOException {
    compareClaims();
    compareEdges();
    BruteForce union = new BruteForce(truth.listed(), truth.edges());
    compareLineage("union", union);
    compareAncestry(union);
    List<TrueGraph.Edge> withoutMerges =
        truth.edges().stream().filter(edge -> !edge.relation().equals("merge")).toList();
    List<String> vertices = new ArrayList<>(truth.listed());
    truth.edges().forEach(edge -> vertices.add(edge.parent()));
    compareLineage("union_no_merge", new BruteForce(vertices, withoutMerges));
    return differences;
  }

  /**
   * Every claim by its place, with where it leads and why. Of the prose, where it was fetched, the
   * id is compared, since a sentence may link to it in several ways, and no relation, since the
   * truth holds none.
   */
  private void compareClaims() throws IOException {
    Map<String, String> found = new TreeMap<>();
    for (Row row :
        tables
            .read(TableContracts.CLAIMS)
            .select(
                CHILD_ID,
                SOURCE,
                POSITION,
                CLAIMED_TEXT,
                CLAIMED_ID,
                PARENT_ID,
                RESOLUTION,
                CLAIMED_RELATION)
            .collectAsList()) {
      boolean prose = row.getString(1).equals(TEXT);
      found.put(
          row.getString(0) + " " + row.getString(1) + " " + row.getInt(2),
          claim(
              prose ? row.getString(4) : row.getString(3),
              row.getString(5),
              row.getString(6),
              prose ? null : row.getString(7)));
    }
    int before = differences.size();
    int count = 0;
    Set<String> unread = unread();
    Set<String> asked = asked();
    for (Map<String, String> claim : truth.claims()) {
      if (claim.get("source").equals(TEXT) && unread.contains(claim.get("child"))) {
        continue;
      }
      count++;
      String place = claim.get("child") + " " + claim.get("source") + " " + claim.get("position");
      String claimedId = claim.get("claimed_id");
      boolean prose = claim.get("source").equals(TEXT);
      String expected =
          prose && claim.get("resolution").equals("redirected") && !asked.contains(claimedId)
              ? claim(claimedId, claimedId, "absent", null)
              : claim(
                  prose ? claimedId : claim.get("claimed_text"),
                  claim.get("parent_id"),
                  claim.get("resolution"),
                  claim.get("claimed_relation"));
      String had = found.remove(place);
      if (!expected.equals(had)) {
        differences.add("claim " + place + ": " + expected + " is true, the table has " + had);
      }
    }
    if (!truth.claims().isEmpty()) {
      found.forEach(
          (place, said) ->
              differences.add("claim " + place + ": " + said + " is in the table and not true"));
      agree(before, count + " claims, where each leads and why");
    }
  }

  /**
   * Names that the Hub was asked about. What prose alone names is not among them, since the crawl
   * reads no prose: an old name there stays an absent one.
   */
  private Set<String> asked() throws IOException {
    return new HashSet<>(
        tables
            .read(TableContracts.RAW_REDIRECTS)
            .select(ASKED_ID)
            .as(Encoders.STRING())
            .collectAsList());
  }

  /** Models whose README nobody could fetch, so that its prose says nothing here. */
  private Set<String> unread() throws IOException {
    Set<String> unread = new HashSet<>();
    tables
        .read(TableContracts.CARDS)
        .where(col(PARSE_STATUS).isin("missing", "gated", "not_fetched"))
        .select(MODEL_ID)
        .collectAsList()
        .forEach(row -> unread.add(row.getString(0)));
    return unread;
  }

  private static String claim(String text, String parent, String resolution, String relation) {
    return text + " → " + text(parent) + " " + resolution + " " + text(relation);
  }

  private static String text(String value) {
    return value == null || value.isEmpty() ? "-" : value;
  }

  private void compareEdges() throws IOException {
    Map<String, String> found = new TreeMap<>();
    for (Row row :
        tables
            .read(TableContracts.EDGES)
            .where(array_contains(col(POLICIES), "union"))
            .select(CHILD_ID, PARENT_ID, RELATION)
            .collectAsList()) {
      found.put(row.getString(0) + " → " + row.getString(1), row.getString(2));
    }
    Map<String, String> expected = truth.relations();
    int before = differences.size();
    expected.forEach(
        (pair, relation) -> {
          if (!relation.equals(found.get(pair))) {
            differences.add(
                "edge " + pair + ": " + relation + " is true, the table has " + found.get(pair));
          }
        });
    found.keySet().stream()
        .filter(pair -> !expected.containsKey(pair))
        .forEach(pair -> differences.add("edge " + pair + " is in the table and not true"));
    agree(before, expected.size() + " edges with their relations");
  }

  private void compareLineage(String policy, BruteForce truth) throws IOException {
    Map<String, BruteForce.Place> expected = truth.places();
    int before = differences.size();
    Map<String, BruteForce.Place> found = new HashMap<>();
    for (Row row :
        tables.read(TableContracts.LINEAGE).where(col(POLICY).equalTo(policy)).collectAsList()) {
      found.put(row.getAs(MODEL_ID), place(row));
    }
    expected.forEach(
        (id, place) -> {
          if (!place.equals(found.get(id))) {
            differences.add(
                policy + " " + id + ": " + place + " is true, the table has " + found.get(id));
          }
        });
    found.keySet().stream()
        .filter(id -> !expected.containsKey(id))
        .forEach(id -> differences.add(policy + " " + id + " is in the table and no vertex"));
    agree(
        before,
        expected.size()
            + " vertices' component, depths, roots, fan-out and counts under "
            + policy);
  }

  private static BruteForce.Place place(Row row) {
    Map<String, Integer> byRelation = new HashMap<>();
    for (String relation : CHILD_COUNTS) {
      int count = row.getAs(N_CHILDREN + "_" + relation);
      if (count > 0) {
        byRelation.put(relation, count);
      }
    }
    return new BruteForce.Place(
        row.getAs(COMPONENT_ID),
        row.<Long>getAs(COMPONENT_SIZE),
        row.getAs(COMPONENT_LABEL),
        row.<Boolean>getAs(IN_CYCLE),
        row.<Integer>getAs(DEPTH_MAX),
        row.<Integer>getAs(DEPTH_MIN),
        row.getAs(ROOT_ID),
        row.<Integer>getAs(N_ROOTS),
        row.<Integer>getAs(N_PARENTS),
        row.<Integer>getAs(N_CHILDREN),
        byRelation,
        row.<Integer>getAs(N_ANCESTORS),
        row.<Integer>getAs(N_DESCENDANTS));
  }

  private void compareAncestry(BruteForce truth) throws IOException {
    int before = differences.size();
    Map<String, Map<String, Integer>> left = new HashMap<>();
    truth.ancestors().forEach((id, ancestors) -> left.put(id, new HashMap<>(ancestors)));
    long pairs = 0;
    for (Row row :
        tables
            .read(TableContracts.ANCESTRY)
            .select(ANCESTOR_ID, DESCENDANT_ID, DISTANCE)
            .collectAsList()) {
      pairs++;
      Integer distance = left.getOrDefault(row.getString(1), Map.of()).remove(row.getString(0));
      if (distance == null || distance != row.getInt(2)) {
        differences.add(
            "ancestry "
                + row.getString(0)
                + " of "
                + row.getString(1)
                + ": distance "
                + distance
                + " is true, the table has "
                + row.getInt(2));
      }
    }
    left.forEach(
        (id, ancestors) ->
            ancestors
                .keySet()
                .forEach(
                    a ->
                        differences.add(
                            "ancestry " + a + " of " + id + " is true and not in the table")));
    agree(before, pairs + " pairs of ancestor and descendant");
  }

  private void agree(int before, String what) {
    if (differences.size() == before) {
      agreements.add(what);
    }
  }
}
