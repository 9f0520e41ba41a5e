package io.github.hubgenealogy.jobs.report;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.TableFileReader;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The tables of {@code stats/} of one snapshot in memory, by what the report asks of them. */
final class Statistics {
  /** One figure: null value where it is undefined. */
  record Value(Double value, Long numerator, Long denominator, String unit) {
    /** As a cell: a count, a count with its share, or a number. */
    Object cell() {
      if (numerator == null) {
        return value;
      }
      return denominator == null || !unit.equals("share")
          ? denominator == null ? (Object) numerator : value
          : new Share(numerator, value);
    }
  }

  private final Snapshot snapshot;
  private final Map<List<String>, Value> figures = new HashMap<>();
  private final Map<String, NavigableMap<String, Value>> keyed = new HashMap<>();
  private final Map<TableContract, List<Object[]>> tables = new HashMap<>();

  /** Reads statistics; further tables are read when they are asked for. */
  Statistics(Snapshot snapshot) throws IOException {
    this.snapshot = snapshot;
    for (Object[] row : read(snapshot, TableContracts.STATISTICS)) {
      List<String> name =
          List.of((String) row[2], (String) row[3], (String) row[4], (String) row[5]);
      Value value = new Value((Double) row[6], (Long) row[7], (Long) row[8], (String) row[9]);
      figures.put(name, value);
      keyed
          .computeIfAbsent(String.join(" ", name.subList(0, 3)), key -> new TreeMap<>())
          .put(name.get(3), value);
    }
  }

  private static List<Object[]> read(Snapshot snapshot, TableContract table) throws IOException {
    List<Object[]> rows = new ArrayList<>();
    if (snapshot.seal(table).isEmpty()) {
      return rows;
    }
    for (String path : snapshot.dataPaths(table)) {
      try (TableFileReader file = new TableFileReader(snapshot.files(), path, table)) {
        for (Object[] row = file.next(); row != null; row = file.next()) {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  Snapshot snapshot() {
    return snapshot;
  }

  /** A figure, or null where it was not computed. */
  Value figure(String policy, String population, String statistic, String key) {
    return figures.get(List.of(policy, population, statistic, key));
  }

  /** A figure as a cell, null where there is none. */
  Object cell(String policy, String population, String statistic, String key) {
    Value value = figure(policy, population, statistic, key);
    return value == null ? null : value.cell();
  }

  /** The count of a figure; 0 where it was not computed. */
  long count(String policy, String population, String statistic, String key) {
    Value value = figure(policy, population, statistic, key);
    return value == null || value.numerator() == null ? 0 : value.numerator();
  }

  /** All keys of a statistic. */
  NavigableMap<String, Value> keys(String policy, String population, String statistic) {
    return keyed.getOrDefault(policy + " " + population + " " + statistic, new TreeMap<>());
  }

  /** All rows of a table, in its order; none where the snapshot has no such table. */
  List<Object[]> rows(TableContract table) {
    return tables.computeIfAbsent(
        table,
        wanted -> {
          try {
            return read(snapshot, wanted);
          } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
          }
        });
  }

  /** Rows of a table whose first column is the policy. */
  List<Object[]> rows(TableContract table, String policy) {
    return rows(table).stream().filter(row -> row[0].equals(policy)).toList();
  }

  /** How many have each number, of a table (policy, measure, number, count). */
  NavigableMap<Long, Long> counts(TableContract table, String policy, String measure) {
    NavigableMap<Long, Long> counts = new TreeMap<>();
    for (Object[] row : rows(table, policy)) {
      if (row[1].equals(measure)) {
        counts.put(((Number) row[2]).longValue(), (Long) row[3]);
      }
    }
    return counts;
  }

  NavigableMap<Long, Long> componentSizes(String policy) {
    NavigableMap<Long, Long> counts = new TreeMap<>();
    for (Object[] row : rows(TableContracts.COMPONENT_SIZES, policy)) {
      counts.put((Long) row[1], (Long) row[2]);
    }
    return counts;
  }

  /** Rank, model and value of the first so many. */
  List<List<Object>> top(String policy, String measure, int most) {
    List<List<Object>> rows = new ArrayList<>();
    for (Object[] row : rows(TableContracts.TOP_MODELS, policy)) {
      if (row[1].equals(measure) && (Integer) row[2] <= most) {
        rows.add(List.of(row[2], row[3], row[4]));
      }
    }
    return rows;
  }
}
