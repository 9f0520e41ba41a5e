package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.chance.Chance;
import io.github.hubgenealogy.simulator.chance.Question;

/** Downloads, likes and dates: as skewed as on the Hub, and higher where there are children. */
final class Figures {
  /** Models without a download in 30 days: 64.5 % (hub-api §4.4, October 2025). */
  private static final double WITHOUT_DOWNLOADS = 0.66;

  private final Structure structure;
  private final Chance chance;

  Figures(Structure structure, Chance chance) {
    this.structure = structure;
    this.chance = chance;
  }

  long downloads(int model) {
    int children = structure.childCount(model);
    double unit = chance.unit(model, Question.DOWNLOADS);
    if (unit < WITHOUT_DOWNLOADS && children == 0) {
      return 0;
    }
    double rank = children > 0 ? unit : (unit - WITHOUT_DOWNLOADS) / (1 - WITHOUT_DOWNLOADS);
    double tail = Math.pow(1 - rank + 1e-7, -1.45);
    return (long) Math.min(9e8, 1 + tail * (1 + 40.0 * children));
  }

  long downloadsEver(int model) {
    return downloads(model) * (2 + chance.below(model, Question.DOWNLOADS_EVER, 20));
  }

  long likes(int model) {
    double unit = chance.unit(model, Question.LIKES);
    int children = structure.childCount(model);
    return (long) ((Math.pow(1 - unit + 1e-7, -0.7) - 0.9) * (1 + Math.sqrt(children)) * 0.8);
  }

  long lastModified(int model) {
    double unit = chance.unit(model, Question.LAST_MODIFIED);
    long created = structure.created[model];
    long later = (long) ((Timeline.END - created) * unit * unit * unit * unit);
    return created + (unit < 0.3 ? (long) (unit * 10_000) : later);
  }
}
