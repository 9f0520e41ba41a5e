package io.github.hubgenealogy.jobs.statistics;

import io.github.hubgenealogy.jobs.policy.Relation;
import io.github.hubgenealogy.jobs.statistics.graph.PolicyGraph;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** Children and descendants under one policy: how many have how many, and how few hold how much. */
final class FanOutStatistics {
  /** Models kept of each ranking. */
  static final int KEPT = 100;

  static final String CHILDREN = "children";
  static final String DESCENDANTS = "descendants";
  static final String SINGLE_PARENT = "fan_out_single_parent";
  private static final String MODELS = "models";
  private static final String HAVING_ANY = "models_having_any";
  private static final int[] COVERED_PERCENT = {50, 80, 90};

  private final PolicyGraph view;
  private final int[] models;
  private final StatisticsRows rows;
  private final Figures.Of figures;

  private FanOutStatistics(PolicyGraph view, StatisticsRows rows) {
    this.view = view;
    this.models = view.vertices();
    this.rows = rows;
    this.figures = rows.figures().of(view.policy().word());
  }

  static void add(PolicyGraph view, StatisticsRows rows) {
    FanOutStatistics statistics = new FanOutStatistics(view, rows);
    Map<String, IntUnaryOperator> measures = statistics.measures();
    measures.forEach(statistics::measure);
    for (String measure : List.of(CHILDREN, DESCENDANTS, SINGLE_PARENT)) {
      statistics.ranking(measure, measures.get(measure));
    }
    statistics.components();
    statistics.roots();
  }

  private Map<String, IntUnaryOperator> measures() {
    int n = view.all().models();
    int[] single = new int[n];
    Map<Relation, int[]> byRelation = new LinkedHashMap<>();
    for (Relation relation : Relation.values()) {
      byRelation.put(relation, new int[n]);
    }
    for (int e = 0; e < view.edges(); e++) {
      byRelation.get(view.relation(e))[view.parent(e)]++;
      if (view.graph().parentCount(view.child(e)) == 1) {
        single[view.parent(e)]++;
      }
    }
    Map<String, IntUnaryOperator> measures = new LinkedHashMap<>();
    measures.put(CHILDREN, view.graph()::childCount);
    byRelation.forEach(
        (relation, counts) ->
            measures.put(CHILDREN + "_" + relation.word(), model -> counts[model]));
    measures.put(SINGLE_PARENT, model -> single[model]);
    measures.put(DESCENDANTS, view.closure()::descendantCount);
    return measures;
  }

  private void measure(String measure, IntUnaryOperator number) {
    Tally tally = Tally.of(models, view.all().models(), number);
    long sum = tally.sum();
    Tally having = tally.from(1);
    figures.count(MODELS, "maximum", measure, tally.maximum(), MODELS);
    figures.mean(MODELS, "mean", measure, sum, models.length, MODELS);
    figures.mean(HAVING_ANY, "mean", measure, sum, having.total(), MODELS);
    figures.count(HAVING_ANY, "median", measure, having.median(), MODELS);
    figures.count(MODELS, "median", measure, tally.median(), MODELS);
    figures.share(MODELS, "having_any", measure, having.total(), models.length);
    figures.share(MODELS, "held_by_top_10", measure, tally.sumOfTop(10), sum);
    figures.share(MODELS, "held_by_top_100", measure, tally.sumOfTop(100), sum);
    figures.share(
        MODELS, "held_by_top_percent", measure, tally.sumOfTop((models.length + 99) / 100), sum);
    tally
        .counts()
        .forEach(
            (value, count) ->
                rows.add(TableContracts.FAN_OUT, figures.policy(), measure, value, count));
    if (measure.equals(CHILDREN) || measure.equals(DESCENDANTS)) {
      Concentration.add(figures.policy(), measure, tally, rows);
      Tails.add(figures.policy(), measure, having, rows);
    }
  }

  private record Entry(int model, long value) {}

  private void ranking(String measure, IntUnaryOperator number) {
    long cut = Tally.of(models, view.all().models(), number).cutFor(KEPT);
    List<Entry> found = new ArrayList<>();
    for (int model : models) {
      if (number.applyAsInt(model) >= cut) {
        found.add(new Entry(model, number.applyAsInt(model)));
      }
    }
    ranked(measure, found);
  }

  /** The largest components by their labels, the members with most descendants. */
  private void components() {
    int n = view.all().models();
    int[] label = new int[n];
    java.util.Arrays.fill(label, -1);
    for (int model : models) {
      int component = view.components().of(model);
      int best = label[component];
      if (best < 0
          || view.closure().descendantCount(model) > view.closure().descendantCount(best)) {
        label[component] = model;
      }
    }
    long cut =
        Tally.of(models, n, m -> view.components().of(m) == m ? view.components().sizeOf(m) : -1)
            .cutFor(KEPT);
    List<Entry> found = new ArrayList<>();
    for (int model : models) {
      int size = view.components().sizeOf(model);
      if (view.components().of(model) == model && size >= Math.max(2, cut)) {
        found.add(new Entry(label[model], size));
      }
    }
    ranked("component_size", found);
  }

  /** The order of ranks is that of the ids. */
  private void ranked(String measure, List<Entry> found) {
    found.sort(
        Comparator.comparingLong((Entry entry) -> -entry.value()).thenComparingInt(Entry::model));
    for (int i = 0; i < Math.min(KEPT, found.size()); i++) {
      rows.add(
          TableContracts.TOP_MODELS,
          figures.policy(),
          measure,
          i + 1,
          view.all().id(found.get(i).model()),
          found.get(i).value());
    }
  }

  /**
   * How many roots, those with most descendants first, it takes until so many of the derived models
   * descend from one of them. A cycle at the top is one root, its smallest member.
   */
  private void roots() {
    List<Entry> roots = new ArrayList<>();
    BitSet cycles = new BitSet();
    long derived = 0;
    for (int model : models) {
      if (!view.isRoot(model)) {
        derived++;
      } else if (view.graph().childCount(model) > 0 && !cycles.get(view.condensation().of(model))) {
        cycles.set(view.condensation().of(model));
        roots.add(new Entry(model, view.closure().descendantCount(model)));
      }
    }
    roots.sort(
        Comparator.comparingLong((Entry entry) -> -entry.value()).thenComparingInt(Entry::model));
    BitSet seen = new BitSet(view.all().models());
    int[] queue = new int[models.length];
    long covered = 0;
    int taken = 0;
    int next = 0;
    for (int percent : COVERED_PERCENT) {
      while (100 * covered < percent * derived && next < roots.size()) {
        covered += cover(roots.get(next++).model(), seen, queue);
        taken++;
      }
      figures.share("roots", "roots_covering", percent + " %", taken, roots.size());
    }
  }

  /** Marks all below a root; what is marked already has all below it marked, too. */
  private long cover(int root, BitSet seen, int[] queue) {
    int tail = 0;
    queue[tail++] = root;
    seen.set(root);
    long derived = 0;
    for (int head = 0; head < tail; head++) {
      int model = queue[head];
      derived += view.isRoot(model) ? 0 : 1;
      for (int e = view.graph().childrenFrom(model);
          e < view.graph().childrenFrom(model + 1);
          e++) {
        int child = view.graph().child(e);
        if (!seen.get(child)) {
          seen.set(child);
          queue[tail++] = child;
        }
      }
    }
    return derived;
  }
}
