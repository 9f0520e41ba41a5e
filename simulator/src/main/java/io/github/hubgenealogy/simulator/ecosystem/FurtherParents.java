package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.chance.Dice;
import java.util.Arrays;

/**
 * Gives merges their parents, and a few other models a second base that is no merge. A further
 * parent is always older, so that none of this closes a cycle.
 */
final class FurtherParents {
  /** Share of finetunes, adapters and quantized models that list several bases. */
  private static final double SEVERAL_BASES = 0.006;

  private final Structure structure;
  private final Dice dice;
  private int[] models = new int[1024];
  private int[] starts = new int[1025];
  private int modelCount;
  private int[] parents = new int[4096];
  private int parentCount;

  FurtherParents(Structure structure, Dice dice) {
    this.structure = structure;
    this.dice = dice;
  }

  void add() {
    int[] languagePool = pool(Domain.LANGUAGE);
    int[] imagePool = pool(Domain.IMAGE);
    for (int model = 0; model < structure.size; model++) {
      Kinship kinship = structure.kinship(model);
      if (kinship == Kinship.MERGE) {
        merge(model, structure.domain(model) == Domain.IMAGE ? imagePool : languagePool);
      } else if (kinship != Kinship.UNRELATED
          && structure.parent[model] >= 0
          && structure.form(model) == Form.EXACT
          && !structure.marked(model, Structure.BRANCHING)
          && dice.happens(SEVERAL_BASES)) {
        several(model, structure.domain(model) == Domain.IMAGE ? imagePool : languagePool);
      }
    }
    structure.further(
        Arrays.copyOf(models, modelCount),
        Arrays.copyOf(starts, modelCount + 1),
        Arrays.copyOf(parents, parentCount));
  }

  /** Models that others are merged from, oldest first. */
  private int[] pool(Domain domain) {
    int[] pool = new int[structure.size];
    int size = 0;
    for (int model = 0; model < structure.size; model++) {
      boolean candidate =
          structure.marked(model, Structure.BRANCHING)
              || (structure.marked(model, Structure.FIRST) && dice.happens(0.35));
      if (structure.domain(model) == domain && candidate) {
        pool[size++] = model;
      }
    }
    return Arrays.copyOf(pool, size);
  }

  private void merge(int model, int[] pool) {
    int wanted = parentsOfMerge();
    int[] chosen = older(model, pool, wanted, Tickets.NONE);
    if (chosen.length < 2) {
      structure.kinship[model] = Kinship.UNRELATED.code();
      return;
    }
    structure.parent[model] = chosen[0];
    further(model, chosen, 1);
  }

  // 40,358 merge pairs of 13,000 merges make three each; real lists go to fifteen.
  private int parentsOfMerge() {
    double unit = dice.unit();
    if (unit < 0.47) {
      return 2;
    } else if (unit < 0.75) {
      return 3;
    } else if (unit < 0.88) {
      return 4;
    } else if (unit < 0.95) {
      return 5;
    }
    return 6 + (int) (10 * dice.unit() * dice.unit());
  }

  private void several(int model, int[] pool) {
    int[] chosen = older(model, pool, dice.happens(0.8) ? 1 : 2, structure.parent[model]);
    if (chosen.length > 0) {
      structure.marks[model] |= Structure.SEVERAL;
      further(model, chosen, 0);
    }
  }

  private int[] older(int model, int[] pool, int wanted, int not) {
    int at = Arrays.binarySearch(pool, model);
    int end = at < 0 ? -at - 1 : at;
    int[] chosen = new int[wanted];
    int size = 0;
    for (int attempt = 0; attempt < 4 * wanted && end > 0 && size < wanted; attempt++) {
      double unit = dice.unit();
      // Most merges take what is recent.
      int candidate = pool[Math.min(end - 1, (int) (end * (1 - unit * unit * unit)))];
      boolean taken = candidate == not;
      for (int i = 0; i < size; i++) {
        taken |= chosen[i] == candidate;
      }
      if (!taken) {
        chosen[size++] = candidate;
      }
    }
    return Arrays.copyOf(chosen, size);
  }

  private void further(int model, int[] chosen, int from) {
    if (modelCount == models.length) {
      models = Arrays.copyOf(models, 2 * modelCount);
      starts = Arrays.copyOf(starts, 2 * modelCount + 1);
    }
    if (parentCount + chosen.length > parents.length) {
      parents = Arrays.copyOf(parents, 2 * parents.length + chosen.length);
    }
    models[modelCount++] = model;
    for (int i = from; i < chosen.length; i++) {
      parents[parentCount++] = chosen[i];
    }
    starts[modelCount] = parentCount;
  }
}
