/**
 * Rows in Parquet files by a table's contract: cells come in, files go out, and back. Local files
 * are written and read without a Hadoop runtime; where a row comes from, plain objects or Spark's
 * memory, is behind {@link Cells}.
 */
package io.github.hubgenealogy.lake.rows;
