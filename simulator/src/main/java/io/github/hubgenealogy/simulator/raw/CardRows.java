package io.github.hubgenealogy.simulator.raw;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.rows.Cells;
import io.github.hubgenealogy.lake.rows.ObjectCells;
import io.github.hubgenealogy.simulator.ecosystem.Ecosystem;
import io.github.hubgenealogy.simulator.ecosystem.ModelRecord;
import io.github.hubgenealogy.simulator.hub.GitBlob;
import java.util.Arrays;

/** Rows of raw/cards, as a crawler without a token would have them. */
final class CardRows {
  private static final TableContract TABLE = TableContracts.RAW_CARDS;
  private static final int MOST_BYTES = 1 << 20;

  private final Ecosystem ecosystem;
  private final long askedAt;

  CardRows(Ecosystem ecosystem, long askedAt) {
    this.ecosystem = ecosystem;
    this.askedAt = askedAt;
  }

  Cells row(int number) {
    ModelRecord record = new ModelRecord(ecosystem.model(number));
    Object[] row = new Object[TABLE.columns().size()];
    put(row, "_id", record.key());
    put(row, "id", record.id());
    put(row, "fetchedAt", askedAt);
    put(row, "truncated", false);
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
    put(row, "status", "ok");
    put(row, "httpStatus", 200);
    put(row, "sha", record.sha());
    put(row, "etag", '"' + GitBlob.name(readme) + '"');
    put(row, "bytes", (long) Math.min(readme.length, MOST_BYTES));
    put(row, "truncated", readme.length > MOST_BYTES);
    put(row, "content", readme.length > MOST_BYTES ? Arrays.copyOf(readme, MOST_BYTES) : readme);
    put(row, "shaDiffers", false);
  }

  private static void refused(Object[] row, String status, int httpStatus) {
    put(row, "status", status);
    put(row, "httpStatus", httpStatus);
  }

  private static void put(Object[] row, String column, Object value) {
    row[TABLE.indexOf(column)] = value;
  }
}
