package io.github.hubgenealogy.simulator.ecosystem;

/**
 * Which base the Hub keeps of a list that is no merge. The real rule is unknown; records fit either
 * in part (hub-api §4.3).
 */
public enum KeptBase {
  /** The first by id. */
  FIRST,
  /** The one created last. */
  NEWEST
}
