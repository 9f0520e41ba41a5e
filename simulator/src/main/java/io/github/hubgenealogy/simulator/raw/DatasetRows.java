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
  private static final int KEY = TABLE.indexOf("_id");
  private static final int AUTHOR = TABLE.indexOf("author");
  private static final int CREATED_AT = TABLE.indexOf("createdAt");
  private static final int DISABLED = TABLE.indexOf("disabled");
  private static final int DOWNLOADS = TABLE.indexOf("downloads");
  private static final int DOWNLOADS_ALL_TIME = TABLE.indexOf("downloadsAllTime");
  private static final int GATED = TABLE.indexOf("gated");
  private static final int ID = TABLE.indexOf("id");
  private static final int LAST_MODIFIED = TABLE.indexOf("lastModified");
  private static final int LIKES = TABLE.indexOf("likes");
  private static final int OBSERVED_AT = TABLE.indexOf("observedAt");
  private static final int PRIVATE = TABLE.indexOf("private");
  private static final int SHA = TABLE.indexOf("sha");
  private static final int TAGS = TABLE.indexOf("tags");
  private static final int TRENDING_SCORE = TABLE.indexOf("trendingScore");

  private final Ecosystem ecosystem;
  private final long askedAt;

  DatasetRows(Ecosystem ecosystem, long askedAt) {
    this.ecosystem = ecosystem;
    this.askedAt = askedAt;
  }

  Cells row(int number) {
    DatasetRecord record = new DatasetRecord(ecosystem, number);
    Object[] row = new Object[TABLE.columns().size()];
    row[KEY] = record.key();
    row[ID] = record.id();
    row[AUTHOR] = record.author();
    row[SHA] = record.sha();
    row[CREATED_AT] = record.created() * 1_000_000;
    row[LAST_MODIFIED] = record.created() * 1_000_000;
    row[PRIVATE] = false;
    row[GATED] = record.gated() ? "auto" : "false";
    row[DISABLED] = false;
    row[DOWNLOADS] = record.downloads();
    row[DOWNLOADS_ALL_TIME] = record.downloadsEver();
    row[LIKES] = record.likes();
    row[TRENDING_SCORE] = 0.0;
    row[TAGS] = record.tags();
    row[OBSERVED_AT] = askedAt;
    return new ObjectCells(row);
  }
}
