package io.github.hubgenealogy.simulator.hub;

/** What a name leads to. */
public sealed interface Found {
  /** The repository of that very name. */
  record Here(Repository repository) implements Found {}

  /** Another name is the repository's: it was renamed, or the case is wrong. */
  record Moved(String currentId) implements Found {}

  /** Nothing, or something private, which nobody can tell apart. */
  record Nothing() implements Found {}

  Found NOTHING = new Nothing();
}
