package io.github.hubgenealogy.explorer.genealogy;

import java.util.List;
import java.util.Map;

/**
 * All models at one distance, of which some are shown and the others counted.
 *
 * @param distance fewest edges, from 1
 * @param shown those with most descendants first, then by id
 * @param total how many there are
 * @param relations how many of them by the relation of the first edge on a shortest path (ties: the
 *     order of {@link Relation}, then ids)
 * @param owners how many owners they have
 * @param rests those not shown, counted by the neighbour through which they are reached
 */
public record Generation(
    int distance,
    List<Kin> shown,
    int total,
    Map<Relation, Integer> relations,
    int owners,
    List<Rest> rests) {

  public Generation {
    shown = List.copyOf(shown);
    rests = List.copyOf(rests);
  }

  /**
   * "+1,204 quantized by 31 owners".
   *
   * @param neighbour the model of the generation before through which they are reached (of several
   *     the one shown first); null stands for all that are not shown themselves
   */
  public record Rest(String neighbour, Relation relation, int models, int owners) {}
}
