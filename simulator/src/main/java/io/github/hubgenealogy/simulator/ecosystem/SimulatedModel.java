package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.card.CardBrief;
import io.github.hubgenealogy.simulator.card.CardText;
import io.github.hubgenealogy.simulator.card.Damage;
import io.github.hubgenealogy.simulator.card.HostileCard;
import io.github.hubgenealogy.simulator.card.Hostility;
import io.github.hubgenealogy.simulator.card.Tool;
import io.github.hubgenealogy.simulator.chance.Question;
import java.util.List;
import java.util.Map;

/**
 * One model of the ecosystem, made on the fly from its number: what it is, what it says about
 * itself and what is meant by that. A few microseconds, the prose of the card left out.
 */
public final class SimulatedModel {
  /** The share of models that have a card and no parents: the hostile ones are among them. */
  private static final double UNRELATED_WITH_CARD = 0.4;

  private final Ecosystem ecosystem;
  private final int number;
  private final Make make;
  private final Damage damage;
  private final Hostility hostility;
  private final boolean readable;
  private final Lineage lineage;
  private final String library;
  private final List<DatasetReference> datasets;
  private final Map<String, Object> frontMatter;
  private TagList tags;
  private String id;

  SimulatedModel(Ecosystem ecosystem, int number) {
    this.ecosystem = ecosystem;
    this.number = number;
    Structure structure = ecosystem.structure();
    this.make = Make.of(number, structure, ecosystem.chance());
    this.damage =
        structure.marked(number, Structure.BRANCHING)
            ? Damage.NONE
            : damage(structure.kinship(number));
    this.hostility = hostility(structure);
    this.readable =
        make.card()
            && (hostility == Hostility.NONE ? damage : Damage.NONE).readable()
            && hostility.readable();
    this.lineage = ecosystem.lineages().of(number, make, readable);
    this.library =
        Subjects.library(
            make, structure.domain(number), ecosystem.chance().unit(number, Question.LIBRARY));
    this.datasets =
        make.card() ? ecosystem.datasets().of(number, datasetRate(make.tool())) : List.of();
    this.frontMatter =
        make.card()
            ? ecosystem
                .frontMatter()
                .of(number, make, lineage, datasets, library, HostileCard.words(hostility))
            : Map.of();
  }

  private Damage damage(Kinship kinship) {
    Damage found = Damage.at(ecosystem.chance().unit(number, Question.MALFORMED_KIND));
    return found.disputed() && kinship != Kinship.UNRELATED ? Damage.NONE : found;
  }

  /**
   * Hostile are only models without parents: whatever becomes of their cards, no edge depends on
   * it.
   */
  private Hostility hostility(Structure structure) {
    double rate = ecosystem.settings().hostile();
    boolean hostile =
        rate > 0
            && make.card()
            && structure.kinship(number) == Kinship.UNRELATED
            && ecosystem.chance().happens(number, Question.HOSTILE, rate / UNRELATED_WITH_CARD);
    return hostile
        ? Hostility.at(ecosystem.chance().unit(number, Question.HOSTILE_KIND))
        : Hostility.NONE;
  }

  private static double datasetRate(Tool tool) {
    return switch (tool) {
      case TRAINER, PEFT_TRAINER, SENTENCE_TRANSFORMERS, HAND, AXOLOTL -> 0.35;
      case RELEASE, TRL, UNSLOTH, PEFT, MERGEKIT, GGUF -> 0.1;
      case NOTHING, TEMPLATE, AUTOTRAIN, STABLE_BASELINES, DIFFUSERS_LORA, AWQ, GPTQ, ONNX, MLX ->
          0.02;
    };
  }

  public int number() {
    return number;
  }

  public String id() {
    if (id == null) {
      id = ecosystem.names().id(number);
    }
    return id;
  }

  public String key() {
    return ecosystem.key(number);
  }

  public long created() {
    return ecosystem.structure().created[number];
  }

  Hostility hostility() {
    return hostility;
  }

  Make make() {
    return make;
  }

  Lineage lineage() {
    return lineage;
  }

  String library() {
    return library;
  }

  List<DatasetReference> datasets() {
    return datasets;
  }

  Map<String, Object> frontMatter() {
    return frontMatter;
  }

  /** Whether there is a README, sound or not. */
  public boolean hasCard() {
    return make.card();
  }

  /** Whether the front matter can be read, by the Hub and by a careful parser alike. */
  public boolean readable() {
    return readable;
  }

  /** Whether the Hub's record has cardData. */
  boolean hasCardData() {
    return readable && !frontMatter.isEmpty();
  }

  String task() {
    return Traits.TASKS.get(ecosystem.structure().task[number]);
  }

  TagList tags() {
    if (tags == null) {
      tags = ecosystem.tagMaker().of(this);
    }
    return tags;
  }

  /** The README's bytes, or null where there is none. */
  byte[] readme() {
    if (!make.card()) {
      return null;
    }
    List<String> parents = lineage.prose().stream().map(Reference::text).toList();
    return CardText.of(
        new CardBrief(
            id(),
            make.tool(),
            frontMatter,
            parents,
            datasets.isEmpty() ? null : datasets.get(0).text(),
            ecosystem.structure().domain(number).modelType(),
            damage,
            hostility,
            ecosystem.chance().bits(number, Question.PROSE),
            bodyChars()));
  }

  private int bodyChars() {
    double unit = ecosystem.chance().unit(number, Question.PROSE_LENGTH);
    return CardLength.of(make.tool(), ecosystem.structure(), number, unit);
  }

  Ecosystem ecosystem() {
    return ecosystem;
  }
}
