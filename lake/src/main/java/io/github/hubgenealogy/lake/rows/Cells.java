package io.github.hubgenealogy.lake.rows;

import org.apache.parquet.io.api.Binary;

/**
 * Positional access to the values of one row, struct or list, so that one writer serves plain
 * objects and Spark's rows alike without a copy between. Of a map, position 2i is key i and 2i + 1
 * its value.
 */
public interface Cells {
  /** How many values there are: columns, fields, elements, or entries times two. */
  int size();

  boolean isNull(int i);

  boolean bool(int i);

  int int32(int i);

  /** An int64, or a timestamp's microseconds. */
  long int64(int i);

  double float64(int i);

  /** A string's UTF-8 bytes, or a binary. */
  Binary binary(int i);

  /** A nested struct. */
  Cells struct(int i, int fields);

  /** A nested list or map; see the type for what its cells are. */
  Cells list(int i);

  /** A nested map, keys and values in turn. */
  Cells map(int i);
}
