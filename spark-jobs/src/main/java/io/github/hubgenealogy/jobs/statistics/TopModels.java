package io.github.hubgenealogy.jobs.statistics;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.github.hubgenealogy.lake.id.ModelId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The models with most children and descendants and the largest components. The distributions tell
 * above which value the wanted ones lie, so that one filter finds them; equals come by smaller id.
 */
final class TopModels {
  /** How many of each are kept. */
  static final int KEPT = 100;

  private TopModels() {}

  private record Entry(String model, long value) {}

  /** Rows (policy, measure, rank, model_id, value). */
  static List<Object[]> of(Dataset<Row> lineage, Distributions distributions) {
    Column wanted = lit(false);
    for (String policy : distributions.policies()) {
      Column here =
          atLeast(N_CHILDREN, distributions.of(policy, Distributions.CHILDREN))
              .or(atLeast(N_DESCENDANTS, distributions.of(policy, Distributions.DESCENDANTS)))
              .or(
                  atLeast(
                          COMPONENT_SIZE,
                          distributions.of(policy, Distributions.COMPONENT_SIZE_MEASURE))
                      .and(col(MODEL_ID).equalTo(col(COMPONENT_LABEL))));
      wanted = wanted.or(col(POLICY).equalTo(policy).and(here));
    }
    Map<String, Map<String, List<Entry>>> found = new TreeMap<>();
    for (Row row :
        lineage
            .where(wanted)
            .select(POLICY, MODEL_ID, N_CHILDREN, N_DESCENDANTS, COMPONENT_SIZE, COMPONENT_LABEL)
            .collectAsList()) {
      Map<String, List<Entry>> measures =
          found.computeIfAbsent(row.getString(0), policy -> new TreeMap<>());
      add(measures, Distributions.CHILDREN, row.getString(1), row.getInt(2), 1);
      add(measures, Distributions.DESCENDANTS, row.getString(1), row.getInt(3), 1);
      if (row.getString(1).equals(row.getString(5))) {
        add(measures, Distributions.COMPONENT_SIZE_MEASURE, row.getString(1), row.getLong(4), 2);
      }
    }
    return ranked(found);
  }

  private static Column atLeast(String column, java.util.NavigableMap<Long, Long> counts) {
    return col(column).geq(lit(Distributions.cutFor(counts, KEPT)));
  }

  private static void add(
      Map<String, List<Entry>> measures, String measure, String model, long value, long least) {
    if (value >= least) {
      measures.computeIfAbsent(measure, name -> new ArrayList<>()).add(new Entry(model, value));
    }
  }

  private static List<Object[]> ranked(Map<String, Map<String, List<Entry>>> found) {
    List<Object[]> rows = new ArrayList<>();
    found.forEach(
        (policy, measures) ->
            measures.forEach(
                (measure, entries) -> {
                  entries.sort(
                      Comparator.comparingLong((Entry entry) -> -entry.value())
                          .thenComparing(Entry::model, ModelId.UTF8_ORDER));
                  for (int i = 0; i < Math.min(KEPT, entries.size()); i++) {
                    rows.add(
                        new Object[] {
                          policy, measure, i + 1, entries.get(i).model(), entries.get(i).value()
                        });
                  }
                }));
    return rows;
  }
}
