package io.github.hubgenealogy.explorer.genealogy;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that the snapshot says of one model. Every text in it was written by strangers.
 *
 * @param repoKey the Hub's key, or null
 * @param downloadsAllTime or null
 * @param tags empty where none
 * @param card what its card says, or null where table cards has no row for it
 * @param lineage its place under policy union, or null where the snapshot has none
 * @param relations how many children by relation
 * @param datasets what it says it was trained on
 * @param formerNames names that lead to it
 * @param successors models that its card names as its new version
 * @param copyOf models that its card says it is a copy of
 * @param firstSeen the first snapshot of the lake that lists it, or null; likewise lastListedIn
 */
public record ModelSheet(
    Member model,
    String repoKey,
    Instant lastModified,
    Instant observedAt,
    String sha,
    Boolean disabled,
    Long downloadsAllTime,
    List<String> tags,
    List<String> languages,
    List<String> architectures,
    List<String> papers,
    Boolean hasCard,
    String generatedBy,
    String firstSeen,
    String lastListedIn,
    Card card,
    Place lineage,
    Map<Relation, Integer> relations,
    List<DatasetUse> datasets,
    List<String> formerNames,
    List<Named> successors,
    List<Named> copyOf) {

  /** What the card says, as written. */
  public record Card(
      String source,
      String parseStatus,
      String parseError,
      List<String> baseModels,
      String relation,
      String newVersion,
      String duplicatedFrom,
      String licenceName,
      String licenceLink,
      Double co2Grams) {}

  /** Its row of table lineage under policy union. */
  public record Place(
      String componentId,
      long componentSize,
      String componentLabel,
      boolean inCycle,
      int depthMax,
      int depthMin,
      String rootId,
      int roots,
      int ancestors,
      int descendants,
      boolean capped) {}

  /** A data set it names. */
  public record DatasetUse(
      String dataset, Presence presence, List<String> sources, String text, String resolution) {}

  /** A model named by a card, and how the name was resolved. */
  public record Named(String id, String resolution) {}
}
