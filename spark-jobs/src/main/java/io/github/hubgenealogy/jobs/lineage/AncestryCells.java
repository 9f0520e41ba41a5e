package io.github.hubgenealogy.jobs.lineage;

import io.github.hubgenealogy.jobs.lineage.kernel.Descendants;
import io.github.hubgenealogy.lake.rows.Cells;
import java.util.Arrays;
import org.apache.parquet.io.api.Binary;

/**
 * Rows of table ancestry, computed while they are written: one ancestor's pairs are held at a time.
 * One thread uses it, for places in ascending order.
 */
final class AncestryCells implements Cells {
  private final Dictionary ids;
  private final int[] connected;
  private final PackedIds vertexIds;
  private final Descendants descendants;
  private final long[] start;
  private int ancestor = -1;
  private Binary ancestorId;
  private int at;

  /**
   * Rows of one thread.
   *
   * @param start as {@link #starts} gives them
   */
  AncestryCells(MemoryGraph all, PolicyLineage lineage, long[] start) {
    this.ids = all.ids;
    this.connected = all.connected;
    this.vertexIds = all.vertexIds;
    this.descendants = new Descendants(lineage.graph, lineage.closure);
    this.start = start;
  }

  /** For each vertex the place of its first pair as ancestor, and behind the last how many. */
  static long[] starts(PolicyLineage lineage) {
    long[] start = new long[lineage.graph.vertices() + 1];
    for (int v = 0; v < lineage.graph.vertices(); v++) {
      start[v + 1] = start[v] + lineage.closure.descendantCount(v);
    }
    return start;
  }

  AncestryCells on(long place) {
    if (ancestor < 0) {
      int found = Arrays.binarySearch(start, place);
      move(found < 0 ? -found - 2 : found, place);
    } else if (place >= start[ancestor + 1]) {
      move(ancestor + 1, place);
    }
    at = (int) (place - start[ancestor]);
    return this;
  }

  /** To the first vertex from there that has the place among its pairs. */
  private void move(int from, long place) {
    ancestor = from;
    while (place >= start[ancestor + 1]) {
      ancestor++;
    }
    ancestorId = vertexIds.binary(ancestor);
    if (descendants.of(ancestor).size() != start[ancestor + 1] - start[ancestor]) {
      throw new IllegalStateException(
          "closure of " + ids.id(connected[ancestor]) + ": two searches disagree");
    }
  }

  @Override
  public int size() {
    return 4;
  }

  @Override
  public boolean isNull(int i) {
    return false;
  }

  @Override
  public int int32(int i) {
    return descendants.distance(at);
  }

  @Override
  public Binary binary(int i) {
    return switch (i) {
      case 0 -> ancestorId;
      case 1 -> vertexIds.binary(descendants.descendant(at));
      default -> vertexIds.binary(descendants.nextHop(at));
    };
  }

  @Override
  public boolean bool(int i) {
    throw new IllegalArgumentException("ancestry has no boolean");
  }

  @Override
  public long int64(int i) {
    throw new IllegalArgumentException("ancestry has no bigint");
  }

  @Override
  public double float64(int i) {
    throw new IllegalArgumentException("ancestry has no double");
  }

  @Override
  public Cells struct(int i, int fields) {
    throw new IllegalArgumentException("ancestry has no struct");
  }

  @Override
  public Cells list(int i) {
    throw new IllegalArgumentException("ancestry has no list");
  }

  @Override
  public Cells map(int i) {
    throw new IllegalArgumentException("ancestry has no map");
  }
}
