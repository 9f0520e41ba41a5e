package io.github.hubgenealogy.explorer.graph;

/**
 * Edges and declared copies by number, sorted by child, parent and relation, and found from either
 * end. 24 bytes an arc and 8 a vertex.
 */
public final class Arcs {
  private final int[] child;
  private final int[] parent;
  private final byte[] relation;
  private final byte[] basis;
  private final short[] rule;
  private final short[] sources;
  private final short[] policies;
  private final byte[] warnings;
  private final int[] upStarts;
  private final int[] downStarts;
  private final int[] down;

  /**
   * Takes arcs sorted by child, parent and relation.
   *
   * @param evidence of each arc: basis, rule, sources, policies, each a place in its list
   * @param warnings bits in the order of the enum
   * @param vertices how many there are
   */
  public Arcs(
      int[] child,
      int[] parent,
      byte[] relation,
      Evidence evidence,
      byte[] warnings,
      int vertices) {
    this.child = child;
    this.parent = parent;
    this.relation = relation;
    this.basis = evidence.basis();
    this.rule = evidence.rule();
    this.sources = evidence.sources();
    this.policies = evidence.policies();
    this.warnings = warnings;
    this.upStarts = starts(child, vertices);
    this.downStarts = starts(parent, vertices);
    this.down = new int[parent.length];
    int[] next = downStarts.clone();
    for (int arc = 0; arc < parent.length; arc++) {
      down[next[parent[arc]]++] = arc;
    }
  }

  /** The evidence of arcs, by number. */
  public record Evidence(byte[] basis, short[] rule, short[] sources, short[] policies) {}

  private static int[] starts(int[] ends, int vertices) {
    int[] starts = new int[vertices + 1];
    for (int end : ends) {
      starts[end + 1]++;
    }
    for (int i = 0; i < vertices; i++) {
      starts[i + 1] += starts[i];
    }
    return starts;
  }

  public int size() {
    return child.length;
  }

  public int child(int arc) {
    return child[arc];
  }

  public int parent(int arc) {
    return parent[arc];
  }

  /** Ordinal of the relation. */
  public int relation(int arc) {
    return relation[arc];
  }

  public int basis(int arc) {
    return basis[arc];
  }

  public int rule(int arc) {
    return rule[arc];
  }

  public int sources(int arc) {
    return sources[arc];
  }

  public int policies(int arc) {
    return policies[arc];
  }

  public int warnings(int arc) {
    return warnings[arc];
  }

  /** Whether nothing but prose claims it. */
  public boolean textAlone(int arc) {
    return (warnings[arc] & 16) != 0;
  }

  /** How many arcs lead from a vertex in a direction. */
  public int count(int vertex, Direction direction) {
    return direction == Direction.UP
        ? upStarts[vertex + 1] - upStarts[vertex]
        : downStarts[vertex + 1] - downStarts[vertex];
  }

  /** One of them, by the number of the other end, then by relation. */
  public int arc(int vertex, Direction direction, int i) {
    return direction == Direction.UP ? upStarts[vertex] + i : down[downStarts[vertex] + i];
  }

  /** The other end of an arc. */
  public int end(int arc, Direction direction) {
    return direction == Direction.UP ? parent[arc] : child[arc];
  }
}
