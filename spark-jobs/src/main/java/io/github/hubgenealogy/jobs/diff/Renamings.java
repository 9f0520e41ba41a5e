package io.github.hubgenealogy.jobs.diff;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Ids of an earlier snapshot as the later one spells them. Identity is the Hub's key; where a dump
 * had none, the id.
 */
final class Renamings {
  private final Dataset<Row> names;

  /** Of listed models; both have columns model_id, repo_key. */
  private Renamings(Dataset<Row> names) {
    this.names = names;
  }

  /** Finds them: one join of the two lists by key, of which only the renamed stay. */
  static Renamings between(Dataset<Row> earlier, Dataset<Row> later) {
    Dataset<Row> before = earlier.select(col(MODEL_ID).as(FORMER_ID), col(REPO_KEY));
    return new Renamings(
        before
            .join(later.select(col(MODEL_ID).as(CURRENT_ID), col(REPO_KEY)), REPO_KEY)
            .where(col(FORMER_ID).notEqual(col(CURRENT_ID)))
            .select(FORMER_ID, CURRENT_ID));
  }

  /** Columns former_id and current_id: the models that go by another name now. */
  Dataset<Row> names() {
    return names;
  }

  /** The same rows with one column's ids as the later snapshot spells them. */
  Dataset<Row> apply(Dataset<Row> rows, String column) {
    String former = FORMER_ID + " of " + column;
    String current = CURRENT_ID + " of " + column;
    return rows.join(names.toDF(former, current), col(column).equalTo(col(former)), "left")
        .withColumn(column, coalesce(col(current), col(column)))
        .drop(former, current);
  }
}
