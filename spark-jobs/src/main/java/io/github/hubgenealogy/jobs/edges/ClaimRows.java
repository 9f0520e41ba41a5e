package io.github.hubgenealogy.jobs.edges;

import io.github.hubgenealogy.jobs.tables.InternalRows;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/** The claims of a partition's rows, one after another in Spark's own memory format. */
final class ClaimRows implements Iterator<InternalRow> {
  private final Iterator<InternalRow> rows;
  private final ClaimReader reader;
  private final ClaimRow cells;
  private final ArrayDeque<Claim> waiting = new ArrayDeque<>();
  private byte[] child;

  private ClaimRows(Iterator<InternalRow> rows, ClaimReader reader, NameResolver resolver) {
    this.rows = rows;
    this.reader = reader;
    this.cells = new ClaimRow(resolver);
  }

  /**
   * The claims of a dataset.
   *
   * @param resolver resolves them at once; null leaves that to joins
   */
  static Dataset<Row> of(Dataset<Row> rows, ClaimReader reader, NameResolver resolver) {
    return InternalRows.mapped(
        rows, partition -> new ClaimRows(partition, reader, resolver), ClaimRow.SCHEMA);
  }

  @Override
  public boolean hasNext() {
    while (waiting.isEmpty() && rows.hasNext()) {
      InternalRow row = rows.next();
      reader.read(row, waiting::add);
      if (!waiting.isEmpty()) {
        child = row.getUTF8String(0).getBytes();
      }
    }
    return !waiting.isEmpty();
  }

  @Override
  public InternalRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return cells.of(child, waiting.remove());
  }
}
