package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.chance.Dice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What models without a listed parent declare, and what descendants drift to. */
final class FirstTraits {
  /** Children from which on a family is a well-known one, whose first model says more. */
  private static final int WELL_KNOWN = 25;

  // Numbers of small sets; languages of which lists of many have enough are left out.
  private static final byte[] OTHERS = {2, 3, 4, 5, 6, 7, 11, 12, 13, 14, 15, 16, 17};

  private final Structure structure;
  private final Dice dice;
  private final Map<Integer, Integer> wellKnown;

  FirstTraits(Structure structure, Dice dice) {
    this.structure = structure;
    this.dice = dice;
    this.wellKnown = wellKnown(structure);
  }

  /** Well-known first models, by domain and then by size, as positions by model. */
  private static Map<Integer, Integer> wellKnown(Structure structure) {
    List<Integer> models = new ArrayList<>();
    for (int model = 0; model < structure.size; model++) {
      if (structure.marked(model, Structure.FIRST) && structure.childCount(model) >= WELL_KNOWN) {
        models.add(model);
      }
    }
    Comparator<Integer> byDomain = Comparator.comparing(structure::domain);
    models.sort(
        byDomain
            .thenComparing(model -> -structure.childCount(model))
            .thenComparing(model -> model));
    Map<Integer, Integer> positions = new HashMap<>();
    models.forEach(model -> positions.put(model, positions.size()));
    return positions;
  }

  /**
   * A number in [0, 1): random for most, evenly spread over those of well-known models, so that no
   * seed gives one licence or language to most descendants.
   */
  private double unit(int model, double step) {
    Integer position = wellKnown.get(model);
    return position == null ? dice.unit() : ((position + 0.5) * step) % 1;
  }

  void choose(int model) {
    Domain domain = structure.domain(model);
    boolean first = structure.marked(model, Structure.FIRST);
    structure.task[model] =
        structure.marked(model, Structure.NAMED) || unit(model, 0.7548776662) < (first ? 0.93 : 0.6)
            ? firstTask(model, domain)
            : Traits.NONE;
    structure.licence[model] =
        structure.marked(model, Structure.NAMED)
            ? namedLicence(model, domain)
            : unit(model, 0.5698402910) < (first ? 0.96 : 0.4)
                ? firstLicence(unit(model, 0.6180339887), domain)
                : Traits.NONE;
    structure.language[model] = firstLanguage(model, domain, first);
  }

  /** The licences of the thirteen largest families, by domain and number of children. */
  private byte namedLicence(int model, Domain domain) {
    String[] licences =
        switch (domain) {
          case IMAGE -> new String[] {"other", "openrail++"};
          case LANGUAGE ->
              new String[] {
                "other", "other", "gemma", "gemma", "other", "llama3", "apache-2.0", "llama3.1"
              };
          case ENCODER, SPEECH, VISION, SEQUENCE, EMBEDDING, CONTROL ->
              new String[] {"apache-2.0", "apache-2.0", ""};
        };
    long larger =
        wellKnown.keySet().stream()
            .filter(other -> structure.domain(other) == domain)
            .filter(other -> structure.childCount(other) > structure.childCount(model))
            .count();
    return Traits.licence(licences[(int) Math.min(larger, licences.length - 1)]);
  }

  private byte firstTask(int model, Domain domain) {
    double unit = unit(model, 0.4142135623);
    return switch (domain) {
      case LANGUAGE, ENCODER, IMAGE, EMBEDDING, CONTROL -> Traits.task(domain.task());
      case SPEECH -> unit < 0.55 ? Traits.task(domain.task()) : Traits.task("feature-extraction");
      case VISION ->
          unit < 0.55 ? Traits.task(domain.task()) : Traits.task("image-feature-extraction");
      case SEQUENCE -> unit < 0.5 ? Traits.task(domain.task()) : Traits.task("summarization");
    };
  }

  private static byte firstLicence(double unit, Domain domain) {
    if (domain == Domain.IMAGE) {
      return Traits.licence(
          unit < 0.35
              ? "other"
              : unit < 0.8 ? "creativeml-openrail-m" : unit < 0.83 ? "openrail++" : "openrail");
    } else if (domain != Domain.LANGUAGE) {
      return Traits.licence(unit < 0.72 ? "apache-2.0" : unit < 0.965 ? "mit" : "cc-by-4.0");
    }
    return among(
        unit,
        new String[] {
          "apache-2.0",
          "mit",
          "llama2",
          "other",
          "llama3.1",
          "llama3.2",
          "llama3",
          "cc-by-nc-4.0",
          "gemma",
          "llama3.3",
          "bigscience-bloom-rail-1.0",
          "cc-by-nc-sa-4.0"
        },
        new double[] {0.52, 0.66, 0.73, 0.79, 0.83, 0.87, 0.89, 0.93, 0.95, 0.97, 0.98, 1});
  }

  /** Where licences drift to: permissive ones above all (laufer.license.order). */
  byte downstreamLicence() {
    return among(
        dice.unit(),
        new String[] {
          "apache-2.0",
          "mit",
          "other",
          "cc-by-nc-4.0",
          "creativeml-openrail-m",
          "openrail",
          "cc-by-4.0",
          "cc-by-sa-4.0",
          "cc-by-nc-sa-4.0",
          "afl-3.0",
          "gpl-3.0",
          "unknown",
          "artistic-2.0",
          "cc"
        },
        new double[] {
          0.50, 0.72, 0.82, 0.87, 0.90, 0.925, 0.94, 0.95, 0.96, 0.97, 0.98, 0.99, 0.995, 1
        });
  }

  private static byte among(double unit, String[] names, double[] shares) {
    int i = 0;
    while (unit >= shares[i]) {
      i++;
    }
    return Traits.licence(names[i]);
  }

  /** How often a finetune has another task than its parent. */
  double taskDrift(Domain domain) {
    return switch (domain) {
      case ENCODER -> 1.0;
      case SPEECH, VISION, SEQUENCE -> 0.4;
      case LANGUAGE -> 0.25;
      case IMAGE, EMBEDDING, CONTROL -> 0.05;
    };
  }

  byte downstreamTask(Domain domain) {
    double unit = dice.unit();
    return Traits.task(
        switch (domain) {
          case ENCODER ->
              unit < 0.66
                  ? "text-classification"
                  : unit < 0.86 ? "token-classification" : "question-answering";
          case LANGUAGE ->
              unit < 0.5
                  ? "text-classification"
                  : unit < 0.8 ? "image-text-to-text" : "feature-extraction";
          case SEQUENCE -> "summarization";
          case SPEECH -> unit < 0.7 ? "automatic-speech-recognition" : "audio-classification";
          case VISION -> unit < 0.7 ? "image-classification" : "object-detection";
          case IMAGE -> "image-to-image";
          case EMBEDDING -> "feature-extraction";
          case CONTROL -> "reinforcement-learning";
        });
  }

  private byte firstLanguage(int model, Domain domain, boolean first) {
    if (structure.marked(model, Structure.NAMED)) {
      return domain == Domain.LANGUAGE ? Traits.THIRTEEN : 1;
    } else if (domain == Domain.LANGUAGE && structure.childCount(model) >= WELL_KNOWN) {
      double unit = unit(model, 0.7320508075);
      if (unit < 0.7) {
        return unit < 0.14 ? Traits.EIGHT : unit < 0.5 ? Traits.THIRTEEN : Traits.TWENTY_NINE;
      }
      return 1;
    }
    return dice.happens(first ? 0.6 : 0.2) ? oneLanguage() : Traits.NONE;
  }

  byte oneLanguage() {
    return dice.happens(0.8) ? 1 : OTHERS[dice.below(OTHERS.length)];
  }
}
