package io.github.hubgenealogy.jobs.statistics;

import io.github.hubgenealogy.jobs.statistics.graph.HubGraph;
import io.github.hubgenealogy.jobs.statistics.graph.PolicyGraph;
import io.github.hubgenealogy.lake.contract.TableContracts;

/** How unequally things are spread over models and owners: rows of table concentration. */
final class Concentration {
  private Concentration() {}

  /** Over the owners of a policy's vertices; names without owner are left out. */
  static void addOwners(PolicyGraph view, StatisticsRows rows) {
    HubGraph all = view.all();
    int owners = all.words(HubGraph.OWNER).size();
    long[] models = new long[owners];
    long[] children = new long[owners];
    long[] downloads = new long[owners];
    for (int model : view.vertices()) {
      int owner = all.number(HubGraph.OWNER, model);
      if (owner >= 0) {
        models[owner]++;
        children[owner] += view.graph().childCount(model);
        downloads[owner] += Math.max(0, all.downloads(model));
      }
    }
    String policy = view.policy().word();
    add(policy, "owner_models", held(models, models), rows);
    add(policy, "owner_children", held(children, models), rows);
    add(policy, "owner_downloads", held(downloads, models), rows);
    long[] ofModels = new long[view.vertices().length];
    int at = 0;
    for (int model : view.vertices()) {
      ofModels[at++] = Math.max(0, all.downloads(model));
    }
    add(policy, "downloads", Tally.ofAll(ofModels), rows);
  }

  /** Owners without a vertex under this policy are no holders. */
  private static Tally held(long[] amount, long[] models) {
    long[] kept = new long[amount.length];
    int n = 0;
    for (int owner = 0; owner < amount.length; owner++) {
      if (models[owner] > 0) {
        kept[n++] = amount[owner];
      }
    }
    return Tally.ofAll(java.util.Arrays.copyOf(kept, n));
  }

  static void add(String policy, String measure, Tally amounts, StatisticsRows rows) {
    long holders = amounts.total();
    long total = amounts.sum();
    rows.add(
        TableContracts.CONCENTRATION,
        policy,
        measure,
        holders,
        total,
        amounts.gini(),
        amounts.hhi(),
        Figures.ratio(amounts.sumOfTop(10), total),
        Figures.ratio(amounts.sumOfTop(100), total),
        Figures.ratio(amounts.sumOfTop((holders + 99) / 100), total));
  }
}
