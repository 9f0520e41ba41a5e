package io.github.hubgenealogy.jobs.report;

import io.github.hubgenealogy.jobs.pipeline.StageRun;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The tables of {@code stats/} in memory, by what the report asks of them. */
final class Statistics {
  /** One figure: null value where it is undefined. */
  record Value(Double value, Long numerator, Long denominator, String unit) {}

  private final Map<List<String>, Value> figures = new HashMap<>();
  private final List<Object[]> fanOut;
  private final List<Object[]> depths;
  private final List<Object[]> sizes;
  private final List<Object[]> top;
  private final List<Object[]> completeness;
  private final List<Object[]> growth;

  Statistics(StageRun run) throws IOException {
    for (Object[] row : run.rows(TableContracts.STATISTICS)) {
      figures.put(
          List.of((String) row[2], (String) row[3], (String) row[4], (String) row[5]),
          new Value((Double) row[6], (Long) row[7], (Long) row[8], (String) row[9]));
    }
    fanOut = run.rows(TableContracts.FAN_OUT);
    depths = run.rows(TableContracts.DEPTHS);
    sizes = run.rows(TableContracts.COMPONENT_SIZES);
    top = run.rows(TableContracts.TOP_MODELS);
    completeness = run.rows(TableContracts.COMPLETENESS);
    growth = run.rows(TableContracts.GROWTH);
  }

  /** A figure, or null where it was not computed. */
  Value figure(String policy, String population, String statistic, String key) {
    return figures.get(List.of(policy, population, statistic, key));
  }

  NavigableMap<Long, Long> fanOut(String policy, String measure) {
    return counts(fanOut, policy, measure);
  }

  NavigableMap<Long, Long> depths(String policy, String measure) {
    return counts(depths, policy, measure);
  }

  private static NavigableMap<Long, Long> counts(
      List<Object[]> rows, String policy, String measure) {
    NavigableMap<Long, Long> counts = new TreeMap<>();
    for (Object[] row : rows) {
      if (row[0].equals(policy) && row[1].equals(measure)) {
        counts.put(((Number) row[2]).longValue(), (Long) row[3]);
      }
    }
    return counts;
  }

  NavigableMap<Long, Long> componentSizes(String policy) {
    NavigableMap<Long, Long> counts = new TreeMap<>();
    for (Object[] row : sizes) {
      if (row[0].equals(policy)) {
        counts.put((Long) row[1], (Long) row[2]);
      }
    }
    return counts;
  }

  /** Rank, model and value of the first so many. */
  List<List<Object>> top(String policy, String measure, int most) {
    List<List<Object>> rows = new ArrayList<>();
    for (Object[] row : top) {
      if (row[0].equals(policy) && row[1].equals(measure) && (Integer) row[2] <= most) {
        rows.add(List.of(row[2], row[3], row[4]));
      }
    }
    return rows;
  }

  /** Subject, outcome, rows. */
  List<Object[]> completeness() {
    return completeness;
  }

  /** Month, relation, models. */
  List<Object[]> growth() {
    return growth;
  }
}
