package io.github.hubgenealogy.explorer.genealogy;

import java.util.List;
import java.util.Set;

/**
 * One pair of child and parent with its evidence. Two models have one edge of table {@code edges}
 * at most, and beside it one of {@link Relation#DUPLICATED_FROM} at most.
 *
 * @param basis card, hub, tag, inferred or none: what decided the relation
 * @param inferenceRule the rule that inferred it, or null
 * @param sources card, config, hub, tag, text: who claims the pair, sorted
 * @param policies under which it counts, in the order of the definitions; none for {@link
 *     Relation#DUPLICATED_FROM}
 */
public record Edge(
    String child,
    String parent,
    Relation relation,
    String basis,
    String inferenceRule,
    List<String> sources,
    List<String> policies,
    Set<WarningSign> warnings) {

  public Edge {
    sources = List.copyOf(sources);
    policies = List.copyOf(policies);
    warnings = Set.copyOf(warnings);
  }

  public boolean conflict() {
    return warnings.contains(WarningSign.RELATION_CONFLICT);
  }

  /** Whether only the card's prose says so. */
  public boolean textAlone() {
    return warnings.contains(WarningSign.TEXT_ALONE);
  }
}
