package io.github.hubgenealogy.jobs.tables;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.github.hubgenealogy.lake.id.ModelId;
import io.github.hubgenealogy.lake.rows.KeySpan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Bounds that cut the model ids into ranges of about equal size. They are taken once a build, from
 * a sample of the list, since nearly every table begins with a model id: Spark's own range
 * partitioning would compute each table twice to find its own. The bounds decide how work is
 * divided, never what is written.
 */
public final class KeyRanges {
  private static final int ROWS_PER_RANGE = 50_000;
  private static final int MAX_RANGES = 256;
  private static final int SAMPLE_PER_RANGE = 40;

  private final List<String> bounds;

  private KeyRanges(List<String> bounds) {
    this.bounds = List.copyOf(bounds);
  }

  /** One range for everything: for tables that are small whatever the Hub's size. */
  public static KeyRanges single() {
    return new KeyRanges(List.of());
  }

  /** Ranges for {@code rows} keys like those of a column. */
  public static KeyRanges sampled(Dataset<Row> keys, long rows) {
    int ranges = (int) Math.min(MAX_RANGES, rows / ROWS_PER_RANGE + 1);
    if (ranges == 1) {
      return single();
    }
    double share = Math.min(1.0, (double) ranges * SAMPLE_PER_RANGE / rows);
    List<String> sample = new ArrayList<>();
    for (Row row : keys.sample(false, share, 1).collectAsList()) {
      sample.add(row.getString(0));
    }
    sample.sort(ModelId.UTF8_ORDER);
    List<String> bounds = new ArrayList<>();
    for (int i = 1; i < ranges; i++) {
      String bound = sample.get((int) ((long) i * sample.size() / ranges));
      if (bounds.isEmpty() || !bounds.get(bounds.size() - 1).equals(bound)) {
        bounds.add(bound);
      }
    }
    return new KeyRanges(bounds);
  }

  /** The same ranges as spans of keys, in their order. */
  public List<KeySpan> spans() {
    List<KeySpan> spans = new ArrayList<>();
    byte[] from = null;
    for (String bound : bounds) {
      byte[] to = bound.getBytes(StandardCharsets.UTF_8);
      spans.add(new KeySpan(from, to));
      from = to;
    }
    spans.add(new KeySpan(from, null));
    return spans;
  }

  /** How many there are. */
  public int count() {
    return bounds.size() + 1;
  }

  /** The range of a key, from 0, as nested comparisons that Spark compiles: a binary search. */
  public Column rangeOf(Column key) {
    return search(key, 0, bounds.size());
  }

  private Column search(Column key, int from, int to) {
    if (from == to) {
      return lit(from);
    }
    int middle = (from + to) >>> 1;
    return when(key.lt(lit(bounds.get(middle))), search(key, from, middle))
        .otherwise(search(key, middle + 1, to));
  }
}
