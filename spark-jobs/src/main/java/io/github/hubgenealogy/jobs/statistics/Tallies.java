package io.github.hubgenealogy.jobs.statistics;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import io.github.hubgenealogy.jobs.pipeline.StageRun;
import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What became of everything that was asked for, and when the models were made: grouped counts, each
 * collected in one job.
 */
final class Tallies {
  /** The first month of the Hub's clock: everything older bears it. */
  private static final String FIRST_MONTH = "2022-03";

  private Tallies() {}

  /** Rows (subject, outcome, rows) of table completeness. */
  static List<Object[]> completeness(StageRun run) throws IOException {
    Dataset<Row> all =
        grouped(run.read(TableContracts.MODELS), "models", col(PRESENCE))
            .unionByName(grouped(run.read(TableContracts.CARDS), "cards", col(PARSE_STATUS)))
            .unionByName(grouped(run.read(TableContracts.CARDS), "card_source", col(CARD_SOURCE)))
            .unionByName(
                grouped(
                    run.read(TableContracts.CLAIMS),
                    "claims",
                    concat_ws("/", col(SOURCE), col(RESOLUTION))))
            .unionByName(grouped(run.read(TableContracts.RAW_REDIRECTS), "redirects", col(STATUS)))
            .unionByName(grouped(run.read(TableContracts.DATASETS), "datasets", col(PRESENCE)));
    return rows(all);
  }

  private static Dataset<Row> grouped(Dataset<Row> table, String subject, Column outcome) {
    return table
        .groupBy(outcome.as(OUTCOME))
        .agg(count(lit(1)).as(ROWS))
        .select(lit(subject).as(SUBJECT), col(OUTCOME), col(ROWS));
  }

  /** Rows (month, relation, models) of table growth. */
  static List<Object[]> growth(StageRun run) throws IOException {
    Column union = array_contains(col(POLICIES), Policy.UNION.word());
    Dataset<Row> children =
        run.read(TableContracts.EDGES)
            .where(union)
            .groupBy(col(CHILD_ID).as(MODEL_ID))
            .agg(
                when(countDistinct(RELATION).equalTo(1), max(RELATION))
                    .otherwise(lit("mixed"))
                    .as(RELATION));
    Column month = coalesce(date_format(col(CREATED_AT), "yyyy-MM"), lit(""));
    Column from =
        when(month.notEqual("").and(month.lt(FIRST_MONTH)), lit(FIRST_MONTH)).otherwise(month);
    Dataset<Row> grown =
        run.read(TableContracts.MODELS)
            .where(col(PRESENCE).equalTo("listed"))
            .select(col(MODEL_ID), from.as(MONTH))
            .join(children, new String[] {MODEL_ID}, "left")
            .groupBy(col(MONTH), coalesce(col(RELATION), lit("root")).as(RELATION))
            .agg(count(lit(1)).as(MODELS));
    return rows(grown);
  }

  private static List<Object[]> rows(Dataset<Row> counted) {
    List<Object[]> rows = new ArrayList<>();
    for (Row row : counted.collectAsList()) {
      rows.add(new Object[] {row.getString(0), row.getString(1), row.getLong(2)});
    }
    return rows;
  }
}
