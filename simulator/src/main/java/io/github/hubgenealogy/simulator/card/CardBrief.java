package io.github.hubgenealogy.simulator.card;

import java.util.List;
import java.util.Map;

/**
 * What a card is to say.
 *
 * @param id the model's id
 * @param frontMatter keys and values in order; strings, numbers, lists and maps
 * @param parents what the prose calls the parents, in order
 * @param dataset what the prose calls the training data, or null
 * @param hostility how it attacks its reader; then it is not damaged otherwise
 * @param modelType the architecture's name
 * @param variety 64 random bits that choose among wordings and numbers
 * @param bodyChars about how long the prose shall be
 */
public record CardBrief(
    String id,
    Tool tool,
    Map<String, Object> frontMatter,
    List<String> parents,
    String dataset,
    String modelType,
    Damage damage,
    Hostility hostility,
    long variety,
    int bodyChars) {

  String name() {
    return id.substring(id.indexOf('/') + 1);
  }

  String owner() {
    return id.substring(0, Math.max(0, id.indexOf('/')));
  }
}
