package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.card.Tool;
import io.github.hubgenealogy.simulator.chance.Chance;
import io.github.hubgenealogy.simulator.chance.Question;
import java.util.ArrayList;
import java.util.List;

/** Decides what a model says about its parents, and what the Hub makes of that. */
final class LineageMaker {
  private final Structure structure;
  private final Chance chance;
  private final Names names;
  private final References references;
  private final HubInference inference;

  LineageMaker(Structure structure, Chance chance, Names names, HubInference inference) {
    this.structure = structure;
    this.chance = chance;
    this.names = names;
    this.references = new References(chance, names);
    this.inference = inference;
  }

  /**
   * A model's lineage.
   *
   * @param readable whether the card's front matter can be read
   */
  Lineage of(int model, Make make, boolean readable) {
    Form form = structure.form(model);
    List<Reference> named =
        form == Form.EMPTY || form == Form.PROSE ? List.of() : named(model, form);
    Reference config = config(model, make, form, named);
    if (!make.card()) {
      return new Lineage(
          List.of(), false, false, null, null, null, config, List.of(), HubView.NOTHING);
    }
    List<Reference> prose = prose(model, make, form, named);
    Reference authorTag = null;
    String authorTagRelation = null;
    if (named.size() == 1 && named.get(0).form() == Form.UNTYPED_TAG) {
      authorTag = named.get(0);
      named = List.of();
    } else if (make.tool().isPeft()
        && named.size() == 1
        && named.get(0).form() != Form.RENAMED
        && chance.happens(model, Question.AUTHOR_TYPED_TAG, 0.2)) {
      authorTag = named.get(0);
      authorTagRelation = "adapter";
    }
    String explicit = named.isEmpty() ? null : explicit(model, make);
    HubView hub = readable ? inference.view(model, make, named, explicit) : HubView.NOTHING;
    boolean asList =
        named.size() != 1
            || (!make.tool().writesOneText() && chance.happens(model, Question.BASE_AS_LIST, 0.5));
    return new Lineage(
        named,
        form == Form.EMPTY,
        asList,
        explicit,
        authorTag,
        authorTagRelation,
        config,
        prose,
        hub);
  }

  private List<Reference> named(int model, Form form) {
    if (form != Form.EXACT) {
      return List.of(references.write(model, form, Tickets.NONE));
    }
    int[] parents = structure.parents(model);
    List<Reference> named = new ArrayList<>(parents.length + 1);
    int turn =
        parents.length < 2 ? 0 : chance.below(model, Question.SECOND_BASE_ORDER, parents.length);
    for (int i = 0; i < parents.length; i++) {
      int round = (i + turn) % parents.length;
      int parent = parents[round];
      named.add(references.write(model, formOf(model, round, parent, parents.length), parent));
    }
    if (structure.kinship(model) == Kinship.MERGE
        && chance.happens(model, Question.SECOND_BASE_WHICH, 0.004)) {
      named.add(named.get(0));
    }
    return named;
  }

  private Form formOf(int model, int round, int parent, int parents) {
    if (parent < 0) {
      return Form.DELETED;
    } else if (structure.marked(model, Structure.BRANCHING)) {
      // A slip here would cut a whole branch off its family.
      return Form.EXACT;
    }
    boolean untyped =
        parents == 1
            && structure.kinship(model) == Kinship.FINETUNE
            && chance.happens(model, Question.TAG, 0.00325);
    return untyped ? Form.UNTYPED_TAG : references.form(model, round, parent);
  }

  private String explicit(int model, Make make) {
    double unit = chance.unit(model, Question.EXPLICIT_RELATION);
    if (unit < (make.tool() == Tool.GGUF ? 0.15 : 0.02)) {
      return structure.kinship(model).word();
    }
    return unit > 0.9985 ? "fine-tune" : null;
  }

  /** PEFT writes what was loaded, whatever the card says. */
  private Reference config(int model, Make make, Form form, List<Reference> named) {
    if (!make.tool().isPeft()) {
      return null;
    } else if (form == Form.EMPTY) {
      return references.write(model, Form.LOCAL_PATH, Tickets.NONE);
    } else if (named.isEmpty()) {
      return null;
    }
    Reference first = named.get(0);
    return switch (first.form()) {
      case EXACT, RENAMED, WRONG_CASE, DELETED, NEVER, BARE, LOCAL_PATH, LOCAL_PAIR -> first;
      case URL, SHORT_URL, TREE_URL, REVISION, QUANTISATION, BLANKS, QUOTES, CACHE_PATH ->
          references.write(model, Form.EXACT, first.target());
      case UNTYPED_TAG, SELF, PLACEHOLDER, SENTENCE, EMPTY, PROSE -> null;
    };
  }

  /** The prose names what the card declares where that is an id, and at times what it does not. */
  private List<Reference> prose(int model, Make make, Form form, List<Reference> named) {
    if (form == Form.PROSE) {
      return List.of(references.write(model, Form.PROSE, structure.parent[model]));
    }
    if (!namesParents(make.tool())) {
      return List.of();
    }
    List<Reference> prose = new ArrayList<>(named.size());
    for (Reference reference : named) {
      boolean listed = reference.target() >= 0 && reference.form() != Form.SELF;
      if (listed) {
        boolean asWritten = reference.text().equals(reference.id());
        prose.add(asWritten ? reference : references.write(model, Form.EXACT, reference.target()));
      } else if (reference.form() == Form.DELETED) {
        prose.add(reference);
      }
      if (prose.size() == 1 && namesOneParent(make.tool())) {
        break;
      }
    }
    return prose;
  }

  /** Tools whose sentence has room for one parent, however many the card declares. */
  private static boolean namesOneParent(Tool tool) {
    return tool == Tool.UNSLOTH
        || tool == Tool.GGUF
        || tool == Tool.SENTENCE_TRANSFORMERS
        || tool == Tool.DIFFUSERS_LORA;
  }

  private static boolean namesParents(Tool tool) {
    return switch (tool) {
      case HAND,
          TRAINER,
          TRL,
          UNSLOTH,
          AXOLOTL,
          PEFT_TRAINER,
          SENTENCE_TRANSFORMERS,
          DIFFUSERS_LORA,
          GGUF,
          AWQ,
          GPTQ,
          ONNX,
          MLX,
          MERGEKIT ->
          true;
      case NOTHING, RELEASE, TEMPLATE, AUTOTRAIN, STABLE_BASELINES, PEFT -> false;
    };
  }

  Names names() {
    return names;
  }
}
