package io.github.hubgenealogy.jobs.statistics;

import io.github.hubgenealogy.jobs.policy.Relation;
import io.github.hubgenealogy.jobs.statistics.graph.PolicyGraph;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How relations follow each other, from edge to edge and along whole paths. */
final class Transitions {
  private static final int PATHS_SHOWN = 20;
  private static final List<Relation> RELATIONS = List.of(Relation.values());
  private static final int KINDS = RELATIONS.size();

  private Transitions() {}

  static void add(PolicyGraph view, StatisticsRows rows) {
    pairs(view, rows);
    paths(view, rows);
  }

  private static void pairs(PolicyGraph view, StatisticsRows rows) {
    int[][] above = new int[KINDS][view.all().models()];
    for (int e = 0; e < view.edges(); e++) {
      above[RELATIONS.indexOf(view.relation(e))][view.child(e)]++;
    }
    long[][] pairs = new long[KINDS + 1][KINDS];
    for (int e = 0; e < view.edges(); e++) {
      int parent = view.parent(e);
      int relation = RELATIONS.indexOf(view.relation(e));
      if (view.graph().parentCount(parent) == 0) {
        pairs[KINDS][relation]++;
      }
      for (int before = 0; before < KINDS; before++) {
        pairs[before][relation] += above[before][parent];
      }
    }
    for (int before = 0; before <= KINDS; before++) {
      for (int relation = 0; relation < KINDS; relation++) {
        if (pairs[before][relation] > 0) {
          rows.add(
              TableContracts.RELATION_TRANSITIONS,
              view.policy().word(),
              before == KINDS ? "root" : RELATIONS.get(before).word(),
              RELATIONS.get(relation).word(),
              pairs[before][relation]);
        }
      }
    }
  }

  private record Path(String relations, long models) {}

  /**
   * The relations along a shortest path from a root to each derived model; of several shortest
   * paths the one whose last step is from the smallest id.
   */
  private static void paths(PolicyGraph view, StatisticsRows rows) {
    int n = view.all().models();
    int[] path = new int[n];
    // A path is another path and one more relation: 0 is that of a root.
    List<String> names = new ArrayList<>(List.of(""));
    List<Long> counts = new ArrayList<>(List.of(0L));
    Map<Long, Integer> known = new HashMap<>();
    long derived = 0;
    for (int model : byDepth(view)) {
      int depth = view.depths().fewest(model);
      if (depth == 0) {
        continue;
      }
      derived++;
      for (int e = view.graph().parentsFrom(model); e < view.graph().parentsFrom(model + 1); e++) {
        int parent = view.graph().parent(e);
        if (view.depths().fewest(parent) == depth - 1) {
          int before = path[parent];
          Relation relation = view.relation(e);
          int number =
              known.computeIfAbsent(
                  (long) before * KINDS + RELATIONS.indexOf(relation),
                  step -> {
                    names.add(
                        names.get(before).isEmpty()
                            ? relation.word()
                            : names.get(before) + ">" + relation.word());
                    counts.add(0L);
                    return names.size() - 1;
                  });
          path[model] = number;
          counts.set(number, counts.get(number) + 1);
          break;
        }
      }
    }
    List<Path> order = new ArrayList<>();
    for (int i = 1; i < names.size(); i++) {
      order.add(new Path(names.get(i), counts.get(i)));
    }
    order.sort(
        Comparator.comparingLong((Path each) -> -each.models()).thenComparing(Path::relations));
    Figures.Of figures = rows.figures().of(view.policy().word());
    for (Path each : order.subList(0, Math.min(PATHS_SHOWN, order.size()))) {
      figures.share("derived_models", "relation_path", each.relations(), each.models(), derived);
    }
  }

  /** Vertices by their fewest edges from a root, a counting sort. */
  private static int[] byDepth(PolicyGraph view) {
    int[] models = view.vertices();
    int deepest = 0;
    for (int model : models) {
      deepest = Math.max(deepest, view.depths().fewest(model));
    }
    int[] start = new int[deepest + 2];
    for (int model : models) {
      start[view.depths().fewest(model) + 1]++;
    }
    for (int depth = 1; depth < start.length; depth++) {
      start[depth] += start[depth - 1];
    }
    int[] order = new int[models.length];
    for (int model : models) {
      order[start[view.depths().fewest(model)]++] = model;
    }
    return order;
  }
}
