package io.github.hubgenealogy.jobs.lineage;

import java.util.Locale;

/**
 * What the engine memory needs of the heap at its peak, which is while one policy is computed.
 *
 * <p>A vertex: its id in the dictionary, three times while it is sent to the tasks (22 bytes on the
 * Hub, 4 for its end, up to 16 of the hash: 3 × 42), whether it is listed, the graph's two lists
 * (8), children by relation (20), components, cycles and depths (52 with what they need while they
 * run), the closure's marks (26). An edge: 16 as it comes, 16 in one piece, 9 for the policy, 17 of
 * the graph and its sort. A pair of the closure: 16 in the order of descendants, 12 in that of
 * ancestors.
 *
 * @param vertices rows of table models
 * @param edges rows of table edges
 * @param pairs of ancestor and descendant, where they are known or guessed
 */
record MemoryEstimate(long vertices, long edges, long pairs) {
  static final long BYTES_A_VERTEX = 240;
  static final long BYTES_AN_EDGE = 58;
  static final long BYTES_A_PAIR = 28;

  /** Pairs for each edge on the Hub of 2026, rounded up: 2.8 million for 978,000 edges. */
  private static final long PAIRS_AN_EDGE = 3;

  /** An estimate before the closure is known; the engine gives up should it come out larger. */
  static MemoryEstimate of(long vertices, long edges) {
    return new MemoryEstimate(vertices, edges, PAIRS_AN_EDGE * edges);
  }

  /** Bytes without the closure. */
  private long graph() {
    return vertices * BYTES_A_VERTEX + edges * BYTES_AN_EDGE;
  }

  long bytes() {
    return graph() + pairs * BYTES_A_PAIR;
  }

  /** Three fifths of the largest heap: the rest is for Spark and for the tables being written. */
  static long budget() {
    return Runtime.getRuntime().maxMemory() / 5 * 3;
  }

  /** Whether ints can number everything and the budget holds it. */
  boolean fits(long budget) {
    return bytes() <= budget && vertices < Integer.MAX_VALUE / 5 && edges < Integer.MAX_VALUE - 8;
  }

  /** Pairs that the budget leaves room for. */
  long pairsWithin(long budget) {
    return Math.min(Integer.MAX_VALUE - 8, Math.max(0, (budget - graph()) / BYTES_A_PAIR));
  }

  /** The estimate as a person reads it. */
  String text(long budget) {
    return String.format(
        Locale.ROOT,
        "about %d MiB for %d models and %d edges, of %d MiB, 60 %% of the largest heap",
        bytes() >> 20,
        vertices,
        edges,
        budget >> 20);
  }
}
