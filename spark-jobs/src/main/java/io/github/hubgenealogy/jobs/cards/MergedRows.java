package io.github.hubgenealogy.jobs.cards;

import io.github.hubgenealogy.jobs.tables.KeyedRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;

/** Two sorted sequences, met by their keys. */
final class MergedRows implements Iterator<InternalRow> {
  private final KeyedRows models;
  private final KeyedRows readmes;
  private final ModelRows row;
  private Object[] model;
  private Object[] readme;
  private boolean started;

  MergedRows(KeyedRows models, KeyedRows readmes, ModelRows row) {
    this.models = models;
    this.readmes = readmes;
    this.row = row;
  }

  @Override
  public boolean hasNext() {
    try {
      if (!started) {
        started = true;
        readme = readmes.next();
        model = models.next();
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return model != null;
  }

  @Override
  public InternalRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    try {
      int order = -1;
      while (readme != null && (order = compare(readme, model)) < 0) {
        readme = readmes.next();
      }
      InternalRow made = row.of(model, readme != null && order == 0 ? readme : null);
      model = models.next();
      return made;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static int compare(Object[] a, Object[] b) {
    return Arrays.compareUnsigned((byte[]) a[0], (byte[]) b[0]);
  }
}
