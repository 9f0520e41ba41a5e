package io.github.hubgenealogy.simulator.raw;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.Cells;
import io.github.hubgenealogy.lake.rows.ObjectCells;
import io.github.hubgenealogy.simulator.ecosystem.ModelRecord;
import io.github.hubgenealogy.simulator.hub.GitBlob;
import java.util.Arrays;

/** Rows of raw/cards, as a crawler without a token would have them. */
final class CardRows {
  private static final TableContract TABLE = TableContracts.RAW_CARDS;
  private static final int KEY = TABLE.indexOf("_id");
  private static final int BYTES = TABLE.indexOf("bytes");
  private static final int CONTENT = TABLE.indexOf("content");
  private static final int ETAG = TABLE.indexOf("etag");
  private static final int FETCHED_AT = TABLE.indexOf("fetchedAt");
  private static final int HTTP_STATUS = TABLE.indexOf("httpStatus");
  private static final int ID = TABLE.indexOf("id");
  private static final int SHA = TABLE.indexOf("sha");
  private static final int SHA_DIFFERS = TABLE.indexOf("shaDiffers");
  private static final int STATUS = TABLE.indexOf("status");
  private static final int TRUNCATED = TABLE.indexOf("truncated");
  private static final int MOST_BYTES = 1 << 20;

  private final long askedAt;

  CardRows(long askedAt) {
    this.askedAt = askedAt;
  }

  Cells row(ModelRecord record) {
    Object[] row = new Object[TABLE.columns().size()];
    row[KEY] = record.key();
    row[ID] = record.id();
    row[FETCHED_AT] = askedAt;
    row[TRUNCATED] = false;
    switch (record.access()) {
      case GATED -> refused(row, "gated", 401);
      case DISABLED -> refused(row, "disabled", 403);
      case OPEN -> open(row, record);
    }
    return new ObjectCells(row);
  }

  private static void open(Object[] row, ModelRecord record) {
    byte[] readme = record.readme();
    if (readme == null) {
      refused(row, "missing", 404);
      return;
    }
    row[STATUS] = "ok";
    row[HTTP_STATUS] = 200;
    row[SHA] = record.sha();
    row[ETAG] = '"' + GitBlob.name(readme) + '"';
    row[BYTES] = (long) Math.min(readme.length, MOST_BYTES);
    row[TRUNCATED] = readme.length > MOST_BYTES;
    row[CONTENT] = readme.length > MOST_BYTES ? Arrays.copyOf(readme, MOST_BYTES) : readme;
    row[SHA_DIFFERS] = false;
  }

  private static void refused(Object[] row, String status, int httpStatus) {
    row[STATUS] = status;
    row[HTTP_STATUS] = httpStatus;
  }
}
