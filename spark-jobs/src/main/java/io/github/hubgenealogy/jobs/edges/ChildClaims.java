package io.github.hubgenealogy.jobs.edges;

import io.github.hubgenealogy.jobs.tables.KeyedRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Claims that lead to a parent, by child and parent, from rows (child, parent, …) by child: those
 * of one child are few, and are sorted in memory.
 */
final class ChildClaims implements AutoCloseable {
  private static final Comparator<Object[]> BY_PARENT =
      (a, b) -> Arrays.compareUnsigned((byte[]) a[1], (byte[]) b[1]);

  private final KeyedRows rows;
  private final List<Object[]> children = new ArrayList<>();
  private int next;
  private Object[] ahead;
  private boolean started;

  ChildClaims(KeyedRows rows) {
    this.rows = rows;
  }

  /** The next claim, or null at the end. */
  Object[] next() {
    while (next == children.size()) {
      try {
        if (!fill()) {
          return null;
        }
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return children.get(next++);
  }

  /** Reads the next child's claims; false where there is none. */
  private boolean fill() throws IOException {
    if (!started) {
      started = true;
      ahead = rows.next();
    }
    children.clear();
    next = 0;
    if (ahead == null) {
      return false;
    }
    byte[] child = (byte[]) ahead[0];
    for (; ahead != null && Arrays.equals((byte[]) ahead[0], child); ahead = rows.next()) {
      if (ahead[1] != null) {
        children.add(ahead);
      }
    }
    children.sort(BY_PARENT);
    return true;
  }

  @Override
  public void close() {
    try {
      rows.close();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
