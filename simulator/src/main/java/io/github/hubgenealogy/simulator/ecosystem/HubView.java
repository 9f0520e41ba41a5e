package io.github.hubgenealogy.simulator.ecosystem;

import java.util.List;

/**
 * What the simulated Hub derives from a model's card.
 *
 * @param relation one for all bases, or null where the Hub found no base
 * @param bases the models it found, for {@code baseModels}, by id
 * @param tagged the ids in its {@code base_model:} tags: the bases, and deleted models, by id
 */
record HubView(String relation, List<Base> bases, List<Base> tagged) {
  static final HubView NOTHING = new HubView(null, List.of(), List.of());

  /**
   * A base as the Hub names it.
   *
   * @param target a model, or a deleted one as −2−d
   */
  record Base(int target, String id) {}
}
