package io.github.hubgenealogy.explorer.graph;

/**
 * What is known of each vertex, by number.
 *
 * @param presence ordinal of the enum plus one
 * @param gated 0 not known, then false, auto, manual
 * @param created microseconds, or {@link #NO_DATE}; likewise modified
 * @param downloads of 30 days, or −1; likewise likes and parameters
 * @param task place in the list of tasks, 0 for none; likewise library, modelType and licences
 * @param descendants under policy union
 */
public record Vertices(
    Ids ids,
    byte[] presence,
    byte[] gated,
    long[] created,
    long[] modified,
    long[] downloads,
    int[] likes,
    long[] parameters,
    int[] task,
    int[] library,
    int[] modelType,
    int[] licences,
    int[] descendants,
    boolean[] inCycle) {
  public static final long NO_DATE = Long.MIN_VALUE;

  /** Empty arrays for some vertices, to be filled; their ids come last. */
  public static Vertices of(int n) {
    return new Vertices(
        null,
        new byte[n],
        new byte[n],
        new long[n],
        new long[n],
        new long[n],
        new int[n],
        new long[n],
        new int[n],
        new int[n],
        new int[n],
        new int[n],
        new int[n],
        new boolean[n]);
  }

  /** The same arrays with their ids. */
  public Vertices with(Ids names) {
    return new Vertices(
        names,
        presence,
        gated,
        created,
        modified,
        downloads,
        likes,
        parameters,
        task,
        library,
        modelType,
        licences,
        descendants,
        inCycle);
  }

  public int size() {
    return ids.size();
  }
}
