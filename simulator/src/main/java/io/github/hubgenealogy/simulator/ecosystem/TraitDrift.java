package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.chance.Chance;
import io.github.hubgenealogy.simulator.chance.Dice;

/**
 * Gives every model its licence, task and languages: first models choose, descendants inherit and
 * sometimes drift, at the rates of laufer.mutation, and models without relations fill up what is
 * missing to the study's counts.
 */
final class TraitDrift {
  private final Structure structure;
  private final Dice dice;
  private final Chance chance;
  private final FirstTraits firsts;
  private final Quota licences;
  private final Quota tasks;
  private final Quota languages;

  TraitDrift(Structure structure, Dice dice, Chance chance) {
    this.structure = structure;
    this.dice = dice;
    this.chance = chance;
    this.firsts = new FirstTraits(structure, dice);
    double scale = structure.size / FamilyPlan.STUDY_MODELS;
    this.licences = new Quota(StudyCounts.licences(scale));
    this.tasks = new Quota(StudyCounts.tasks(scale));
    this.languages = new Quota(StudyCounts.languages(scale));
  }

  void assign() {
    int unrelated = 0;
    int withCard = 0;
    for (int model = 0; model < structure.size; model++) {
      if (isUnrelated(model)) {
        unrelated++;
        withCard += hasCard(model) ? 1 : 0;
        continue;
      }
      int parent = structure.form(model) == Form.EXACT ? structure.parent[model] : Tickets.NONE;
      if (parent >= 0 && parent < model) {
        inherit(model, parent);
      } else {
        firsts.choose(model);
      }
      licences.count(structure.licence[model]);
      tasks.count(structure.task[model]);
      Traits.LANGUAGES
          .get(structure.language[model])
          .forEach(language -> languages.count(Traits.single(language)));
    }
    fill(unrelated, withCard);
  }

  private boolean isUnrelated(int model) {
    return structure.kinship(model) == Kinship.UNRELATED
        && !structure.marked(model, Structure.FIRST)
        && structure.childCount(model) == 0;
  }

  private boolean hasCard(int model) {
    return Make.unrelatedHasCard(model, chance);
  }

  private void fill(int unrelated, int withCard) {
    int left = unrelated;
    int leftWithCard = withCard;
    for (int model = 0; model < structure.size; model++) {
      if (!isUnrelated(model)) {
        continue;
      }
      byte task = (byte) tasks.fill(left--, dice.unit());
      structure.task[model] = task;
      structure.domain[model] = Traits.domain(task, dice.unit()).code();
      if (hasCard(model)) {
        structure.licence[model] = (byte) licences.fill(leftWithCard, dice.unit());
        structure.language[model] = (byte) languages.fill(leftWithCard--, dice.unit());
      }
    }
  }

  private void inherit(int model, int parent) {
    Kinship kinship = structure.kinship(model);
    Domain domain = structure.domain(model);
    structure.licence[model] = licence(parent, kinship, domain);
    structure.task[model] = task(parent, kinship, domain);
    structure.language[model] = language(model, parent, kinship, domain);
  }

  private byte licence(int parent, Kinship kinship, Domain domain) {
    double declares =
        switch (kinship) {
          case FINETUNE -> 0.84;
          case QUANTIZED -> 0.45;
          case MERGE -> 0.5;
          case ADAPTER -> domain == Domain.IMAGE ? 0.55 : 0.12;
          case UNRELATED -> 0;
        };
    if (!dice.happens(declares)) {
      return Traits.NONE;
    }
    byte licence = structure.licence[parent];
    boolean drifts = kinship == Kinship.FINETUNE && dice.happens(0.30);
    return licence == Traits.NONE || drifts ? firsts.downstreamLicence() : licence;
  }

  private byte task(int parent, Kinship kinship, Domain domain) {
    double declares =
        switch (kinship) {
          case FINETUNE -> 0.80;
          case QUANTIZED -> 0.6;
          case MERGE -> 0.8;
          case ADAPTER -> domain == Domain.IMAGE ? 0.85 : 0.35;
          case UNRELATED -> 0;
        };
    if (!dice.happens(declares)) {
      return Traits.NONE;
    }
    byte task = structure.task[parent];
    double drift = kinship == Kinship.FINETUNE ? firsts.taskDrift(domain) : 0;
    return dice.happens(drift)
        ? firsts.downstreamTask(domain)
        : task == Traits.NONE ? Traits.task(domain.task()) : task;
  }

  private byte language(int model, int parent, Kinship kinship, Domain domain) {
    double declares =
        switch (kinship) {
          case FINETUNE -> domain == Domain.LANGUAGE ? 0.45 : 0.2;
          case QUANTIZED -> 0.33;
          case MERGE -> 0.2;
          case ADAPTER -> domain == Domain.IMAGE ? 0.14 : 0.175;
          case UNRELATED -> 0;
        };
    boolean wellMade = structure.marked(model, Structure.BRANCHING);
    if (!dice.happens(wellMade ? 0.75 : declares)) {
      return Traits.NONE;
    }
    byte language = structure.language[parent];
    if (language == Traits.NONE) {
      return firsts.oneLanguage();
    }
    boolean many = Traits.LANGUAGES.get(language).size() > 2;
    if (many) {
      // What others build on keeps the list; most others name the language they were made for.
      double keeps = wellMade ? 0.75 : 0.097;
      return dice.happens(keeps) ? language : 1;
    }
    return dice.happens(0.05) ? firsts.oneLanguage() : language;
  }
}
