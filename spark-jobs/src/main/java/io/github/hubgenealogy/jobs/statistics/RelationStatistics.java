package io.github.hubgenealogy.jobs.statistics;

import io.github.hubgenealogy.jobs.policy.Relation;
import io.github.hubgenealogy.jobs.statistics.graph.HubGraph;
import io.github.hubgenealogy.jobs.statistics.graph.PolicyGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Edges by relation under one policy: shares, owners crossed, conflicts, time, tasks, libraries.
 */
final class RelationStatistics {
  private static final String EDGES = "edges";
  private static final String CHILDREN = "children";
  private static final String RELATION_SHARE = "relation_share";

  /** Tasks and libraries shown: those with most edges. */
  private static final int WORDS_SHOWN = 20;

  /**
   * The day before which the Hub's clock does not reach: 2022-03-02 stands for everything older.
   */
  private static final int FIRST_DAY = (int) java.time.LocalDate.of(2022, 3, 2).toEpochDay();

  private final PolicyGraph view;
  private final Figures.Of figures;

  private RelationStatistics(PolicyGraph view, Figures.Of figures) {
    this.view = view;
    this.figures = figures;
  }

  /** What is counted of the edges of one relation, or of all. */
  private static final class Counts {
    private long edges;
    private long children;
    private long lastChild = -1;
    private long crossing;
    private long older;
    private long conflicts;
    private long fertile;
    private final Map<Long, Long> days = new TreeMap<>();

    private void add(PolicyGraph view, int edge) {
      int child = view.child(edge);
      edges++;
      // Edges come by child.
      children += child == lastChild ? 0 : 1;
      lastChild = child;
      crossing += view.crosses(edge) ? 1 : 0;
      older += view.childOlder(edge) ? 1 : 0;
      conflicts += view.conflict(edge) ? 1 : 0;
      fertile += view.graph().childCount(child) > 0 ? 1 : 0;
      int born = view.all().day(child);
      int parentBorn = view.all().day(view.parent(edge));
      if (born != HubGraph.NO_DAY && parentBorn != HubGraph.NO_DAY && parentBorn > FIRST_DAY) {
        days.merge((long) born - parentBorn, 1L, Long::sum);
      }
    }
  }

  static void add(PolicyGraph view, StatisticsRows rows) {
    RelationStatistics statistics =
        new RelationStatistics(view, rows.figures().of(view.policy().word()));
    statistics.relations();
    statistics.mergeBases();
    statistics.by("task", HubGraph.TASK);
    statistics.by("library", HubGraph.LIBRARY);
  }

  private void relations() {
    Counts all = new Counts();
    Map<Relation, Counts> relations = new EnumMap<>(Relation.class);
    for (int e = 0; e < view.edges(); e++) {
      all.add(view, e);
      relations.computeIfAbsent(view.relation(e), relation -> new Counts()).add(view, e);
    }
    figures.count(EDGES, EDGES, "", all.edges, EDGES);
    figures.count(CHILDREN, CHILDREN, "", all.children, "models");
    counts("", all);
    relations.forEach(
        (relation, counts) -> {
          String word = relation.word();
          figures.share(EDGES, RELATION_SHARE, word, counts.edges, all.edges);
          figures.share(CHILDREN, RELATION_SHARE, word, counts.children, all.children);
          counts(word, counts);
        });
  }

  private void counts(String key, Counts counts) {
    figures.share(EDGES, "owner_crossing", key, counts.crossing, counts.edges);
    figures.share(EDGES, "child_older_than_parent", key, counts.older, counts.edges);
    figures.share(EDGES, "relation_conflict", key, counts.conflicts, counts.edges);
    figures.share(EDGES, "child_has_children", key, counts.fertile, counts.edges);
    Tally days = Tally.of(counts.days);
    figures.share("edges_dated", "edges_dated", key, days.total(), counts.edges);
    for (int percent : new int[] {10, 25, 50, 75, 90}) {
      figures.count(
          "edges_dated", "days_after_parent_p" + percent, key, days.quantile(percent), "days");
    }
  }

  /** How many parents the merges have. */
  private void mergeBases() {
    Map<Long, Long> bases = new TreeMap<>();
    int e = 0;
    while (e < view.edges()) {
      int child = view.child(e);
      long merged = 0;
      for (; e < view.edges() && view.child(e) == child; e++) {
        merged += view.relation(e) == Relation.MERGE ? 1 : 0;
      }
      if (merged > 0) {
        bases.merge(merged, 1L, Long::sum);
      }
    }
    Tally tally = Tally.of(bases);
    figures.mean("merges", "bases_mean", "", tally.sum(), tally.total(), "models");
    figures.count("merges", "bases_maximum", "", tally.maximum(), "models");
    bases.forEach(
        (count, merges) -> figures.share("merges", "bases", "" + count, merges, tally.total()));
  }

  private record Word(String word, long edges) {}

  /** Relations by the child's task or library, for those with most edges. */
  private void by(String name, int column) {
    int words = view.all().words(column).size();
    Map<Relation, long[]> counts = new EnumMap<>(Relation.class);
    long[] all = new long[words];
    long[] crossing = new long[words];
    for (int e = 0; e < view.edges(); e++) {
      int word = view.all().number(column, view.child(e));
      if (word >= 0) {
        all[word]++;
        counts.computeIfAbsent(view.relation(e), relation -> new long[words])[word]++;
        crossing[word] += view.crosses(e) ? 1 : 0;
      }
    }
    List<Word> order = new ArrayList<>();
    Map<String, Integer> numbers = new TreeMap<>();
    for (int word = 0; word < words; word++) {
      if (all[word] > 0) {
        order.add(new Word(view.all().words(column).word(word), all[word]));
        numbers.put(view.all().words(column).word(word), word);
      }
    }
    order.sort(Comparator.comparingLong((Word word) -> -word.edges()).thenComparing(Word::word));
    for (Word each : order.subList(0, Math.min(WORDS_SHOWN, order.size()))) {
      int word = numbers.get(each.word());
      figures.share(EDGES, "by_" + name, each.word(), each.edges(), view.edges());
      figures.share(EDGES, "owner_crossing_by_" + name, each.word(), crossing[word], each.edges());
      counts.forEach(
          (relation, of) ->
              figures.share(
                  EDGES,
                  "relation_share_by_" + name,
                  each.word() + "/" + relation.word(),
                  of[word],
                  each.edges()));
    }
  }
}
