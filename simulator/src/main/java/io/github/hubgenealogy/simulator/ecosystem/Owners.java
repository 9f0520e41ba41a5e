package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.chance.Chance;
import io.github.hubgenealogy.simulator.chance.Question;

/**
 * Invented owners, all of whose names begin with {@code sim-}, so that nobody takes one for a real
 * one. A few own very much: the makers of families, and those who repack what others make.
 */
public final class Owners {
  private static final int ORGANISATIONS = 24;
  private static final int REPACKERS = 60;

  private final Chance chance;
  private final int count;

  Owners(Chance chance, int models) {
    this.chance = chance;
    this.count = ORGANISATIONS + REPACKERS + Math.max(8, models / 6);
  }

  /** How many owners there can be; the least have nothing. */
  int count() {
    return count;
  }

  /** The name of an owner. */
  String name(int owner) {
    String word = Words.shortWord(owner % 512_000);
    String number = owner < 512_000 ? "" : Integer.toString(owner / 512_000);
    if (isOrganisation(owner)) {
      return "Sim-" + Character.toUpperCase(word.charAt(0)) + word.substring(1) + "-Lab" + number;
    }
    return "sim-" + word + number;
  }

  /** The owner of a name, in any case, or −1 where nobody is called so. */
  int number(String name) {
    int from = 4;
    int to = from + Words.SHORT_LENGTH;
    if (name.length() < to) {
      return -1;
    }
    int number = Words.shortNumber(name.substring(from, to));
    for (; number >= 0 && number < count; number += 512_000) {
      if (name(number).equalsIgnoreCase(name)) {
        return number;
      }
    }
    return -1;
  }

  boolean isOrganisation(int owner) {
    return owner < ORGANISATIONS || owner % 23 == 7;
  }

  /** Who owns the first model of a large family. */
  int organisation(long subject) {
    return chance.below(subject, Question.OWNER, ORGANISATIONS);
  }

  /** Who owns a quantization. */
  int repacker(long subject) {
    if (chance.happens(subject, Question.OWNER_CLASS, 0.55)) {
      double unit = chance.unit(subject, Question.OWNER);
      return ORGANISATIONS + (int) (REPACKERS * unit * unit * unit);
    }
    return anyone(subject);
  }

  /** Who owns anything else: most own little, some much. */
  int anyone(long subject) {
    double unit = chance.unit(subject, Question.OWNER);
    return ORGANISATIONS
        + REPACKERS
        + (int) ((count - ORGANISATIONS - REPACKERS) * Math.pow(unit, 1.7));
  }
}
