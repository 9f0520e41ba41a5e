package io.github.hubgenealogy.jobs.statistics;

import io.github.hubgenealogy.jobs.statistics.graph.HubGraph;
import io.github.hubgenealogy.jobs.statistics.graph.PolicyGraph;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Listed models by month of creation and relation under one policy. */
final class Growth {
  /** The first month of the Hub's clock: everything older bears it. */
  private static final YearMonth FIRST = YearMonth.of(2022, 3);

  private Growth() {}

  static void add(PolicyGraph view, StatisticsRows rows) {
    Map<String, Map<String, Long>> counts = new TreeMap<>();
    Months months = new Months();
    for (int model : view.vertices()) {
      if (view.all().isListed(model)) {
        counts
            .computeIfAbsent(months.of(view.all().day(model)), month -> new TreeMap<>())
            .merge(relation(view, model), 1L, Long::sum);
      }
    }
    counts.forEach(
        (month, relations) ->
            relations.forEach(
                (relation, models) ->
                    rows.add(
                        TableContracts.GROWTH, view.policy().word(), month, relation, models)));
  }

  /** The relation if all edges agree, mixed if not, root without edge. */
  private static String relation(PolicyGraph view, int model) {
    int first = view.graph().parentsFrom(model);
    int end = view.graph().parentsFrom(model + 1);
    if (first == end) {
      return "root";
    }
    for (int e = first + 1; e < end; e++) {
      if (view.relation(e) != view.relation(first)) {
        return "mixed";
      }
    }
    return view.relation(first).word();
  }

  /** Months of days, each spelt once. */
  static final class Months {
    private final Map<Integer, String> known = new HashMap<>();

    /** Year and month; empty without a day; March 2022 for all that is older. */
    String of(int day) {
      if (day == HubGraph.NO_DAY) {
        return "";
      }
      return known.computeIfAbsent(
          day,
          each -> {
            YearMonth month = YearMonth.from(LocalDate.ofEpochDay(each));
            return (month.isBefore(FIRST) ? FIRST : month).toString();
          });
    }
  }
}
