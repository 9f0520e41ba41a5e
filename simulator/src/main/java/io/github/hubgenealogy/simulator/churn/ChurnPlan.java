package io.github.hubgenealogy.simulator.churn;

import io.github.hubgenealogy.simulator.chance.Chance;
import io.github.hubgenealogy.simulator.chance.Question;
import java.util.BitSet;

/**
 * Everything that will change, in order, fixed before the first request: so truth can say
 * beforehand what holds throughout.
 *
 * @param models listed at the beginning
 * @param rate changes for each record that the list gives out
 */
public record ChurnPlan(int models, double rate, long seed) {
  /** Whole crawls after which nothing changes any more. */
  private static final int CRAWLS = 10;

  private static final double CREATED = 0.3;

  /** What can happen to a Hub. */
  enum Kind {
    CREATE,
    DELETE,
    RENAME,
    RETAG,
    DOWNLOAD
  }

  /** One change; of a creation the target means nothing. */
  record Event(Kind kind, int target) {}

  public ChurnPlan {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("the rate of churn is between 0 and 1, not " + rate);
    }
  }

  /** How many changes there are at most. */
  int events() {
    return (int) Math.ceil(CRAWLS * rate * models);
  }

  /** How many models the ecosystem must hold in reserve for creations. */
  public int reserve() {
    return rate == 0 ? 0 : (int) Math.ceil(events() * CREATED * 1.2) + 16;
  }

  Event event(int number) {
    Chance chance = new Chance(seed);
    double unit = chance.unit(number, Question.CHURN_KIND);
    int target = chance.below(number, Question.CHURN_WHICH, models);
    if (unit < CREATED) {
      return new Event(Kind.CREATE, -1);
    } else if (unit < 0.4) {
      return new Event(Kind.DELETE, target);
    } else if (unit < 0.5) {
      return new Event(Kind.RENAME, target);
    }
    return new Event(unit < 0.65 ? Kind.RETAG : Kind.DOWNLOAD, target);
  }

  /** The models that are listed under the same name with the same tags throughout. */
  public BitSet steady() {
    BitSet steady = new BitSet(models);
    steady.set(0, models);
    for (int number = 0; number < events(); number++) {
      Event event = event(number);
      switch (event.kind()) {
        case DELETE, RENAME, RETAG -> steady.clear(event.target());
        case CREATE, DOWNLOAD -> {}
      }
    }
    return steady;
  }
}
