package io.github.hubgenealogy.jobs.release;

import static io.github.hubgenealogy.jobs.tables.Columns.MODELS;
import static io.github.hubgenealogy.jobs.tables.Columns.PRESENCE;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.github.hubgenealogy.lake.contract.ReleasedForms;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.contract.Treatment;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How many listed models of a release differ from every other in what all columns of table models
 * but the pseudonyms say together: what coarse columns cannot hide is at least counted.
 *
 * @param models that are listed
 * @param alone of those
 */
record SingledOut(long models, long alone) {

  static SingledOut of(Dataset<Row> models) {
    Dataset<Row> listed = models.where(col(PRESENCE).equalTo("listed"));
    Column[] columns =
        ReleasedForms.of(TableContracts.MODELS).orElseThrow().columns().stream()
            .filter(
                column ->
                    ReleasedForms.treatment(TableContracts.MODELS, column).orElseThrow()
                        != Treatment.PSEUDONYM)
            .map(column -> col(column.name()))
            .toArray(Column[]::new);
    long alone =
        listed.groupBy(columns).agg(count(lit(1)).as(MODELS)).where(col(MODELS).equalTo(1)).count();
    return new SingledOut(listed.count(), alone);
  }
}
