package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.chance.Chance;
import io.github.hubgenealogy.simulator.chance.Question;

/**
 * Models that were on the Hub and are named as parents still. A few of them answer when asked, only
 * the list lacks them.
 */
public final class Deleted {
  private final Chance chance;
  private final int count;

  Deleted(Chance chance, int count) {
    this.chance = chance;
    this.count = count;
  }

  public int count() {
    return count;
  }

  /** Whether the model answers for itself though no list has it. */
  public boolean unlisted(int deleted) {
    return chance.happens(-1L - deleted, Question.LISTED, 0.05);
  }
}
