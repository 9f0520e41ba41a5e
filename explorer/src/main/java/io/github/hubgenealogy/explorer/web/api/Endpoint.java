package io.github.hubgenealogy.explorer.web.api;

import io.github.hubgenealogy.explorer.genealogy.Genealogy;
import io.github.hubgenealogy.explorer.web.Answer;
import java.util.List;
import java.util.Set;

/**
 * One path of the API.
 *
 * @param parameters the names that it knows beside the snapshot's
 */
record Endpoint(Set<String> parameters, Body body) {

  /**
   * What it does with the snapshots and the parameters given: one snapshot, or all, the oldest
   * first, where it knows {@link Parameters#ALL_SNAPSHOTS} and that is asked for.
   */
  @FunctionalInterface
  interface Body {
    Answer answer(List<Genealogy> views, Parameters parameters);
  }

  /** An endpoint whose answer is an object. */
  static Endpoint json(Set<String> parameters, Question question) {
    return new Endpoint(
        parameters, (views, given) -> Answer.json(question.answer(newest(views), given)));
  }

  /** The one that an answer is of. */
  static Genealogy newest(List<Genealogy> views) {
    return views.get(views.size() - 1);
  }

  /** A question with an object as its answer. */
  @FunctionalInterface
  interface Question {
    Object answer(Genealogy genealogy, Parameters parameters);
  }
}
