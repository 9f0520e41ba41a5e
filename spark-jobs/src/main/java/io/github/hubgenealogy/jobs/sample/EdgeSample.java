package io.github.hubgenealogy.jobs.sample;

import static io.github.hubgenealogy.jobs.tables.Columns.CHILD_ID;
import static io.github.hubgenealogy.jobs.tables.Columns.CHILD_OLDER_THAN_PARENT;
import static io.github.hubgenealogy.jobs.tables.Columns.CLAIMED_RELATION;
import static io.github.hubgenealogy.jobs.tables.Columns.CLAIMED_TEXT;
import static io.github.hubgenealogy.jobs.tables.Columns.INFERENCE_RULE;
import static io.github.hubgenealogy.jobs.tables.Columns.PARENT_ID;
import static io.github.hubgenealogy.jobs.tables.Columns.PARENT_REREGISTERED;
import static io.github.hubgenealogy.jobs.tables.Columns.POSITION;
import static io.github.hubgenealogy.jobs.tables.Columns.RELATION;
import static io.github.hubgenealogy.jobs.tables.Columns.RELATION_BASIS;
import static io.github.hubgenealogy.jobs.tables.Columns.RESOLUTION;
import static io.github.hubgenealogy.jobs.tables.Columns.RULE;
import static io.github.hubgenealogy.jobs.tables.Columns.SOURCE;
import static io.github.hubgenealogy.jobs.tables.Columns.SOURCES;
import static io.github.hubgenealogy.jobs.tables.Columns.TYPED_TAG_ALONE;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Draws edges, so many of each relation and basis, by a hash of the pair and a seed: the same seed
 * draws the same edges on every machine, and the claims behind them are looked up.
 */
final class EdgeSample {
  private static final String PLACE = "place";
  private static final List<String> SIGNS =
      List.of(CHILD_OLDER_THAN_PARENT, PARENT_REREGISTERED, TYPED_TAG_ALONE);

  private EdgeSample() {}

  /** The sample, in the order of the strata and, within one, of the draw. */
  static List<SampledEdge> draw(Dataset<Row> edges, Dataset<Row> claims, int wanted, long seed) {
    SortedMap<Stratum, Long> sizes = new TreeMap<>();
    for (Row row : edges.groupBy(RELATION, RELATION_BASIS).count().collectAsList()) {
      sizes.put(new Stratum(row.getString(0), row.getString(1)), row.getLong(2));
    }
    SortedMap<Stratum, Integer> drawn = Stratum.allocate(sizes, wanted);
    Column hash = xxhash64(col(CHILD_ID), col(PARENT_ID), lit(seed));
    Column place =
        row_number()
            .over(
                Window.partitionBy(RELATION, RELATION_BASIS)
                    .orderBy(hash, col(CHILD_ID), col(PARENT_ID)));
    Column chosen = lit(false);
    for (Map.Entry<Stratum, Integer> each : drawn.entrySet()) {
      chosen =
          chosen.or(
              col(RELATION)
                  .equalTo(each.getKey().relation())
                  .and(col(RELATION_BASIS).equalTo(each.getKey().basis()))
                  .and(col(PLACE).leq(each.getValue())));
    }
    Dataset<Row> sample =
        edges
            .withColumn(PLACE, place)
            .where(chosen)
            .select(
                CHILD_ID,
                PARENT_ID,
                RELATION,
                RELATION_BASIS,
                INFERENCE_RULE,
                SOURCES,
                PLACE,
                CHILD_OLDER_THAN_PARENT,
                PARENT_REREGISTERED,
                TYPED_TAG_ALONE)
            .orderBy(RELATION, RELATION_BASIS, PLACE);
    List<Row> rows = sample.collectAsList();
    Map<String, List<String>> evidence = evidence(rows, claims);
    List<SampledEdge> edgesOfSheet = new ArrayList<>();
    for (Row row : rows) {
      Stratum stratum = new Stratum(row.getString(2), row.getString(3));
      edgesOfSheet.add(
          new SampledEdge(
              row.getString(0),
              row.getString(1),
              stratum,
              sizes.get(stratum),
              row.getString(4),
              row.getList(5),
              evidence.getOrDefault(pair(row.getString(0), row.getString(1)), List.of()),
              SIGNS.stream().filter(sign -> Boolean.TRUE.equals(row.getAs(sign))).toList()));
    }
    return edgesOfSheet;
  }

  private static Map<String, List<String>> evidence(List<Row> sample, Dataset<Row> claims) {
    Map<String, List<String>> evidence = new TreeMap<>();
    if (sample.isEmpty()) {
      return evidence;
    }
    List<Row> pairs =
        sample.stream()
            .map(row -> org.apache.spark.sql.RowFactory.create(row.getString(0), row.getString(1)))
            .toList();
    Dataset<Row> wanted =
        claims
            .sparkSession()
            .createDataFrame(pairs, claims.select(CHILD_ID, PARENT_ID).schema().asNullable());
    for (Row claim :
        claims
            .join(broadcast(wanted), new String[] {CHILD_ID, PARENT_ID}, "left_semi")
            .select(
                CHILD_ID,
                PARENT_ID,
                SOURCE,
                CLAIMED_TEXT,
                CLAIMED_RELATION,
                RESOLUTION,
                RULE,
                POSITION)
            .orderBy(CHILD_ID, PARENT_ID, SOURCE, POSITION)
            .collectAsList()) {
      StringBuilder line = new StringBuilder(claim.getString(2));
      line.append(" says \"").append(claim.getString(3)).append('"');
      if (!claim.isNullAt(4)) {
        line.append(" as ").append(claim.getString(4));
      }
      line.append(", ").append(claim.getString(5));
      if (!claim.isNullAt(6)) {
        line.append(", by rule ").append(claim.getString(6));
      }
      evidence
          .computeIfAbsent(pair(claim.getString(0), claim.getString(1)), each -> new ArrayList<>())
          .add(line.toString());
    }
    return evidence;
  }

  private static String pair(String child, String parent) {
    return child + "\n" + parent;
  }
}
