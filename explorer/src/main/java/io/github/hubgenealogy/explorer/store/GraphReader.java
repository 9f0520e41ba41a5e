package io.github.hubgenealogy.explorer.store;

import io.github.hubgenealogy.explorer.graph.Arcs;
import io.github.hubgenealogy.explorer.graph.Graph;
import io.github.hubgenealogy.explorer.graph.Ids;
import io.github.hubgenealogy.explorer.graph.Vertices;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Fills the arrays of a graph from an index: three statements, each read once from end to end in
 * the order in which its table was written.
 */
final class GraphReader {
  private final IndexDatabase index;

  GraphReader(IndexDatabase index) {
    this.index = index;
  }

  /**
   * How large the parts of a snapshot are.
   *
   * @param arcs edges and declared copies
   */
  record Sizes(int vertices, int arcs, int edges, int datasets) {}

  Sizes sizes() {
    return index
        .rows("sizes", row -> new Sizes(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
        .get(0);
  }

  Graph read(Sizes sizes) {
    return Graph.of(vertices(sizes.vertices()), arcs(sizes.arcs(), sizes.vertices()));
  }

  private Vertices vertices(int size) {
    Vertices columns = Vertices.of(size);
    int[] lengths = new int[size];
    int[] at = new int[1];
    index.each("vertices", row -> fill(columns, lengths, at[0]++, row));
    return columns.with(ids(lengths));
  }

  private static void fill(Vertices columns, int[] lengths, int v, ResultSet row)
      throws SQLException {
    lengths[v] = row.getInt(1);
    columns.presence()[v] = row.getByte(2);
    columns.gated()[v] = row.getByte(3);
    columns.created()[v] = row.getLong(4);
    columns.modified()[v] = row.getLong(5);
    columns.downloads()[v] = row.getLong(6);
    columns.likes()[v] = (int) Math.min(row.getLong(7), Integer.MAX_VALUE);
    columns.parameters()[v] = row.getLong(8);
    columns.task()[v] = row.getShort(9);
    columns.library()[v] = row.getShort(10);
    columns.modelType()[v] = row.getInt(11);
    columns.licences()[v] = row.getInt(12);
    columns.descendants()[v] = row.getInt(13);
    columns.inCycle()[v] = row.getBoolean(14);
  }

  /** A text holds many ids, since the driver takes as long for a short one as for a long one. */
  private Ids ids(int[] lengths) {
    Ids.Builder ids = new Ids.Builder();
    int[] next = new int[1];
    index.each(
        "ids",
        row -> {
          byte[] several = row.getString(1).getBytes(StandardCharsets.UTF_8);
          for (int from = 0; from < several.length; from += lengths[next[0]++]) {
            ids.add(several, from, from + lengths[next[0]]);
          }
        });
    return ids.build();
  }

  private Arcs arcs(int size, int vertices) {
    int[] child = new int[size];
    int[] parent = new int[size];
    byte[] relation = new byte[size];
    byte[] warnings = new byte[size];
    Arcs.Evidence evidence =
        new Arcs.Evidence(new byte[size], new short[size], new short[size], new short[size]);
    int[] at = new int[1];
    index.each(
        "arcs",
        row -> {
          int arc = at[0]++;
          child[arc] = row.getInt(1);
          parent[arc] = row.getInt(2);
          relation[arc] = row.getByte(3);
          evidence.basis()[arc] = row.getByte(4);
          evidence.rule()[arc] = row.getShort(5);
          evidence.sources()[arc] = row.getShort(6);
          evidence.policies()[arc] = row.getShort(7);
          warnings[arc] = row.getByte(8);
        });
    return new Arcs(child, parent, relation, evidence, warnings, vertices);
  }

  /** The vertices' numbers, most downloads first. */
  int[] byDownloads(int size) {
    int[] numbers = new int[size];
    int[] at = new int[1];
    index.each(
        "by-downloads",
        row -> {
          numbers[at[0]++] = row.getInt(1);
        });
    return numbers;
  }
}
