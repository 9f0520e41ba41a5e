package io.github.hubgenealogy.jobs.cards;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeArrayWriter;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeRowWriter;
import org.apache.spark.sql.types.StructType;

/**
 * Writes rows straight in Spark's own memory format. Rows of objects would be turned into it by
 * generated methods that are too long for the JVM to compile, at a cost above that of reading the
 * card. What is not set is null; the row is the same object each time.
 */
final class UnsafeRows {
  private static final int INITIAL_BYTES = 4_096;
  private static final int BYTES_PER_STRING = 8;

  private final Map<String, Integer> places = new HashMap<>();
  private final boolean[] set;
  private final UnsafeRowWriter row;
  private final UnsafeArrayWriter array;

  UnsafeRows(StructType schema) {
    set = new boolean[schema.size()];
    for (int i = 0; i < set.length; i++) {
      places.put(schema.apply(i).name(), i);
    }
    row = new UnsafeRowWriter(set.length, INITIAL_BYTES);
    array = new UnsafeArrayWriter(row, BYTES_PER_STRING);
  }

  /** Starts a row. */
  void begin() {
    row.reset();
    row.zeroOutNullBytes();
    Arrays.fill(set, false);
  }

  /** Ends it. */
  InternalRow end() {
    for (int i = 0; i < set.length; i++) {
      if (!set[i]) {
        row.setNullAt(i);
      }
    }
    return row.getRow();
  }

  private int place(String column) {
    int i = places.get(column);
    set[i] = true;
    return i;
  }

  /** A string by its UTF-8 bytes. */
  void utf8(String column, byte[] bytes) {
    if (bytes != null) {
      row.write(place(column), bytes);
    }
  }

  void text(String column, String text) {
    if (text != null) {
      row.write(place(column), text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** A count, where it is not negative. */
  void count(String column, long count) {
    if (count >= 0) {
      row.write(place(column), count);
    }
  }

  void number(String column, Double number) {
    if (number != null) {
      row.write(place(column), number.doubleValue());
    }
  }

  /** A list of strings; an empty one is null. */
  void texts(String column, List<String> texts) {
    if (texts.isEmpty()) {
      return;
    }
    int place = place(column);
    int start = row.cursor();
    array.initialize(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      array.write(i, texts.get(i).getBytes(StandardCharsets.UTF_8));
    }
    row.setOffsetAndSizeFromPreviousCursor(place, start);
  }
}
