package io.github.hubgenealogy.simulator.raw;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.Cells;
import io.github.hubgenealogy.lake.rows.ObjectCells;
import io.github.hubgenealogy.simulator.ecosystem.DatasetRecord;
import io.github.hubgenealogy.simulator.ecosystem.Ecosystem;

/** Rows of raw/datasets. */
final class DatasetRows {
  private static final TableContract TABLE = TableContracts.RAW_DATASETS;

  private final Ecosystem ecosystem;
  private final long askedAt;

  DatasetRows(Ecosystem ecosystem, long askedAt) {
    this.ecosystem = ecosystem;
    this.askedAt = askedAt;
  }

  Cells row(int number) {
    DatasetRecord record = new DatasetRecord(ecosystem, number);
    Object[] row = new Object[TABLE.columns().size()];
    put(row, "_id", record.key());
    put(row, "id", record.id());
    put(row, "author", record.author());
    put(row, "sha", record.sha());
    put(row, "createdAt", record.created() * 1_000_000);
    put(row, "lastModified", record.created() * 1_000_000);
    put(row, "private", false);
    put(row, "gated", record.gated() ? "auto" : "false");
    put(row, "disabled", false);
    put(row, "downloads", record.downloads());
    put(row, "downloadsAllTime", record.downloadsEver());
    put(row, "likes", record.likes());
    put(row, "trendingScore", 0.0);
    put(row, "tags", record.tags());
    put(row, "observedAt", askedAt);
    return new ObjectCells(row);
  }

  private static void put(Object[] row, String column, Object value) {
    row[TABLE.indexOf(column)] = value;
  }
}
