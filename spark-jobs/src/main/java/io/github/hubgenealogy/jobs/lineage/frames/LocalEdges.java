package io.github.hubgenealogy.jobs.lineage.frames;

import io.github.hubgenealogy.jobs.lineage.kernel.Graph;
import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A few edges in the driver, their vertices as ints in the same order. 24 bytes an edge while it is
 * read, and what {@link Graph} says.
 */
final class LocalEdges {
  private final long[] vertices;
  final Graph graph;

  private LocalEdges(long[] vertices, Graph graph) {
    this.vertices = vertices;
    this.graph = graph;
  }

  /** Reads pairs of child and parent, the first two columns. */
  static LocalEdges of(Dataset<Row> edges) {
    long[] ends = new long[1 << 10];
    int size = 0;
    for (java.util.Iterator<Row> rows = edges.collectAsList().iterator(); rows.hasNext(); ) {
      Row row = rows.next();
      if (size == ends.length) {
        ends = Arrays.copyOf(ends, 2 * size);
      }
      ends[size++] = row.getLong(0);
      ends[size++] = row.getLong(1);
    }
    long[] vertices = Arrays.stream(ends, 0, size).sorted().distinct().toArray();
    int[] children = new int[size / 2];
    int[] parents = new int[size / 2];
    for (int e = 0; e < children.length; e++) {
      children[e] = Arrays.binarySearch(vertices, ends[2 * e]);
      parents[e] = Arrays.binarySearch(vertices, ends[2 * e + 1]);
    }
    return new LocalEdges(vertices, Graph.of(vertices.length, children, parents, children.length));
  }

  int size() {
    return vertices.length;
  }

  /** The number of a vertex that is known here as an int. */
  long number(int vertex) {
    return vertices[vertex];
  }

  /** The int of a vertex, or a negative number if it is at no edge here. */
  int indexOf(long number) {
    return Arrays.binarySearch(vertices, number);
  }
}
