package io.github.hubgenealogy.jobs.report;

import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.tables.Columns;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fitted tails as two tables, each of them as wide as a page. */
final class TailTables {
  private static final String UNION = Policy.UNION.word();

  private final Statistics statistics;
  private final Captions captions;

  TailTables(Statistics statistics, Captions captions) {
    this.statistics = statistics;
    this.captions = captions;
  }

  ReportTable tails() {
    return selected(
        "tails",
        "Tails, fitted",
        List.of(
            Map.entry("of", Columns.MEASURE),
            Map.entry("n", Columns.N),
            Map.entry("x min", Columns.X_MIN),
            Map.entry("n tail", Columns.N_TAIL),
            Map.entry("exponent", Columns.ALPHA),
            Map.entry("error", Columns.ALPHA_ERROR),
            Map.entry("KS", Columns.KS),
            Map.entry("bootstraps", Columns.BOOTSTRAPS),
            Map.entry("further", Columns.BOOTSTRAPS_FURTHER),
            Map.entry("p", Columns.P),
            Map.entry("verdict", Columns.VERDICT)));
  }

  ReportTable rivals() {
    return selected(
        "tails-rivals",
        "Tails, beside what else could be",
        List.of(
            Map.entry("of", Columns.MEASURE),
            Map.entry("lognormal μ", Columns.LOGNORMAL_MU),
            Map.entry("σ", Columns.LOGNORMAL_SIGMA),
            Map.entry("ratio", Columns.LOGNORMAL_RATIO),
            Map.entry("p", Columns.LOGNORMAL_P),
            Map.entry("cutoff exponent", Columns.TRUNCATED_ALPHA),
            Map.entry("rate", Columns.TRUNCATED_LAMBDA),
            Map.entry("ratio (cutoff)", Columns.TRUNCATED_RATIO),
            Map.entry("p (cutoff)", Columns.TRUNCATED_P)));
  }

  private ReportTable selected(String name, String title, List<Map.Entry<String, String>> columns) {
    List<List<Object>> rows = new ArrayList<>();
    for (Object[] row : statistics.rows(TableContracts.TAILS, UNION)) {
      List<Object> cells = new ArrayList<>();
      columns.forEach(column -> cells.add(row[TableContracts.TAILS.indexOf(column.getValue())]));
      rows.add(cells);
    }
    return new ReportTable(
        name,
        title,
        captions.models(List.of(UNION)),
        columns.stream().map(Map.Entry::getKey).toList(),
        rows);
  }
}
