package io.github.hubgenealogy.simulator.raw;

import io.github.hubgenealogy.lake.contract.TableContract;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.id.ModelId;
import io.github.hubgenealogy.simulator.ecosystem.Asked;
import io.github.hubgenealogy.simulator.ecosystem.Ecosystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rows of raw/redirects: each well-formed id that a record names as a parent and no list has, asked
 * for once, without a token.
 */
final class RedirectRows {
  private static final TableContract TABLE = TableContracts.RAW_REDIRECTS;

  private final Ecosystem ecosystem;
  private final long askedAt;

  RedirectRows(Ecosystem ecosystem, long askedAt) {
    this.ecosystem = ecosystem;
    this.askedAt = askedAt;
  }

  List<Object[]> rows() {
    Map<String, Asked> asked = new TreeMap<>(ModelId.UTF8_ORDER);
    for (int number = 0; number < ecosystem.size(); number++) {
      for (Asked each : Asked.by(ecosystem.model(number))) {
        asked.put(each.id(), each);
      }
    }
    List<Object[]> rows = new ArrayList<>(asked.size());
    asked.values().forEach(each -> rows.add(row(each)));
    return rows;
  }

  private Object[] row(Asked asked) {
    Object[] row = new Object[TABLE.columns().size()];
    put(row, "kind", "model");
    put(row, "askedId", asked.id());
    put(row, "fetchedAt", askedAt);
    put(row, "currentId", asked.currentId());
    if (asked.currentId() == null) {
      put(row, "status", "refused");
      put(row, "httpStatus", 401);
    } else {
      boolean same = asked.currentId().equals(asked.id());
      put(row, "status", same ? "found" : "moved");
      put(row, "httpStatus", same ? 200 : 307);
    }
    return row;
  }

  private static void put(Object[] row, String column, Object value) {
    row[TABLE.indexOf(column)] = value;
  }
}
