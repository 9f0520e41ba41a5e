package io.github.hubgenealogy.simulator.hub;

/** Who may read a repository's files. */
public enum Access {
  OPEN,
  /** Files ask for an agreement; metadata does not. */
  GATED,
  DISABLED
}
