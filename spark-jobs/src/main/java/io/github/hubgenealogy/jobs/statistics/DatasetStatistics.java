package io.github.hubgenealogy.jobs.statistics;

import io.github.hubgenealogy.jobs.statistics.graph.HubGraph;
import io.github.hubgenealogy.jobs.statistics.graph.PolicyGraph;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Datasets that models name: how many models each, how many lie downstream, and how they tie
 * components together.
 */
final class DatasetStatistics {
  private static final int KEPT = 100;

  private final PolicyGraph view;
  private final HubGraph all;
  private final boolean[] present;

  /** The mentions by dataset: where each dataset's begin, and the models. */
  private final int[] start;

  private final int[] models;

  private DatasetStatistics(PolicyGraph view) {
    this.view = view;
    this.all = view.all();
    this.present = new boolean[all.models()];
    for (int model : view.vertices()) {
      present[model] = true;
    }
    start = new int[all.datasets().size() + 1];
    for (int i = 0; i < all.mentions(); i++) {
      start[all.dataset(i) + 1] += present[all.datasetModel(i)] ? 1 : 0;
    }
    for (int d = 1; d < start.length; d++) {
      start[d] += start[d - 1];
    }
    models = new int[start[start.length - 1]];
    int[] next = start.clone();
    for (int i = 0; i < all.mentions(); i++) {
      if (present[all.datasetModel(i)]) {
        models[next[all.dataset(i)]++] = all.datasetModel(i);
      }
    }
  }

  static void add(PolicyGraph view, StatisticsRows rows) {
    DatasetStatistics statistics = new DatasetStatistics(view);
    Figures.Of figures = rows.figures().of(view.policy().word());
    statistics.fanOut(figures, rows);
    statistics.components(figures);
  }

  private record Entry(int dataset, long value) {}

  private void fanOut(Figures.Of figures, StatisticsRows rows) {
    List<Entry> named = new ArrayList<>();
    for (int d = 0; d + 1 < start.length; d++) {
      if (start[d + 1] > start[d]) {
        named.add(new Entry(d, start[d + 1] - start[d]));
      }
    }
    Tally tally = Tally.ofEach(named, entry -> (int) entry.value());
    long naming = Arrays.stream(models).distinct().count();
    figures.count("datasets", "datasets", "", named.size(), "datasets");
    figures.share("models", "naming_a_dataset", "", naming, view.vertices().length);
    figures.count("datasets", "models_maximum", "", tally.maximum(), "models");
    figures.mean("datasets", "models_mean", "", tally.sum(), tally.total(), "models");
    figures.count("datasets", "models_median", "", tally.median(), "models");
    figures.share("datasets", "held_by_top_10", "models", tally.sumOfTop(10), tally.sum());
    List<Entry> top = ranked(named);
    write("models", top, rows);
    int[] stamp = new int[all.models()];
    int[] queue = new int[all.models()];
    List<Entry> downstream = new ArrayList<>();
    for (Entry entry : top) {
      downstream.add(new Entry(entry.dataset(), downstream(entry.dataset(), stamp, queue)));
    }
    List<Entry> order = ranked(downstream);
    write("models_downstream", order, rows);
    figures.count(
        "datasets",
        "models_downstream_maximum",
        "",
        order.isEmpty() ? 0 : order.get(0).value(),
        "models");
  }

  /** Datasets are numbered by their names' order. */
  private static List<Entry> ranked(List<Entry> entries) {
    return entries.stream()
        .sorted(
            Comparator.comparingLong((Entry entry) -> -entry.value())
                .thenComparingInt(Entry::dataset))
        .limit(KEPT)
        .toList();
  }

  private void write(String measure, List<Entry> entries, StatisticsRows rows) {
    for (int i = 0; i < entries.size(); i++) {
      rows.add(
          TableContracts.TOP_DATASETS,
          view.policy().word(),
          measure,
          i + 1,
          all.datasets().word(entries.get(i).dataset()),
          entries.get(i).value());
    }
  }

  private int downstream(int dataset, int[] stamp, int[] queue) {
    int tail = 0;
    for (int i = start[dataset]; i < start[dataset + 1]; i++) {
      stamp[models[i]] = dataset + 1;
      queue[tail++] = models[i];
    }
    for (int head = 0; head < tail; head++) {
      int model = queue[head];
      for (int e = view.graph().childrenFrom(model);
          e < view.graph().childrenFrom(model + 1);
          e++) {
        int child = view.graph().child(e);
        if (stamp[child] != dataset + 1) {
          stamp[child] = dataset + 1;
          queue[tail++] = child;
        }
      }
    }
    return tail;
  }

  /** Components of models and datasets together: a popular dataset makes families one. */
  private void components(Figures.Of figures) {
    int n = all.models();
    int[] up = new int[n + start.length - 1];
    Arrays.setAll(up, v -> v < n ? view.components().of(v) : v);
    for (int d = 0; d + 1 < start.length; d++) {
      for (int i = start[d]; i < start[d + 1]; i++) {
        int one = find(up, models[i]);
        int other = find(up, n + d);
        up[Math.max(one, other)] = Math.min(one, other);
      }
    }
    int[] size = new int[up.length];
    long vertices = 0;
    for (int v = 0; v < up.length; v++) {
      boolean counted = v < n ? present[v] : start[v - n + 1] > start[v - n];
      if (counted) {
        vertices++;
        size[find(up, v)]++;
      }
    }
    long components = Arrays.stream(size).filter(each -> each > 0).count();
    figures.count("models_and_datasets", "components_with_datasets", "", components, "components");
    figures.share(
        "models_and_datasets",
        "largest_component_with_datasets",
        "",
        Arrays.stream(size).max().orElse(0),
        vertices);
  }

  private static int find(int[] up, int vertex) {
    int v = vertex;
    while (up[v] != v) {
      up[v] = up[up[v]];
      v = up[v];
    }
    return v;
  }
}
