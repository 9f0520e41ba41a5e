package io.github.hubgenealogy.explorer.genealogy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which edges a walk follows and which models it shows. A model that is not shown is not walked
 * through either, so that what is shown hangs together.
 *
 * @param relations that are followed
 * @param textAlone whether edges that only prose claims are followed
 * @param tasks pipeline tags of models shown; empty for all
 * @param createdFrom models created before it are left out, as are those without a date; null for
 *     all
 * @param createdTo models created at or after it are left out, as are those without a date; null
 *     for all
 * @param minDownloads of the last 30 days; null for all
 */
public record Filter(
    Set<Relation> relations,
    boolean textAlone,
    Set<String> tasks,
    Instant createdFrom,
    Instant createdTo,
    Long minDownloads) {

  public Filter {
    relations = Set.copyOf(relations);
    tasks = Set.copyOf(tasks);
  }

  /** Every declared edge and every copy, all models. */
  public static Filter declared() {
    return new Filter(EnumSet.allOf(Relation.class), false, Set.of(), null, null, null);
  }

  /** The same for some relations only. */
  public Filter only(Set<Relation> some) {
    return new Filter(some, textAlone, tasks, createdFrom, createdTo, minDownloads);
  }
}
