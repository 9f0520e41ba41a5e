package io.github.hubgenealogy.jobs.statistics;

import io.github.hubgenealogy.jobs.lineage.kernel.Components;
import io.github.hubgenealogy.jobs.policy.Relation;
import io.github.hubgenealogy.jobs.statistics.graph.HubGraph;
import io.github.hubgenealogy.jobs.statistics.graph.LicenseGroup;
import io.github.hubgenealogy.jobs.statistics.graph.PolicyGraph;
import io.github.hubgenealogy.jobs.statistics.graph.Trait;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * How traits change from parent to child under one policy, by relation and by the tool that wrote
 * the child's card. Edges of one family are not independent: intervals come from sums by component
 * of the graph without merges.
 */
final class Drift {
  private static final String ALL = "all";
  private static final List<Relation> RELATIONS = List.of(Relation.values());

  private final PolicyGraph view;
  private final HubGraph all;
  private final StatisticsRows rows;

  /** Edges between listed models, by component and by parent. */
  private final int[] byCluster;

  private final int[] byParent;

  /** Of each edge: the child's component, and the cell of sums that it belongs to. */
  private final int[] cluster;

  private final int[] cell;
  private final String[] strata;

  private Drift(PolicyGraph view, Components clusters, StatisticsRows rows) {
    this.view = view;
    this.all = view.all();
    this.rows = rows;
    int generators = all.words(HubGraph.GENERATED_BY).size();
    this.strata = new String[generators + 2];
    strata[0] = ALL;
    strata[1] = "none";
    for (int g = 0; g < generators; g++) {
      strata[g + 2] = all.words(HubGraph.GENERATED_BY).word(g);
    }
    this.cluster = new int[view.edges()];
    this.cell = new int[view.edges()];
    for (int e = 0; e < cell.length; e++) {
      int child = view.child(e);
      int stratum = Math.max(1, 2 + all.number(HubGraph.GENERATED_BY, child));
      cluster[e] = clusters.of(child);
      cell[e] = (1 + RELATIONS.indexOf(view.relation(e))) * strata.length + stratum;
    }
    this.byCluster = sorted(edge -> cluster[edge]);
    this.byParent = sorted(view::parent);
  }

  static void add(PolicyGraph view, Components clusters, StatisticsRows rows) {
    Drift drift = new Drift(view, clusters, rows);
    for (Trait trait : Trait.values()) {
      drift.trait(trait);
    }
    drift.licenses();
  }

  private int[] sorted(IntUnaryOperator group) {
    long[] order = new long[view.edges()];
    int n = 0;
    for (int e = 0; e < view.edges(); e++) {
      if (all.isListed(view.child(e)) && all.isListed(view.parent(e))) {
        order[n++] = (long) group.applyAsInt(e) << 32 | e;
      }
    }
    Arrays.sort(order, 0, n);
    return Arrays.stream(order, 0, n).mapToInt(each -> (int) each).toArray();
  }

  private void trait(Trait trait) {
    TraitSets sets = new TraitSets(all, trait);
    DriftSums[][] sums = new DriftSums[RELATIONS.size() + 1][strata.length];
    double[] distances = new double[view.edges()];
    DriftPass clusters = new DriftPass(sums, false);
    for (int edge : byCluster) {
      int child = sets.number(view.child(edge));
      int parent = sets.number(view.parent(edge));
      distances[edge] = child < 0 || parent < 0 ? -1 : sets.distance(child, parent);
      clusters.add(cluster[edge], cell[edge], child, parent, distances[edge]);
    }
    clusters.close();
    DriftPass parents = new DriftPass(sums, true);
    for (int edge : byParent) {
      int child = sets.number(view.child(edge));
      int parent = sets.number(view.parent(edge));
      parents.add(view.parent(edge), cell[edge], child, parent, distances[edge]);
    }
    parents.close();
    for (int relation = 0; relation < sums.length; relation++) {
      for (int stratum = 0; stratum < strata.length; stratum++) {
        if (sums[relation][stratum] != null) {
          write(
              trait,
              relation == 0 ? ALL : RELATIONS.get(relation - 1).word(),
              strata[stratum],
              sums[relation][stratum]);
        }
      }
    }
  }

  private void write(Trait trait, String relation, String stratum, DriftSums sums) {
    Double mean = sums.mean();
    Double error = sums.error();
    rows.add(
        TableContracts.TRAIT_DRIFT,
        view.policy().word(),
        trait.word(),
        relation,
        stratum,
        sums.edges,
        sums.kept,
        sums.changed,
        sums.dropped,
        sums.added,
        Figures.rounded(mean),
        error == null ? null : Figures.rounded(Math.max(0, mean - DriftSums.Z95 * error)),
        error == null ? null : Figures.rounded(Math.min(1, mean + DriftSums.Z95 * error)),
        sums.clusters,
        Figures.rounded(sums.parents == 0 ? null : (Double) (sums.parentMeans / sums.parents)),
        sums.parents);
  }

  /** Which group of licences follows which, where both have a rank. */
  private void licenses() {
    List<LicenseGroup> ranks = List.of(LicenseGroup.values());
    long[][] steps = new long[ranks.size()][ranks.size()];
    long ranked = 0;
    long looser = 0;
    long stricter = 0;
    int[] groups = new int[all.words(HubGraph.LICENSES).size()];
    for (int set = 0; set < groups.length; set++) {
      LicenseGroup group = LicenseGroup.strictest(all.words(HubGraph.LICENSES).members(set));
      groups[set] = group.ranks() ? ranks.indexOf(group) : -1;
    }
    for (int edge : byParent) {
      int child = all.number(HubGraph.LICENSES, view.child(edge));
      int parent = all.number(HubGraph.LICENSES, view.parent(edge));
      if (child < 0 || parent < 0 || groups[child] < 0 || groups[parent] < 0) {
        continue;
      }
      ranked++;
      looser += groups[child] < groups[parent] ? 1 : 0;
      stricter += groups[child] > groups[parent] ? 1 : 0;
      steps[groups[parent]][groups[child]]++;
    }
    Figures.Of figures = rows.figures().of(view.policy().word());
    String population = "edges_with_license_groups";
    figures.share(population, "license_looser", "", looser, ranked);
    figures.share(population, "license_stricter", "", stricter, ranked);
    Map<String, Long> told = new TreeMap<>();
    for (int parent = 0; parent < steps.length; parent++) {
      for (int child = 0; child < steps.length; child++) {
        if (steps[parent][child] > 0) {
          told.put(ranks.get(parent).word() + ">" + ranks.get(child).word(), steps[parent][child]);
        }
      }
    }
    for (Map.Entry<String, Long> step : told.entrySet()) {
      figures.share(population, "license_step", step.getKey(), step.getValue(), ranked);
    }
  }
}
