package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.chance.Chance;
import io.github.hubgenealogy.simulator.chance.Question;

/**
 * Names of models, made from their numbers and led back to them. Every name holds one invented word
 * that is its model's alone: first in the name of a model without parents, last in others.
 */
final class Names {
  private static final int OLD = 17_000_000;
  private static final int DELETED = 34_000_000;
  private static final int NEVER = 36_000_000;
  private static final int NOBODY = 38_500_000;
  private static final int MOST = 2_400_000;

  private static final String[] SIZES = {"0.5B", "1B", "3B", "7B", "8B", "13B", "32B", "70B"};

  private final Structure structure;
  private final Chance chance;
  private final Owners owners;
  private final Words words;

  Names(Structure structure, Chance chance, Owners owners, long seed) {
    this.structure = structure;
    this.chance = chance;
    this.owners = owners;
    this.words = new Words(Chance.mix(seed));
  }

  int owner(int model) {
    Kinship kinship = structure.kinship(model);
    if (structure.marked(model, Structure.NAMED)) {
      return owners.organisation(model);
    }
    return kinship == Kinship.QUANTIZED ? owners.repacker(model) : owners.anyone(model);
  }

  String id(int model) {
    return owners.name(owner(model)) + '/' + name(model);
  }

  String name(int model) {
    String own = words.word(model);
    int parent = structure.parent[model];
    if (parent == Tickets.NONE || structure.kinship(model) == Kinship.MERGE) {
      return firstName(model, own);
    }
    String stem = capital(words.word(parent >= 0 ? parent : DELETED + (-2 - parent)));
    String style =
        switch (structure.kinship(model)) {
          case FINETUNE ->
              structure.domain(model) == Domain.LANGUAGE ? "-Instruct-" : "-finetuned-";
          case ADAPTER -> "-lora-";
          case QUANTIZED -> "-GGUF-";
          case MERGE, UNRELATED -> "-";
        };
    return stem + style + own;
  }

  private String firstName(int model, String own) {
    boolean merge = structure.kinship(model) == Kinship.MERGE;
    return switch (structure.domain(model)) {
      case LANGUAGE ->
          capital(own) + '-' + chance.pick(model, Question.SIZE, SIZES) + (merge ? "-merge" : "");
      case ENCODER -> own + "-base-uncased";
      case SPEECH -> own + "-speech-large";
      case IMAGE -> capital(own) + "-diffusion" + (merge ? "-mix" : "");
      case VISION -> own + "-vision-patch16";
      case SEQUENCE -> own + "-seq2seq-base";
      case EMBEDDING -> own + "-embed-v2";
      case CONTROL -> own + "-policy";
    };
  }

  /** Whether the model had another name once. */
  boolean renamed(int model) {
    double rate =
        structure.marked(model, Structure.NAMED)
            ? 0.5
            : structure.marked(model, Structure.FIRST) ? 0.05 : 0.002;
    return isLegacy(model) || chance.happens(model, Question.RENAMED, rate);
  }

  /** Whether the model was one of the old ones without an owner in its name. */
  private boolean isLegacy(int model) {
    return structure.domain(model) == Domain.ENCODER
        && structure.created[model] <= Timeline.SENTINEL + 1
        && structure.marked(model, Structure.FIRST);
  }

  /** The name from before; it leads to the model still. */
  String oldId(int model) {
    String own = words.word(OLD + model);
    if (isLegacy(model)) {
      return own + "-base-uncased";
    }
    int owner = owners.anyone(Integer.MAX_VALUE + (long) model);
    return owners.name(owner) + '/' + capital(own) + "-old";
  }

  /** A model that was deleted. */
  String deletedId(int deleted) {
    String own = capital(words.word(DELETED + deleted));
    return owners.name(owners.anyone(-1L - deleted)) + '/' + own + "-7B";
  }

  /** An id that never was. */
  String neverId(int model) {
    String own = capital(words.word(NEVER + model % MOST));
    return owners.name(owners.anyone(-1L - DELETED - model)) + '/' + own + "-8B";
  }

  /** A name without an owner that is nobody's. */
  String nobody(int model) {
    return words.word(NOBODY + model % MOST) + "-small";
  }

  /** The listed model that has this name today, in any case, or −1. */
  int model(String id) {
    int slash = id.indexOf('/');
    if (slash < 0) {
      return -1;
    }
    int number = number(id, slash + 1);
    return number >= 0 && number < structure.size && id(number).equalsIgnoreCase(id) ? number : -1;
  }

  /** The listed model that had this name once, in any case, or −1. */
  int formerly(String id) {
    int number = number(id, id.indexOf('/') + 1) - OLD;
    boolean there = number >= 0 && number < structure.size && renamed(number);
    return there && oldId(number).equalsIgnoreCase(id) ? number : -1;
  }

  /** The deleted model of this name, in any case, or −1. */
  int deleted(String id) {
    int number = number(id, id.indexOf('/') + 1) - DELETED;
    boolean there = number >= 0 && number < structure.deleted;
    return there && deletedId(number).equalsIgnoreCase(id) ? number : -1;
  }

  private int number(String id, int from) {
    int end = id.indexOf('-', from);
    int first = words.number(id.substring(from, end < 0 ? id.length() : end));
    int last = words.number(id.substring(id.lastIndexOf('-') + 1));
    // A derived model's name begins with its parent's word and ends with its own.
    return last >= 0 ? last : first;
  }

  static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
