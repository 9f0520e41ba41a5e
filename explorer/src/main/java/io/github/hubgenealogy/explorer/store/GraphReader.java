package io.github.hubgenealogy.explorer.store;

import io.github.hubgenealogy.explorer.graph.Arcs;
import io.github.hubgenealogy.explorer.graph.Graph;
import io.github.hubgenealogy.explorer.graph.Ids;
import io.github.hubgenealogy.explorer.graph.Vertices;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * Fills the arrays of a graph from an index: three statements, each read once from end to end in
 * the order in which its table was written.
 */
final class GraphReader {
  /** Tasks and libraries are numbered in 27 bits, since anybody may write names of their own. */
  private static final int MAX_WORDS = (1 << 27) - 1;

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
    return columns.with(ids("ids", lengths));
  }

  private static void fill(Vertices columns, int[] lengths, int v, ResultSet row)
      throws SQLException {
    long counts = row.getLong(1);
    long small = row.getLong(2);
    long words = row.getLong(3);
    lengths[v] = (int) (counts >>> 32);
    columns.descendants()[v] = (int) counts;
    columns.presence()[v] = (byte) (small & 7);
    columns.gated()[v] = (byte) (small >>> 3 & 3);
    columns.inCycle()[v] = (small >>> 5 & 1) != 0;
    columns.task()[v] = (int) (small >>> 8) & MAX_WORDS;
    columns.library()[v] = (int) (small >>> 35) & MAX_WORDS;
    columns.modelType()[v] = (int) (words >>> 32);
    columns.licences()[v] = (int) words;
    columns.created()[v] = row.getLong(4);
    columns.modified()[v] = row.getLong(5);
    columns.downloads()[v] = row.getLong(6);
    columns.likes()[v] = (int) Math.min(row.getLong(7), Integer.MAX_VALUE);
    columns.parameters()[v] = row.getLong(8);
  }

  /**
   * The ids that a statement gives many at once, as bytes: the driver takes as long for a short
   * value as for a long one, and far longer for text.
   */
  private Ids ids(String statementName, int[] lengths) {
    byte[] bytes = new byte[Arrays.stream(lengths).reduce(0, Math::addExact)];
    int[] at = new int[1];
    index.each(
        statementName,
        row -> {
          byte[] several = row.getBytes(1);
          System.arraycopy(several, 0, bytes, at[0], several.length);
          at[0] += several.length;
        });
    return Ids.of(bytes, lengths);
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
          long ends = row.getLong(1);
          long kind = row.getLong(2);
          long lists = row.getLong(3);
          child[arc] = (int) (ends >>> 32);
          parent[arc] = (int) ends;
          relation[arc] = (byte) kind;
          evidence.basis()[arc] = (byte) (kind >>> 8);
          warnings[arc] = (byte) (kind >>> 16);
          evidence.rule()[arc] = (short) lists;
          evidence.sources()[arc] = (short) (lists >>> 16);
          evidence.policies()[arc] = (short) (lists >>> 32);
        });
    return new Arcs(child, parent, relation, evidence, warnings, vertices);
  }

  /** The data sets' ids, and their downloads by number. */
  Ids datasets(long[] downloads) {
    int[] lengths = new int[downloads.length];
    int[] at = new int[1];
    index.each(
        "datasets",
        row -> {
          lengths[at[0]] = row.getInt(1);
          downloads[at[0]++] = row.getLong(2);
        });
    return ids("dataset-ids", lengths);
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
