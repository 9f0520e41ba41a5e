package io.github.hubgenealogy.jobs.verify;

import java.util.ArrayList;
import java.util.List;

/** What was checked and what was found; may be told by several threads. */
public final class Findings {
  private final List<String> held = new ArrayList<>();
  private final List<Finding> found = new ArrayList<>();

  /** A check that held, in words. */
  synchronized void held(String check) {
    held.add(check);
  }

  synchronized void found(String where, String what) {
    found.add(new Finding(where, what));
  }

  /** Says that a rule held, or by how many rows it is broken. */
  void rule(String where, String rule, long broken) {
    if (broken == 0) {
      held(rule);
    } else {
      found(where, rule + " does not hold for " + broken + (broken == 1 ? " row" : " rows"));
    }
  }

  public synchronized List<String> held() {
    return List.copyOf(held);
  }

  public synchronized List<Finding> found() {
    return List.copyOf(found);
  }
}
