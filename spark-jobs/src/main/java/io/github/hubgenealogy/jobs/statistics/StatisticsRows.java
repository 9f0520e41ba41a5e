package io.github.hubgenealogy.jobs.statistics;

import io.github.hubgenealogy.lake.contract.TableContract;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of all tables of statistics while they grow, values by the contracts' columns. */
final class StatisticsRows {
  private final Map<TableContract, List<Object[]>> rows = new HashMap<>();
  private final Figures figures;

  private final int bootstraps;

  /**
   * Empty.
   *
   * @param bootstraps samples drawn for the p of a tail
   */
  StatisticsRows(Figures figures, int bootstraps) {
    this.figures = figures;
    this.bootstraps = bootstraps;
  }

  int bootstraps() {
    return bootstraps;
  }

  Figures figures() {
    return figures;
  }

  void add(TableContract table, Object... values) {
    if (values.length != table.columns().size()) {
      throw new IllegalArgumentException(
          table.name() + " has " + table.columns().size() + " columns, not " + values.length);
    }
    rows.computeIfAbsent(table, name -> new ArrayList<>()).add(values);
  }

  /** Takes what another has. */
  void addAll(StatisticsRows other) {
    figures.addAll(other.figures);
    other.rows.forEach(
        (table, theirs) -> rows.computeIfAbsent(table, name -> new ArrayList<>()).addAll(theirs));
  }

  List<Object[]> of(TableContract table) {
    return rows.getOrDefault(table, List.of());
  }
}
