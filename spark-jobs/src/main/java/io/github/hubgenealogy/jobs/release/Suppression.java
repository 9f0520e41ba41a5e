package io.github.hubgenealogy.jobs.release;

import static io.github.hubgenealogy.jobs.tables.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.github.hubgenealogy.jobs.tables.KeyRanges;
import io.github.hubgenealogy.jobs.tables.SnapshotTables;
import io.github.hubgenealogy.lake.contract.ReleasedForms;
import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.store.TableSeal;
import java.io.IOException;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What is taken out of computed tables: columns and tables that the allow-list lacks, and
 * aggregates over owners that rest on too few of them.
 */
final class Suppression {
  private static final String OF_OWNERS = "owner_%";

  private final SnapshotTables tables;
  private final int least;

  Suppression(SnapshotTables tables, int least) {
    this.tables = tables;
    this.least = least;
  }

  void run() throws IOException {
    for (TableContract table : TableContracts.ofManifests()) {
      if (!tables.has(table)) {
        continue;
      }
      Optional<TableContract> form = ReleasedForms.of(table);
      if (form.isEmpty()) {
        tables.snapshot().drop(table);
      } else if (table.equals(TableContracts.CONCENTRATION)) {
        rewrite(form.get(), concentration(tables.read(table), least));
      } else if (isComputed(table) && form.get().columns().size() < table.columns().size()) {
        rewrite(form.get(), tables.read(table));
      }
    }
  }

  private static boolean isComputed(TableContract table) {
    return !table.path().startsWith("tables/") || table.stage().equals("trace-lineage");
  }

  /** The rows are held while their files are replaced: the tables are small. */
  private void rewrite(TableContract form, Dataset<Row> rows) throws IOException {
    TableSeal seal = tables.snapshot().requireSeal(form);
    Dataset<Row> held = rows.localCheckpoint();
    tables.write(form, held, KeyRanges.single(), seal.fingerprint(), seal.facts());
  }

  /** The share of the top ten or hundredth rests on as many owners. */
  static Dataset<Row> concentration(Dataset<Row> rows, int least) {
    Column owners = col(MEASURE).like(OF_OWNERS);
    Column few = owners.and(lit(10).lt(least));
    Column fewOfHundred = owners.and(lit(100).lt(least));
    Column hundredth = owners.and(col(HOLDERS).plus(99).divide(100).cast("bigint").lt(least));
    return rows.where(owners.and(col(HOLDERS).lt(least)).equalTo(false))
        .withColumn(TOP_10, when(few, lit(null)).otherwise(col(TOP_10)))
        .withColumn(TOP_100, when(fewOfHundred, lit(null)).otherwise(col(TOP_100)))
        .withColumn(TOP_PERCENT, when(hundredth, lit(null)).otherwise(col(TOP_PERCENT)));
  }
}
