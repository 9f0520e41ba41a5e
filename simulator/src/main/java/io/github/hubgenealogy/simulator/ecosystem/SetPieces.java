package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.chance.Dice;

/**
 * The rare shapes that chance alone would not make often enough: deep chains, cycles of two and
 * more, and claims that lead nowhere.
 */
final class SetPieces {
  private static final int DEEPEST = 40;

  private final Tickets tickets;
  private final Dice dice;
  private final double scale;
  private final int models;

  SetPieces(Tickets tickets, Dice dice, int models) {
    this.tickets = tickets;
    this.dice = dice;
    this.models = models;
    this.scale = models / FamilyPlan.STUDY_MODELS;
  }

  void add() {
    chains();
    cycles();
    nowhere();
  }

  private int times(double atStudyScale, int fewestModels) {
    return models < fewestModels ? 0 : (int) Math.max(1, Math.round(atStudyScale * scale));
  }

  /** Chains of 40 finetunes, each of the one before; shorter ones where there are few models. */
  private void chains() {
    int length = Math.min(DEEPEST, models / 25);
    for (int chain = times(10, 50); chain > 0; chain--) {
      double share = 0.3 + 0.2 * dice.unit();
      double step = (0.99 - share) / DEEPEST;
      int parent = tickets.add(share, Tickets.NONE, Kinship.UNRELATED, Domain.LANGUAGE);
      for (int i = 0; i < length; i++) {
        share += step * (0.5 + 0.5 * dice.unit());
        parent = tickets.add(share, parent, Kinship.FINETUNE, Domain.LANGUAGE);
      }
    }
  }

  private void cycles() {
    for (int i = times(120, 200); i > 0; i--) {
      cycle(2);
    }
    for (int i = times(30, 400); i > 0; i--) {
      cycle(3 + dice.below(5));
    }
  }

  private void cycle(int length) {
    double share = 0.2 + 0.7 * dice.unit();
    int first = tickets.add(share, Tickets.NONE, Kinship.FINETUNE, Domain.LANGUAGE);
    int parent = first;
    for (int i = 1; i < length; i++) {
      share += 0.0001 + 0.01 * dice.unit();
      parent = tickets.add(share, parent, Kinship.FINETUNE, Domain.LANGUAGE);
    }
    tickets.parent(first, parent);
  }

  // The study names no such numbers; these are of the order found in real cards (malformed.tsv).
  private void nowhere() {
    nowhere(Form.LOCAL_PATH, 5_000);
    nowhere(Form.LOCAL_PAIR, 600);
    nowhere(Form.BARE, 2_000);
    nowhere(Form.PLACEHOLDER, 800);
    nowhere(Form.NEVER, 1_600);
    nowhere(Form.SELF, 500);
    nowhere(Form.SENTENCE, 500);
    nowhere(Form.EMPTY, 1_200);
    prose(times(12_000, 200));
  }

  /** Models whose parent stands in the prose alone, as cards of before 2023 have it. */
  private void prose(int count) {
    int pool = tickets.size();
    for (int i = 0; i < count; i++) {
      int parent = dice.below(pool);
      double share = tickets.share(parent);
      int ticket =
          tickets.add(
              share + (1 - share) * dice.unit(),
              parent,
              Kinship.FINETUNE,
              Domain.of(tickets.domain(parent)));
      tickets.form(ticket, Form.PROSE);
    }
  }

  private void nowhere(Form form, double atStudyScale) {
    for (int i = times(atStudyScale, 200); i > 0; i--) {
      Kinship kinship = dice.happens(0.4) ? Kinship.ADAPTER : Kinship.FINETUNE;
      Domain domain = dice.happens(0.7) ? Domain.LANGUAGE : Domain.ENCODER;
      int ticket = tickets.add(0.1 + 0.9 * dice.unit(), Tickets.NONE, kinship, domain);
      tickets.form(ticket, form);
    }
  }
}
