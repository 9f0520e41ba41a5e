package io.github.hubgenealogy.explorer.graph;

/** Which way a walk goes. */
public enum Direction {
  /** To parents. */
  UP,
  /** To children. */
  DOWN
}
