package io.github.hubgenealogy.explorer.genealogy;

/**
 * One answer of a search.
 *
 * @param kind what was found
 * @param downloads of the last 30 days, 0 where not known; for an owner those of all its models
 * @param descendants of a model under policy union; 0 for others
 */
public record Hit(Kind kind, String id, long downloads, int descendants) {
  /** What can be looked for. */
  public enum Kind {
    MODEL,
    DATASET,
    OWNER
  }
}
