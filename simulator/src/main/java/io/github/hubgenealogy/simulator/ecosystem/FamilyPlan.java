package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.chance.Dice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How large the families are. The thirteen largest have the sizes, the direct children and roughly
 * the birthdays that the 2025 study found; the rest follow a power law whose exponent makes the sum
 * right. All scale with the number of models.
 */
final class FamilyPlan {
  /** Models of the 2025 study (laufer.nodes): the unit of scale. */
  static final double STUDY_MODELS = 1_860_411;

  /**
   * Children for each pair that the study's method finds: some write their parent so that the Hub
   * does not follow, or have a card that nobody can read.
   */
  private static final double PER_PAIR = 1.021;

  /** Pairs with one parent: finetunes, quantizations, adapters and untyped of the study. */
  static final double STUDY_CHILDREN = 533_295 * PER_PAIR;

  private static final double TAIL_SIZE = 8_500;
  private static final double TAIL_EXPONENT = 1.2;
  private static final int NAMED = 13;
  private static final double GOLDEN = 0.6180339887498949;

  private final double scale;
  private final Dice dice;

  FamilyPlan(int models, long seed) {
    this.scale = models / STUDY_MODELS;
    this.dice = new Dice(seed);
  }

  /** The families, largest first. */
  List<Family> families() {
    List<Family> families = new ArrayList<>();
    int left = (int) Math.round(STUDY_CHILDREN * scale);
    for (Family family : named()) {
      int descendants = Math.min(left, family.descendants());
      if (descendants > 0) {
        families.add(resized(family, descendants));
        left -= descendants;
      }
    }
    for (int rank = NAMED + 1; left > 0; rank++) {
      double size = TAIL_SIZE * Math.pow(rank / 11.0, -TAIL_EXPONENT) * scale;
      int descendants = Math.min(left, Math.max(1, (int) Math.round(size) - 1));
      families.add(tail(rank, descendants));
      left -= descendants;
    }
    return families;
  }

  private static Family resized(Family family, int descendants) {
    return new Family(
        descendants,
        family.direct(),
        family.domain(),
        family.born(),
        family.finetunes(),
        family.adapters());
  }

  // Sizes are laufer.wcc.nomerge.top1..10 less the first model, direct shares laufer.fanout over
  // them.
  private List<Family> named() {
    return List.of(
        named(33_193, 33_042, Domain.IMAGE, "2024-08-01", 0.005, 0.985),
        named(32_556, 32_501, Domain.LANGUAGE, "2024-01-22", 0.05, 0.93),
        named(30_617, 30_581, Domain.LANGUAGE, "2024-01-22", 0.04, 0.95),
        named(24_317, 3_600, Domain.LANGUAGE, "2024-04-17", 0.42, 0.20),
        named(23_868, 23_794, Domain.LANGUAGE, "2024-02-08", 0.08, 0.90),
        named(11_941, 2_900, Domain.LANGUAGE, "2024-07-14", 0.42, 0.20),
        named(9_858, 9_565, Domain.LANGUAGE, "2024-02-08", 0.08, 0.90),
        named(9_668, 9_361, Domain.ENCODER, "2022-03-02", 0.99, 0.005),
        named(9_262, 3_200, Domain.LANGUAGE, "2024-09-15", 0.45, 0.20),
        named(8_796, 8_430, Domain.IMAGE, "2023-07-25", 0.05, 0.93),
        named(6_900, 6_457, Domain.LANGUAGE, "2024-01-22", 0.04, 0.94),
        named(6_100, 5_556, Domain.ENCODER, "2022-03-02", 0.97, 0.015),
        named(4_100, 4_000, Domain.ENCODER, "2022-03-02", 0.99, 0.005));
  }

  private Family named(
      int descendants, int direct, Domain domain, String born, double finetunes, double adapters) {
    double share = Timeline.share(Instant.parse(born + "T00:00:00Z").getEpochSecond());
    return new Family(
        (int) Math.round(descendants * PER_PAIR * scale),
        (double) direct / descendants,
        domain,
        share,
        finetunes,
        adapters);
  }

  private Family tail(int rank, int descendants) {
    // Spread evenly over the ranks, so that no seed gives most of the mass to one domain.
    Domain domain = domain((rank * GOLDEN) % 1);
    double born = 0.95 * Math.pow(dice.unit(), 1.2);
    double direct = descendants < 4 ? 0.8 : 0.3 + 0.15 * dice.unit();
    return switch (domain) {
      case LANGUAGE -> new Family(descendants, direct, domain, born, 0.305, 0.305);
      case IMAGE -> new Family(descendants, direct, domain, born, 0.14, 0.81);
      case ENCODER -> new Family(descendants, direct, domain, born, 0.93, 0.05);
      case SPEECH -> new Family(descendants, direct, domain, born, 0.90, 0.07);
      case VISION, CONTROL -> new Family(descendants, direct, domain, born, 0.97, 0.02);
      case SEQUENCE -> new Family(descendants, direct, domain, born, 0.80, 0.17);
      case EMBEDDING -> new Family(descendants, direct, domain, born, 0.75, 0.00);
    };
  }

  private static Domain domain(double unit) {
    if (unit < 0.62) {
      return Domain.LANGUAGE;
    } else if (unit < 0.75) {
      return Domain.IMAGE;
    } else if (unit < 0.87) {
      return Domain.ENCODER;
    } else if (unit < 0.93) {
      return Domain.SPEECH;
    } else if (unit < 0.97) {
      return Domain.VISION;
    }
    return unit < 0.99 ? Domain.SEQUENCE : Domain.EMBEDDING;
  }
}
