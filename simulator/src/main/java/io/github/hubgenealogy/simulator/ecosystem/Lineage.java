package io.github.hubgenealogy.simulator.ecosystem;

import java.util.List;

/**
 * What a model says about its parents, source by source.
 *
 * @param declared base_model of its card, in order
 * @param empty whether base_model is there and empty
 * @param asList whether it is written as a list though it has one item
 * @param explicit base_model_relation as written, or null
 * @param authorTag a tag about a base that the author typed, without {@code base_model:} and
 *     relation, or null
 * @param authorTagRelation the relation in that tag, or null
 * @param config the base that the adapter's configuration names, or null
 * @param prose the parents that the prose names, in order
 * @param hub what the Hub makes of it
 */
record Lineage(
    List<Reference> declared,
    boolean empty,
    boolean asList,
    String explicit,
    Reference authorTag,
    String authorTagRelation,
    Reference config,
    List<Reference> prose,
    HubView hub) {

  /** The relations that the Hub knows. */
  static boolean isKnownRelation(String word) {
    return word != null
        && switch (word) {
          case "finetune", "adapter", "quantized", "merge" -> true;
          default -> false;
        };
  }
}
