package io.github.hubgenealogy.explorer.web.api;

import io.github.hubgenealogy.explorer.genealogy.Genealogy;
import io.github.hubgenealogy.explorer.web.Answer;
import java.util.Set;

/**
 * One path of the API.
 *
 * @param parameters the names that it knows beside the snapshot's
 */
record Endpoint(Set<String> parameters, Body body) {

  /** What it does with a snapshot and the parameters given. */
  @FunctionalInterface
  interface Body {
    Answer answer(Genealogy genealogy, Parameters parameters);
  }

  /** An endpoint whose answer is an object. */
  static Endpoint json(Set<String> parameters, Question question) {
    return new Endpoint(
        parameters, (genealogy, given) -> Answer.json(question.answer(genealogy, given)));
  }

  /** A question with an object as its answer. */
  @FunctionalInterface
  interface Question {
    Object answer(Genealogy genealogy, Parameters parameters);
  }
}
