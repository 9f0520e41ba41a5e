package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.chance.Chance;
import io.github.hubgenealogy.simulator.chance.Question;

/**
 * What is talked about: a score that one model in seventy has, and that moves. With every tick one
 * model in 64 draws a new one, so that after 64 all have.
 */
final class Trends {
  private static final int TICKS = 64;
  private static final double WITHOUT = 0.985;

  private final Chance chance;

  Trends(Chance chance) {
    this.chance = chance;
  }

  /** A model's score; fractional ones occur, as on the Hub (hub-api §1.4). */
  double score(int model, int tick) {
    int phase = (int) (chance.bits(model, Question.TRENDING_DRIFT) & (TICKS - 1));
    double unit = chance.unit(model, Question.TRENDING, (tick + phase) / TICKS);
    if (unit < WITHOUT) {
      return 0;
    }
    double score = StrictMath.pow((1 - unit) / (1 - WITHOUT) + 1e-6, -0.8) - 0.5;
    return Math.max(1, Math.round(2 * score)) / 2.0;
  }
}
