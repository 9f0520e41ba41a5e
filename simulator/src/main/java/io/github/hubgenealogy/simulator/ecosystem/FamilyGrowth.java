package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.chance.Dice;
import java.util.Arrays;

/**
 * Grows one family: descendants come in order of time, and each takes the first model or one of the
 * few that have children themselves as its parent.
 */
final class FamilyGrowth {
  // How often a descendant may have children; more get the chance than take it. The outcome is
  // held against laufer.branching: 7.94 %, 0.19 % and 0.95 %.
  private static final double FINETUNES_THAT_BRANCH = 0.093;
  private static final double ADAPTERS_THAT_BRANCH = 0.00283;
  private static final double QUANTIZED_THAT_BRANCH = 0.0088;

  private final Tickets tickets;
  private final Dice dice;
  private int[] branching = new int[64];
  private int branchingSize;
  private int waiting;

  FamilyGrowth(Tickets tickets, Dice dice) {
    this.tickets = tickets;
    this.dice = dice;
  }

  /**
   * Adds the descendants of a first model that is there already.
   *
   * @param first a ticket, or a deleted model as −2−d
   */
  void grow(Family family, int first, double born) {
    int count = family.descendants();
    double[] shares = new double[count];
    for (int i = 0; i < count; i++) {
      shares[i] = born + (1 - born) * dice.unit();
    }
    Arrays.sort(shares);
    branchingSize = 0;
    waiting = 0;
    for (double share : shares) {
      Kinship kinship = family.kinship(dice.unit());
      int parent = dice.happens(family.direct()) ? first : descendant(first);
      int ticket = tickets.add(share, parent, kinship, family.domain());
      if (dice.happens(branchRate(kinship))) {
        mayBranch(ticket);
      }
    }
    if (first >= 0 && count > 0 && count < 50 && dice.happens(0.004)) {
      // The first model was uploaded anew: it is younger than its eldest child now.
      tickets.share(first, shares[0] + 1e-4 * (1 - shares[0]));
    }
  }

  private static double branchRate(Kinship kinship) {
    return switch (kinship) {
      case FINETUNE -> FINETUNES_THAT_BRANCH;
      case ADAPTER -> ADAPTERS_THAT_BRANCH;
      case QUANTIZED -> QUANTIZED_THAT_BRANCH;
      case UNRELATED, MERGE -> 0;
    };
  }

  private int descendant(int first) {
    if (branchingSize == 0) {
      return first;
    }
    if (waiting < branchingSize && dice.happens(0.5)) {
      return branching[waiting++];
    }
    // Older ones have more children.
    double unit = dice.unit();
    return branching[(int) (unit * unit * branchingSize)];
  }

  private void mayBranch(int ticket) {
    if (branchingSize == branching.length) {
      branching = Arrays.copyOf(branching, 2 * branchingSize);
    }
    branching[branchingSize++] = ticket;
    tickets.mark(ticket, Structure.BRANCHING);
  }
}
