package io.github.hubgenealogy.crawler.card;

import io.github.hubgenealogy.crawler.packed.PackedCells;

/**
 * What the list says of a model, as far as its card's sake goes.
 *
 * @param order the question's place among the others
 * @param key the model's {@code _id}
 * @param sha the listed commit, or null
 */
record ListedModel(String order, String key, String id, String sha) {

  static ListedModel of(PackedCells row) {
    return new ListedModel(
        row.text(CardWork.ORDER),
        row.text(CardWork.KEY),
        row.text(CardWork.ID),
        row.text(CardWork.SHA));
  }
}
