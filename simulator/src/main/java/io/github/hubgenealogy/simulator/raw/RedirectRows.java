package io.github.hubgenealogy.simulator.raw;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.id.ModelId;
import io.github.hubgenealogy.simulator.ecosystem.Asked;
import io.github.hubgenealogy.simulator.ecosystem.SimulatedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Rows of raw/redirects: each well-formed id that a record names as a parent and no list has, asked
 * for once, without a token.
 */
final class RedirectRows {
  private static final TableContract TABLE = TableContracts.RAW_REDIRECTS;
  private static final int ASKED_ID = TABLE.indexOf("askedId");
  private static final int CURRENT_ID = TABLE.indexOf("currentId");
  private static final int FETCHED_AT = TABLE.indexOf("fetchedAt");
  private static final int HTTP_STATUS = TABLE.indexOf("httpStatus");
  private static final int KIND = TABLE.indexOf("kind");
  private static final int STATUS = TABLE.indexOf("status");

  private final Map<String, Asked> asked = new ConcurrentSkipListMap<>(ModelId.UTF8_ORDER);
  private final long askedAt;

  RedirectRows(long askedAt) {
    this.askedAt = askedAt;
  }

  /** What this model names; may be called by several threads. */
  void add(SimulatedModel model) {
    for (Asked each : Asked.by(model)) {
      asked.put(each.id(), each);
    }
  }

  List<Object[]> rows() {
    List<Object[]> rows = new ArrayList<>(asked.size());
    asked.values().forEach(each -> rows.add(row(each)));
    return rows;
  }

  private Object[] row(Asked asked) {
    Object[] row = new Object[TABLE.columns().size()];
    row[KIND] = "model";
    row[ASKED_ID] = asked.id();
    row[FETCHED_AT] = askedAt;
    row[CURRENT_ID] = asked.currentId();
    if (asked.currentId() == null) {
      row[STATUS] = "refused";
      row[HTTP_STATUS] = 401;
    } else {
      boolean same = asked.currentId().equals(asked.id());
      row[STATUS] = same ? "found" : "moved";
      row[HTTP_STATUS] = same ? 200 : 307;
    }
    return row;
  }
}
