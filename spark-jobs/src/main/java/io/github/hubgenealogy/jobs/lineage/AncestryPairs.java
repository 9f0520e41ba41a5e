package io.github.hubgenealogy.jobs.lineage;

import io.github.hubgenealogy.jobs.lineage.kernel.Closure;
import io.github.hubgenealogy.lake.rows.Cells;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.io.api.Binary;

/**
 * The closure's pairs, taken by descendant and given back by ancestor: chunks of 16 bytes a pair
 * while it grows, another 12 once {@link #transpose} has turned it.
 */
final class AncestryPairs implements Closure.Pairs {
  private static final int CHUNK = 1 << 18;

  private final int[] perAncestor;
  private final List<int[]> chunks = new ArrayList<>();
  private int[] current = new int[0];
  private int used;
  private long size;

  private int[] start;
  private int[] descendants;
  private int[] distances;
  private int[] hops;

  private final long maxPairs;

  AncestryPairs(int vertices, long maxPairs) {
    this.maxPairs = maxPairs;
    perAncestor = new int[vertices];
  }

  @Override
  public void accept(int descendant, int ancestor, int distance, int nextHop) {
    if (used == current.length) {
      if (size >= maxPairs) {
        throw new ClosureTooLarge(maxPairs);
      }
      current = new int[4 * CHUNK];
      chunks.add(current);
      used = 0;
    }
    current[used++] = descendant;
    current[used++] = ancestor;
    current[used++] = distance;
    current[used++] = nextHop;
    perAncestor[ancestor]++;
    size++;
  }

  /** Turns the pairs into the order (ancestor, descendant) and lets the chunks go. */
  AncestryPairs transpose() {
    int n = Math.toIntExact(size);
    start = new int[perAncestor.length + 1];
    for (int a = 0; a < perAncestor.length; a++) {
      start[a + 1] = start[a] + perAncestor[a];
    }
    int[] next = start.clone();
    descendants = new int[n];
    distances = new int[n];
    hops = new int[n];
    for (int c = 0; c < chunks.size(); c++) {
      int[] chunk = chunks.set(c, null);
      int end = c == chunks.size() - 1 ? used : chunk.length;
      // Descendants come in ascending order, so each ancestor's do too.
      for (int i = 0; i < end; i += 4) {
        int to = next[chunk[i + 1]]++;
        descendants[to] = chunk[i];
        distances[to] = chunk[i + 2];
        hops[to] = chunk[i + 3];
      }
    }
    chunks.clear();
    current = null;
    return this;
  }

  int size() {
    return descendants.length;
  }

  /** The ancestor of the pair at a place. */
  int ancestorOf(int at) {
    int low = 0;
    int high = perAncestor.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (start[middle] <= at) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Rows of table ancestry, read from the arrays. */
  final class PairCells implements Cells {
    private final Dictionary ids;
    private int at;
    private int ancestor = -1;
    private Binary ancestorId;

    PairCells(Dictionary ids) {
      this.ids = ids;
    }

    /** The pair at a place; places are asked for in ascending order. */
    PairCells on(int next) {
      at = next;
      if (ancestor < 0) {
        ancestor = ancestorOf(at);
        ancestorId = id(ancestor);
      }
      while (start[ancestor + 1] <= at) {
        ancestor++;
        if (start[ancestor + 1] > at) {
          ancestorId = id(ancestor);
        }
      }
      return this;
    }

    private Binary id(int rank) {
      return Binary.fromConstantByteArray(ids.idBytes(rank));
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
      return distances[at];
    }

    @Override
    public Binary binary(int i) {
      return switch (i) {
        case 0 -> ancestorId;
        case 1 -> id(descendants[at]);
        default -> id(hops[at]);
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
}
