package io.github.hubgenealogy.explorer.store;

import io.github.hubgenealogy.explorer.graph.Arcs;
import io.github.hubgenealogy.explorer.graph.Graph;
import io.github.hubgenealogy.explorer.graph.Ids;
import io.github.hubgenealogy.explorer.graph.Vertices;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Fills the arrays of a graph from an index: three statements, each read once from end to end. */
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
    Ids.Builder ids = new Ids.Builder();
    Vertices columns = Vertices.of(size);
    int[] at = new int[1];
    index.each("vertices", row -> fill(columns, ids, at[0]++, row));
    index.each(
        "places",
        row -> {
          columns.descendants()[row.getInt(1)] = row.getInt(2);
          columns.inCycle()[row.getInt(1)] = row.getBoolean(3);
        });
    return columns.with(ids.build());
  }

  private static void fill(Vertices columns, Ids.Builder ids, int v, ResultSet row)
      throws SQLException {
    ids.add(row.getString(1));
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
