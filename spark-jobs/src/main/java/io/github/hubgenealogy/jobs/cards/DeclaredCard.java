package io.github.hubgenealogy.jobs.cards;

import java.util.List;

/**
 * What a card declares, typed. A list that is not declared is empty; anything else is null.
 *
 * @param languages as written; {@code languagesIso} as codes
 * @param licenses lower case
 * @param baseModels the parents as written, in their order
 * @param misspeltKeys keys that were read as what they mean
 * @param unknownKeys keys that have no column
 * @param pageKeys keys of the Hub's own that steer its pages and have no column
 * @param modelIndex as JSON
 * @param droppedValues single values under keys that have a column which the column does not hold
 */
public record DeclaredCard(
    List<String> languages,
    List<String> languagesIso,
    List<String> licenses,
    String licenseName,
    String licenseLink,
    String libraryName,
    String pipelineTag,
    List<String> tags,
    List<String> datasets,
    List<String> metrics,
    List<String> baseModels,
    String baseModelRelation,
    String newVersion,
    String duplicatedFrom,
    List<String> misspeltKeys,
    List<String> unknownKeys,
    List<String> pageKeys,
    Double co2EqGrams,
    String modelIndex,
    long droppedValues) {

  /** A card that declares nothing. */
  public static final DeclaredCard NOTHING =
      new DeclaredCard(
          List.of(), List.of(), List.of(), null, null, null, null, List.of(), List.of(), List.of(),
          List.of(), null, null, null, List.of(), List.of(), List.of(), null, null, 0);
}
