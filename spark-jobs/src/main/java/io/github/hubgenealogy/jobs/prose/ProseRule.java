package io.github.hubgenealogy.jobs.prose;

import io.github.hubgenealogy.jobs.policy.Relation;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The ways in which cards name a parent, each a phrase right before the parent's name. The phrases
 * are those of the tools' templates (Trainer, TRL, Unsloth, sentence-transformers, diffusers, PEFT,
 * mergekit, the GGUF, GPTQ, AWQ, MLX and ONNX converters) and their neighbours in hand-written
 * cards.
 *
 * <p>Every pattern begins with a fixed word and repeats nothing without a bound, so that a try at
 * one place costs a constant at most. A blank in a phrase stands for one to four blanks.
 */
@SuppressWarnings("ImmutableEnumChecker") // the list is an unmodifiable one
public enum ProseRule {
  /** "This model is a fine-tuned version of X": Trainer, TRL, Axolotl and many hands. */
  FINE_TUNED_VERSION(
      Family.TRAINED,
      Relation.FINETUNE,
      Names.ANY,
      "fine",
      "fine[ -]?tun(?:ed?|ing)(?: (?:model|version|variant|checkpoint|edition|derivative))? of:?"),
  /** "Finetuned from model: X" of Unsloth and of the Hub's card template; "fine-tuned from X". */
  FINE_TUNED_FROM(
      Family.TRAINED,
      Relation.FINETUNE,
      Names.ANY,
      "fine",
      "fine[ -]?tun(?:ed?|ing) from(?: (?:base )?model)?(?:~\\[optional\\])?~:?[*_]{0,3}~:?(?: based on)?"),
  /** "by fine-tuning X". */
  BY_FINE_TUNING(
      Family.TRAINED, Relation.FINETUNE, Names.LINKED, "fine", "(?<=\\bby\\s)fine[ -]?tuning"),
  /** A sentence that begins with "Fine-tuned [X](page) on". */
  FINE_TUNED(Family.TRAINED, Relation.FINETUNE, Names.LINKED_FIRST, "fine", "fine[ -]?tuned"),
  /** "Is a fine-tuned [X](page)". */
  IS_FINE_TUNED(
      Family.TRAINED,
      Relation.FINETUNE,
      Names.LINKED,
      "fine",
      "(?<=\\b(?:is|was)\\s(?:a|an)\\s)fine[ -]?tuned"),
  /** "This is X fine-tuned on", "[X](page) fine-tuned for": the name stands before. */
  NAMED_FINE_TUNED(
      Family.TRAINED,
      Relation.FINETUNE,
      Names.BEFORE,
      "fine,further",
      "(?:fine[ -]?tuned|further (?:fine[ -]?tuned|(?:pre-?)?trained))"
          + " (?:on|for|to|in|with|using|by|over|first)\\b"),
  /** "A smaller version of [X](page)": layers or words of it were cut away. */
  SMALLER_VERSION(
      Family.TRAINED,
      null,
      Names.LINKED,
      "smaller,trunc,trimmed,pruned,reduced,shrunk",
      "(?:smaller|truncated|trimmed|pruned|reduced|shrunk) versions? of"),
  /** "The model was initialized from [X](page)". */
  INITIALIZED_FROM(
      Family.TRAINED,
      Relation.FINETUNE,
      Names.LINKED,
      "initiali",
      "(?<=\\b(?:model|models|weights|checkpoint|network|it),?(?: is| was| are| were)?\\s)"
          + "initiali[sz]ed (?:from|with|using|by)(?: the)?(?: (?:weights|checkpoint|parameters))?"
          + "(?: (?:of|from))?"),
  /** "Continually pre-trained from [X](page)", "continued pretraining of [X](page)". */
  CONTINUED_FROM(
      Family.TRAINED,
      Relation.FINETUNE,
      Names.LINKED,
      "continu",
      "continu(?:e|ed|al|ally|ous|ously)[ -](?:pre-?)?train(?:ed|ing)(?: (?:from|of|on))?"),
  /** "A 4-bit quantized version of X", "quantization of X". */
  QUANTIZED_VERSION(
      Family.REPACKAGED,
      Relation.QUANTIZED,
      Names.ANY,
      "quanti",
      "quanti[sz](?:ed|ations?)(?: [\\w./-]{1,20}){0,2}?"
          + "(?: (?:versions?|variants?|models?|checkpoints?|weights|files|copy))? of:?"),
  /** "Static quants of X". */
  QUANTS_OF(Family.REPACKAGED, Relation.QUANTIZED, Names.ANY, "quant", "quants? (?:of|for)"),
  /** "GGUF format model files for X", "AWQ model files for X". */
  MODEL_FILES_FOR(
      Family.REPACKAGED, Relation.QUANTIZED, Names.LINKED, "model files", "model files (?:for|of)"),
  /** "GGUF version of X". */
  FORMAT_VERSION(
      Family.REPACKAGED,
      Relation.QUANTIZED,
      Names.LINKED,
      "gguf,ggml,gptq",
      "(?:gguf|ggml|gptq)(?: quanti[sz]ed)?"
          + " (?:quants?|versions?|conversions?|quanti[sz]ations?|files) (?:of|for)"),
  /** "This model was converted to MLX format from X", "converted from X". */
  CONVERTED_FROM(
      Family.REPACKAGED,
      null,
      Names.ANY,
      "convert",
      "converted(?: to [\\w.]{1,16}(?: format)?)? from"),
  /** "Original model: X", the re-packagers' line. */
  ORIGINAL_MODEL(
      Family.REPACKAGED, null, Names.FIELD, "original", "original model(?: (?:repo|page|link))?"),
  /** "LoRA for X", "LoRA adaption weights for X". */
  LORA_FOR(
      Family.TRAINED,
      Relation.ADAPTER,
      Names.ANY,
      "lora",
      "loras?(?: (?:adap(?:tation|tion|ters?)|weights|model|checkpoint|finetune)){0,2} (?:for|of)"),
  /** "Adapter `a` for X", "an [adapter](page) for X". */
  ADAPTER_FOR(
      Family.TRAINED,
      Relation.ADAPTER,
      Names.ANY,
      "adapt",
      "adapt(?:ers?|ion weights)(?:\\]\\([^()\\s]{1,200}\\)|~`[^`\\n]{1,120}`)? for"),
  /** "A dreambooth model derived from X". */
  DERIVED_FROM(
      Family.TRAINED,
      Relation.FINETUNE,
      Names.ANY,
      "derived",
      "(?<=\\b(?:model|weights|checkpoint)(?: is| was)?\\s)derived from"),
  /** "ControlNet weights trained on X". */
  CONTROL_TRAINED_ON(
      Family.TRAINED,
      Relation.FINETUNE,
      Names.ANY,
      "controlnet",
      "controlnet[ -]weights trained on"),
  /** "The model is based on X", "based on a pre-trained X". */
  MODEL_BASED_ON(
      Family.TRAINED,
      null,
      Names.LINKED,
      "based",
      "(?<=\\b(?:model|adapter|checkpoint|lora|version|classifier|it),?(?: is| was)?\\s)"
          + "based on"),
  /** "SentenceTransformer based on X". */
  ENCODER_BASED_ON(
      Family.TRAINED,
      Relation.FINETUNE,
      Names.ANY,
      "based",
      "(?<=(?:transformer|encoder|splade|pylate|setfit)\\s)based on"),
  /**
   * "Base model: X" as a line, an item or a row; with an underscore it is a key of YAML that stands
   * where the Hub does not read it, and no prose.
   */
  BASE_MODEL(Family.TRAINED, null, Names.FIELD, "base", "base[ -]?model(?: name| id)?"),
  /** "The base model is X". */
  BASE_MODEL_IS(
      Family.TRAINED, null, Names.LINKED, "base", "base[ -]?model(?: (?:used|here))? (?:is|was)"),
  /** "Is a merge of X and Y". */
  MERGE_OF(Family.MERGED, Relation.MERGE, Names.ANY, "merge", "merge[rd]? (?:of|between)"),
  /** "Merged using the SLERP merge method using X as a base" of mergekit. */
  MERGE_BASE(Family.MERGED, Relation.MERGE, Names.ANY, "merge", "merge method using"),
  /** The items or rows below "models were included in the merge". */
  MERGE_LIST(Family.MERGED, Relation.MERGE, Names.ANY, "merg,combin,models were", null),
  /** The models of a mergekit configuration that the card quotes. */
  MERGE_CONFIGURATION(Family.MERGED, Relation.MERGE, Names.ANY, "", null);

  /** What kind of making a rule speaks of. */
  enum Family {
    TRAINED,
    /** The same weights in another format. */
    REPACKAGED,
    MERGED
  }

  /** How the parent's name must be written, the more freely the surer the phrase. */
  enum Names {
    /** A link to its page, or code that holds {@code owner/name}. */
    LINKED,
    /** As LINKED, and the phrase begins a sentence. */
    LINKED_FIRST,
    /** As ANY, after a colon or in the next cell, at the beginning of a line. */
    FIELD,
    /** Before the phrase and alone in its sentence ({@link MentionBefore}). */
    BEFORE,
    /** Also plain {@code owner/name}, and a bare name that looks like one. */
    ANY
  }

  private final Family family;
  private final Relation relation;
  private final Names names;
  private final List<String> starts;
  private final Pattern phrase;

  ProseRule(Family family, Relation relation, Names names, String starts, String phrase) {
    this.family = family;
    this.relation = relation;
    this.names = names;
    this.starts = starts.isEmpty() ? List.of() : List.of(starts.split(","));
    String field = names == Names.FIELD ? "[*_]{0,3}~[:：|][*_]{0,3}" : "";
    this.phrase =
        phrase == null ? null : Pattern.compile(blanks(phrase + field), Pattern.CASE_INSENSITIVE);
  }

  /** A blank outside a set of characters is one to four; a tilde is none to four. */
  private static String blanks(String pattern) {
    return pattern
        .replaceAll("(?<=\\[) (?=[-*])", "\\\\s")
        .replaceAll(" (?![?])", "\\\\s{1,4}")
        .replace("~", "\\s{0,4}");
  }

  Family family() {
    return family;
  }

  /** What the rule says of the pair, or null. */
  public Relation relation() {
    return relation;
  }

  Names names() {
    return names;
  }

  /** The words, or their beginnings, that a match begins with: lower case, ASCII. */
  List<String> starts() {
    return starts;
  }

  /**
   * The phrase without the {@link Fillers} that may follow it; null for the rules that go by a list
   * or a block of code.
   */
  Pattern phrase() {
    return phrase;
  }

  /** The rule's name as tables hold it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The rule of a name as tables hold it. */
  public static ProseRule of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
