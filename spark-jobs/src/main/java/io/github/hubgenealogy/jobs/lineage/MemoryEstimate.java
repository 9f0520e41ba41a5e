package io.github.hubgenealogy.jobs.lineage;

import java.util.Locale;

/**
 * What the engine memory needs of the heap at its peak: while one policy is written and the next
 * computed. The closure is not held, so its size does not matter.
 *
 * <p>A model: its id in the dictionary and while it is sent to the tasks (22 bytes on the Hub, 4
 * for its end, up to 16 of the hash; 26 sent), whether it is listed, its number as a vertex (8). A
 * vertex, which is a model with an edge: its id once more (26); for each of two policies the
 * graph's two lists (8), children by relation (20), components (8), cycles (12), depths (up to 30),
 * the closure's counts and marks (17), the label (4), 20 more while it is computed; the search
 * downwards in two threads (2 × 28) and where its rows begin (8). An edge: 16 as it comes, 16 in
 * one piece, and 26 for each of two policies.
 *
 * @param models rows of table models
 * @param edges rows of table edges
 */
record MemoryEstimate(long models, long edges) {
  static final long BYTES_A_MODEL = 80;
  static final long BYTES_A_VERTEX = 320;
  static final long BYTES_AN_EDGE = 84;

  long bytes() {
    long vertices = Math.min(models, 2 * edges);
    return models * BYTES_A_MODEL + vertices * BYTES_A_VERTEX + edges * BYTES_AN_EDGE;
  }

  /** Three fifths of the largest heap: the rest is for Spark and for the tables being written. */
  static long budget() {
    return Runtime.getRuntime().maxMemory() / 5 * 3;
  }

  /** Whether ints can number everything and the budget holds it. */
  boolean fits(long budget) {
    return bytes() <= budget && models < Integer.MAX_VALUE / 5 && edges < Integer.MAX_VALUE - 8;
  }

  /** The estimate as a person reads it. */
  String text(long budget) {
    return String.format(
        Locale.ROOT,
        "about %d MiB for %d models and %d edges, of %d MiB, 60 %% of the largest heap",
        bytes() >> 20,
        models,
        edges,
        budget >> 20);
  }
}
