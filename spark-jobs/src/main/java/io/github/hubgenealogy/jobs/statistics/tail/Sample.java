package io.github.hubgenealogy.jobs.statistics.tail;

import java.util.Map;
import java.util.NavigableMap;
import org.apache.commons.math3.util.FastMath;

/** Different values in ascending order with how many have each, and what is summed of the tails. */
final class Sample {
  final long[] values;
  final long[] counts;

  /** For each place: how many values from there on, and the sum of their logarithms. */
  final long[] tail;

  final double[] logs;

  private Sample(long[] values, long[] counts) {
    this.values = values;
    this.counts = counts;
    this.tail = new long[values.length + 1];
    this.logs = new double[values.length + 1];
    for (int i = values.length - 1; i >= 0; i--) {
      tail[i] = tail[i + 1] + counts[i];
      logs[i] = logs[i + 1] + counts[i] * FastMath.log((double) values[i]);
    }
  }

  static Sample of(NavigableMap<Long, Long> counted) {
    long[] values = new long[counted.size()];
    long[] counts = new long[counted.size()];
    int at = 0;
    for (Map.Entry<Long, Long> entry : counted.entrySet()) {
      values[at] = entry.getKey();
      counts[at++] = entry.getValue();
    }
    return new Sample(values, counts);
  }

  long total() {
    return tail[0];
  }

  long largest() {
    return values[values.length - 1];
  }
}
