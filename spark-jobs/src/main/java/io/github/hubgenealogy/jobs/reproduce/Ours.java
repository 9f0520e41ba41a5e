package io.github.hubgenealogy.jobs.reproduce;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;

import io.github.hubgenealogy.jobs.policy.Source;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The figures of a built snapshot that stand against published ones. */
final class Ours {
  private static final int RANKS = 10;

  private final Map<String, Double> known = new HashMap<>();
  private final Map<String, List<long[]>> components = new HashMap<>();

  Ours(SnapshotTables tables) throws IOException {
    for (Row row :
        tables
            .read(TableContracts.STATISTICS)
            .select(POLICY, POPULATION, STATISTIC, KEY, NUMERATOR)
            .where(col(NUMERATOR).isNotNull())
            .collectAsList()) {
      known.put(
          "figure "
              + String.join(
                  " ", row.getString(0), row.getString(1), row.getString(2), row.getString(3)),
          (double) row.getLong(4));
    }
    for (Row row :
        tables.read(TableContracts.COMPONENT_SIZES).orderBy(POLICY, SIZE).collectAsList()) {
      components
          .computeIfAbsent(row.getAs(POLICY), policy -> new ArrayList<>())
          .add(new long[] {row.<Long>getAs(SIZE), row.<Long>getAs(COMPONENTS)});
    }
    for (Row row :
        tables
            .read(TableContracts.TRAIT_DRIFT)
            .where(col(STRATUM).equalTo("all").and(col(DISTANCE).isNotNull()))
            .select(POLICY, TRAIT, RELATION, DISTANCE)
            .collectAsList()) {
      known.put(
          "drift " + String.join(" ", row.getString(0), row.getString(1), row.getString(2)),
          row.getDouble(3));
    }
    Dataset<Row> listed = tables.read(TableContracts.MODELS).where(col(PRESENCE).equalTo("listed"));
    licenses(listed);
    shares("task", listed, PIPELINE_TAG);
    shares("library", listed, LIBRARY_NAME);
    singleParents(tables);
  }

  private void licenses(Dataset<Row> models) {
    for (Row row :
        models
            .select(explode(col(LICENSES)).as(KEY))
            .groupBy(KEY)
            .agg(count(lit(1)))
            .collectAsList()) {
      known.put("license " + row.getString(0), (double) row.getLong(1));
    }
  }

  private void shares(String name, Dataset<Row> models, String column) {
    List<Row> counts =
        models.where(col(column).isNotNull()).groupBy(column).agg(count(lit(1))).collectAsList();
    double all = counts.stream().mapToLong(row -> row.getLong(1)).sum();
    counts.forEach(
        row -> known.put("share " + name + " " + row.getString(0), row.getLong(1) / all));
  }

  /** Children whose tags name one parent only, whether that parent is there or not. */
  private void singleParents(SnapshotTables tables) throws IOException {
    int rank = 1;
    for (Row row :
        tables
            .read(TableContracts.CLAIMS)
            .where(col(SOURCE).equalTo(Source.TAG.word()))
            .groupBy(CHILD_ID)
            .agg(collect_set(CLAIMED_TEXT).as(PARENTS))
            .where(size(col(PARENTS)).equalTo(1))
            .groupBy(col(PARENTS).getItem(0).as(PARENT_ID))
            .agg(count(lit(1)).as(N))
            .orderBy(desc(N), col(PARENT_ID))
            .limit(RANKS)
            .collectAsList()) {
      known.put("single_parent " + rank++, (double) row.<Long>getAs(N));
    }
  }

  /** Ours, or null where there is none. */
  Double of(Published published) {
    if (!published.kind().equals("component")) {
      return known.get(published.kind() + " " + published.argument());
    }
    String[] argument = published.argument().split(" ");
    long left = Long.parseLong(argument[1]);
    List<long[]> sizes = components.getOrDefault(argument[0], List.of());
    for (int i = sizes.size() - 1; i >= 0; i--) {
      left -= sizes.get(i)[1];
      if (left <= 0) {
        return (double) sizes.get(i)[0];
      }
    }
    return null;
  }
}
