package io.github.hubgenealogy.explorer.exposure;

import io.github.hubgenealogy.explorer.genealogy.Edge;

/**
 * One step of a way, from the model asked for towards the one found.
 *
 * @param relation as tables spell it; trained_on for the step from a data set
 * @param from the parent or data set, under the name it had in that snapshot
 * @param snapshot the newest that claims it
 * @param edge the evidence; null for trained_on
 */
public record Step(String from, String to, String relation, String snapshot, Edge edge) {
  /** The relation of a model and a data set that it says it was trained on. */
  public static final String TRAINED_ON = "trained_on";
}
