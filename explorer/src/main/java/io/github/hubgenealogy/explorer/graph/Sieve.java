package io.github.hubgenealogy.explorer.graph;

import java.util.BitSet;

/**
 * Which arcs a walk follows and which vertices it enters, by number.
 *
 * @param relations bits of ordinals
 * @param textAlone whether arcs that only prose claims are followed
 * @param tasks numbers of tasks, or null for all
 * @param createdFrom microseconds, inclusive, or {@link Vertices#NO_DATE} for all
 * @param createdTo exclusive, or {@link Vertices#NO_DATE} for all
 * @param minDownloads or −1 for all
 */
public record Sieve(
    int relations,
    boolean textAlone,
    BitSet tasks,
    long createdFrom,
    long createdTo,
    long minDownloads) {

  public boolean follows(Arcs arcs, int arc) {
    return (relations >> arcs.relation(arc) & 1) != 0 && (textAlone || !arcs.textAlone(arc));
  }

  public boolean enters(Vertices vertices, int vertex) {
    long created = vertices.created()[vertex];
    return (minDownloads < 0 || vertices.downloads()[vertex] >= minDownloads)
        && (tasks == null || tasks.get(vertices.task()[vertex]))
        && (createdFrom == Vertices.NO_DATE || created >= createdFrom)
        && (createdTo == Vertices.NO_DATE || (created != Vertices.NO_DATE && created < createdTo));
  }

  /** Whether a walk takes an arc and enters its other end. */
  public boolean takes(Graph graph, int arc, Direction direction) {
    return follows(graph.arcs(), arc) && enters(graph.vertices(), graph.arcs().end(arc, direction));
  }
}
