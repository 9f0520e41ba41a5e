package io.github.hubgenealogy.explorer.query;

import io.github.hubgenealogy.explorer.store.IndexDatabase;
import java.time.Duration;

/**
 * What one SELECT of a user may cost.
 *
 * @param time how long it may run, or null
 * @param memory as DuckDB writes it
 * @param rows how many rows are given at most, or null
 */
public record QueryLimits(Duration time, String memory, Long rows) {
  /** What a query has that names no limit. */
  public static final String USUAL_MEMORY = "2g";

  private static final String MEMORY = "[1-9][0-9]{0,6}[kmgKMG][bB]?";

  public QueryLimits {
    require(time == null || time.toMillis() > 0, "--time must be more than nothing");
    require(
        memory.matches(MEMORY), "--memory must be a number and a unit, 512m or 2g, not " + memory);
    require(rows == null || rows > 0, "--rows must be at least 1");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  IndexDatabase.Limits database() {
    return new IndexDatabase.Limits(IndexDatabase.Limits.usual().threads(), memory);
  }
}
