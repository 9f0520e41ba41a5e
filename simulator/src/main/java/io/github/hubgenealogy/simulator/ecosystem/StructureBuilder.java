package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.chance.Chance;
import io.github.hubgenealogy.simulator.chance.Dice;
import java.util.Arrays;
import java.util.List;

/**
 * Builds the structure of an ecosystem: families, merges, rare shapes and the models without
 * relations, put into the order of their creation. Two seconds for 2.4 million models.
 */
final class StructureBuilder {
  /** Merge models of the study's time (hub-api §4.4: 13,990 in October 2025). */
  private static final double STUDY_MERGES = 13_450;

  /** Deleted models that are still named as parents, and how many name them: fitted, see README. */
  private static final double STUDY_DELETED = 5_600;

  private static final double SHARE_WHEN_MERGES_BEGIN = 0.17;

  private final int models;
  private final double scale;
  private final Dice dice;
  private final Tickets tickets;
  private int deleted;

  StructureBuilder(EcosystemSettings settings) {
    this.models = settings.models();
    this.scale = models / FamilyPlan.STUDY_MODELS;
    this.dice = new Dice(settings.seed());
    this.tickets = new Tickets(models + 64);
  }

  /** The whole structure of an ecosystem. */
  static Structure build(EcosystemSettings settings) {
    return new StructureBuilder(settings).build(settings.seed());
  }

  private Structure build(long seed) {
    families(new FamilyPlan(models, Chance.mix(seed + 1)).families());
    deletedFamilies();
    int merges = (int) Math.round(STUDY_MERGES * scale) - mergesThatHaveChildren;
    for (int i = 0; i < merges; i++) {
      merge();
    }
    new SetPieces(tickets, dice, models).add();
    if (tickets.size() > models) {
      throw new IllegalStateException(models + " models are too few for " + tickets.size());
    }
    while (tickets.size() < models) {
      tickets.add(dice.unit(), Tickets.NONE, Kinship.UNRELATED, unrelatedDomain());
    }
    Structure structure = inOrder();
    new FurtherParents(structure, new Dice(Chance.mix(seed + 2))).add();
    structure.indexChildren();
    new TraitDrift(structure, new Dice(Chance.mix(seed + 3)), new Chance(seed)).assign();
    return structure;
  }

  private int mergesThatHaveChildren;

  private void families(List<Family> families) {
    FamilyGrowth growth = new FamilyGrowth(tickets, dice);
    int most = (int) (0.3 * STUDY_MERGES * scale);
    for (int rank = 0; rank < families.size(); rank++) {
      Family family = families.get(rank);
      boolean merged =
          rank > 60
              && mergesThatHaveChildren < most
              && family.domain() == Domain.LANGUAGE
              && dice.happens(0.5);
      double born =
          merged ? Math.max(family.born(), SHARE_WHEN_MERGES_BEGIN + 0.05) : family.born();
      int first =
          tickets.add(
              born, Tickets.NONE, merged ? Kinship.MERGE : Kinship.UNRELATED, family.domain());
      tickets.mark(first, Structure.FIRST | (rank < 13 ? Structure.NAMED : 0));
      if (merged) {
        mergesThatHaveChildren++;
      }
      growth.grow(family, first, born);
    }
  }

  /** Families whose first model is no longer on the Hub. */
  private void deletedFamilies() {
    FamilyGrowth growth = new FamilyGrowth(tickets, dice);
    int families = models < 200 ? 0 : (int) Math.max(1, Math.round(STUDY_DELETED * scale));
    for (deleted = 0; deleted < families; deleted++) {
      double unit = dice.unit();
      int descendants = Math.min((int) Math.ceil(models * 0.002), (int) (1 / (0.02 + unit)));
      Family family = new Family(Math.max(1, descendants), 0.9, Domain.LANGUAGE, 0, 0.45, 0.3);
      growth.grow(family, -2 - deleted, 0.1 + 0.8 * dice.unit());
    }
  }

  private void merge() {
    double share = SHARE_WHEN_MERGES_BEGIN + (1 - SHARE_WHEN_MERGES_BEGIN) * dice.unit();
    Domain domain = dice.happens(0.9) ? Domain.LANGUAGE : Domain.IMAGE;
    int ticket = tickets.add(share, Tickets.NONE, Kinship.MERGE, domain);
    if (dice.happens(0.15)) {
      tickets.mark(ticket, Structure.BRANCHING);
    }
  }

  private Domain unrelatedDomain() {
    double unit = dice.unit();
    if (unit < 0.42) {
      return Domain.LANGUAGE;
    } else if (unit < 0.58) {
      return Domain.ENCODER;
    } else if (unit < 0.66) {
      return Domain.IMAGE;
    } else if (unit < 0.71) {
      return Domain.SPEECH;
    } else if (unit < 0.77) {
      return Domain.VISION;
    } else if (unit < 0.82) {
      return Domain.SEQUENCE;
    }
    return unit < 0.85 ? Domain.EMBEDDING : Domain.CONTROL;
  }

  private Structure inOrder() {
    long[] order = new long[models];
    for (int ticket = 0; ticket < models; ticket++) {
      order[ticket] =
          (long) (Math.min(tickets.share(ticket), 0.9999999999) * 0x1p39) << 24 | ticket;
    }
    Arrays.sort(order);
    int[] place = new int[models];
    for (int model = 0; model < models; model++) {
      place[(int) (order[model] & 0xFFFFFF)] = model;
    }
    Structure structure = new Structure(models, deleted);
    for (int model = 0; model < models; model++) {
      int ticket = (int) (order[model] & 0xFFFFFF);
      int parent = tickets.parent(ticket);
      structure.created[model] = (int) Timeline.second((model + 0.5) / models);
      structure.parent[model] = parent >= 0 ? place[parent] : parent;
      structure.kinship[model] = tickets.kinship(ticket);
      structure.domain[model] = tickets.domain(ticket);
      structure.form[model] = tickets.form(ticket);
      structure.marks[model] = tickets.mark(ticket);
    }
    return structure;
  }
}
