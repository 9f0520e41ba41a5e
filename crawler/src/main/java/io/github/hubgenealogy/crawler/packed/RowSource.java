package io.github.hubgenealogy.crawler.packed;

import java.io.IOException;

/** Rows one after another, in a table's order where the implementation says so. */
public interface RowSource extends AutoCloseable {
  /** The next row, valid until the next call, or null at the end. */
  PackedCells next() throws IOException;

  /** Which of several sources the present row is from; of equal rows, the least came first. */
  int rank();

  @Override
  void close() throws IOException;
}
