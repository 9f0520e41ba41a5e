package io.github.hubgenealogy.simulator.hub;

import io.github.hubgenealogy.lake.store.Origin;

/** A Hub's content, models and datasets. */
public interface Hub {
  /**
   * Where its content comes from: made up, or real cards. The real Hub says nothing of the kind.
   */
  Origin origin();

  Shelf models();

  Shelf datasets();

  /** An owner by name, in any case, or null where there is none. */
  Account account(String name);
}
