package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.chance.Dice;

/**
 * Gives every model its licence, task and languages: first models choose, descendants inherit and
 * sometimes drift, at the rates of laufer.mutation, and models without relations fill up what is
 * missing to the study's counts.
 */
final class TraitDrift {
  private final Structure structure;
  private final Dice dice;

  TraitDrift(Structure structure, Dice dice) {
    this.structure = structure;
    this.dice = dice;
  }

  void assign() {
    for (int model = 0; model < structure.size; model++) {
      Domain domain = structure.domain(model);
      int parent = structure.form(model) == Form.EXACT ? structure.parent[model] : Tickets.NONE;
      if (parent >= 0 && parent < model) {
        inherit(model, parent, structure.kinship(model), domain);
      } else {
        begin(model, domain);
      }
    }
  }

  private void begin(int model, Domain domain) {
    boolean first = structure.marked(model, Structure.FIRST);
    structure.task[model] = dice.happens(first ? 0.95 : 0.5) ? Traits.task(domain.task()) : 0;
    structure.licence[model] = dice.happens(first ? 0.85 : 0.28) ? licence(domain) : 0;
    structure.language[model] = dice.happens(first ? 0.6 : 0.14) ? language(first) : 0;
  }

  private void inherit(int model, int parent, Kinship kinship, Domain domain) {
    byte licence = structure.licence[parent];
    boolean declares = dice.happens(0.8);
    structure.licence[model] =
        !declares ? 0 : licence == 0 || dice.happens(0.19) ? licence(domain) : licence;
    byte task = structure.task[parent];
    structure.task[model] =
        kinship == Kinship.FINETUNE && dice.happens(domain == Domain.ENCODER ? 0.9 : 0.1)
            ? downstream(domain)
            : task == 0 ? Traits.task(domain.task()) : task;
    byte language = structure.language[parent];
    structure.language[model] =
        dice.happens(0.4) ? (language == 0 || dice.happens(0.25) ? language(false) : language) : 0;
  }

  private byte downstream(Domain domain) {
    double unit = dice.unit();
    return switch (domain) {
      case ENCODER ->
          Traits.task(
              unit < 0.7
                  ? "text-classification"
                  : unit < 0.87 ? "token-classification" : "question-answering");
      case LANGUAGE -> Traits.task(unit < 0.6 ? "text-classification" : "feature-extraction");
      case SEQUENCE -> Traits.task("summarization");
      case SPEECH -> Traits.task("audio-classification");
      case VISION -> Traits.task(unit < 0.6 ? "object-detection" : "image-segmentation");
      case IMAGE -> Traits.task("image-to-image");
      case EMBEDDING -> Traits.task("feature-extraction");
      case CONTROL -> Traits.task("reinforcement-learning");
    };
  }

  private byte licence(Domain domain) {
    double unit = dice.unit();
    if (domain == Domain.IMAGE) {
      return Traits.licence(
          unit < 0.3
              ? "other"
              : unit < 0.6 ? "creativeml-openrail-m" : unit < 0.8 ? "openrail++" : "openrail");
    }
    String[] names = {"apache-2.0", "mit", "other", "openrail", "cc-by-nc-4.0", "llama3", "gemma"};
    double[] shares = {0.48, 0.68, 0.78, 0.84, 0.9, 0.95, 1};
    int i = 0;
    while (unit >= shares[i]) {
      i++;
    }
    return Traits.licence(names[i]);
  }

  private byte language(boolean many) {
    double unit = dice.unit();
    if (many && unit < 0.3) {
      return (byte) (15 + dice.below(6));
    }
    return (byte) (unit < 0.7 ? 1 : 2 + dice.below(16));
  }
}
