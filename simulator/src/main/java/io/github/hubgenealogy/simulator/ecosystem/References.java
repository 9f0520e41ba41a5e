package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.chance.Chance;
import io.github.hubgenealogy.simulator.chance.Question;
import java.util.Locale;

/** Writes parents in their various forms. */
final class References {
  private static final String[] PATHS = {
    "./outputs/checkpoint-1200",
    "/content/drive/MyDrive/simulated/run-3",
    "/workspace/simulated/base",
    "C:\\models\\simulated\\base",
    "../base-model",
    "/home/user/models/simulated-7b"
  };
  private static final String[] PAIRS = {
    "models/checkpoint-500", "output/final", "checkpoints/last", "data/base", "workspace/run-7"
  };
  private static final String[] PLACEHOLDERS = {"[More Information Needed]", "None"};
  private static final String SENTENCE = "my own model, trained from scratch";

  private final Chance chance;
  private final Names names;

  References(Chance chance, Names names) {
    this.chance = chance;
    this.names = names;
  }

  /** The form that an author chooses for a parent that is there, by chance. */
  Form form(int model, int round, int parent) {
    double unit = chance.unit(model, Question.FORM, round);
    if (names.renamed(parent) && unit < 0.15) {
      return Form.RENAMED;
    }
    // Parts of a thousand, among 993 that are exact.
    int thousandth = (int) (chance.unit(model, Question.FORM_DETAIL, round) * 10_000);
    if (thousandth < 40) {
      return Form.WRONG_CASE;
    } else if (thousandth < 54) {
      return Form.URL;
    } else if (thousandth < 60) {
      return Form.SHORT_URL;
    } else if (thousandth < 66) {
      return Form.TREE_URL;
    } else if (thousandth < 71) {
      return Form.REVISION;
    } else if (thousandth < 76) {
      return Form.QUANTISATION;
    } else if (thousandth < 82) {
      return Form.BLANKS;
    } else if (thousandth < 84) {
      return Form.QUOTES;
    }
    return thousandth < 89 ? Form.CACHE_PATH : Form.EXACT;
  }

  /** A parent in a form. */
  Reference write(int model, Form form, int target) {
    String id =
        target >= 0
            ? names.id(target)
            : target == Tickets.NONE ? null : names.deletedId(-2 - target);
    return switch (form) {
      case EXACT, DELETED, UNTYPED_TAG, PROSE -> new Reference(form, target, id, id, null);
      case RENAMED -> plain(form, target, names.oldId(target));
      case WRONG_CASE -> plain(form, target, otherCase(id));
      case URL -> new Reference(form, target, "https://huggingface.co/" + id, id, null);
      case SHORT_URL -> new Reference(form, target, "https://hf.co/" + id, id, null);
      case TREE_URL ->
          new Reference(form, target, "https://huggingface.co/" + id + "/tree/main", id, "main");
      case REVISION -> new Reference(form, target, id + "@main", id, "main");
      case QUANTISATION -> new Reference(form, target, id + ":Q4_K_M", id, "Q4_K_M");
      case BLANKS -> new Reference(form, target, " " + id + " ", id, null);
      case QUOTES -> new Reference(form, target, "\"" + id + "\"", id, null);
      case CACHE_PATH ->
          new Reference(
              form,
              target,
              "/home/someone/.cache/huggingface/hub/models--" + id.replace("/", "--"),
              id,
              null);
      case NEVER -> plain(form, Tickets.NONE, names.neverId(model));
      case SELF -> plain(form, model, names.id(model));
      case BARE -> plain(form, Tickets.NONE, names.nobody(model));
      case LOCAL_PATH -> nowhere(form, chance.pick(model, Question.FORM_DETAIL, PATHS));
      case LOCAL_PAIR -> plain(form, Tickets.NONE, chance.pick(model, Question.FORM_DETAIL, PAIRS));
      case PLACEHOLDER -> nowhere(form, chance.pick(model, Question.FORM_DETAIL, PLACEHOLDERS));
      case SENTENCE -> nowhere(form, SENTENCE);
      case EMPTY -> throw new IllegalArgumentException("an empty base_model names nothing");
    };
  }

  private static Reference plain(Form form, int target, String id) {
    return new Reference(form, target, id, id, null);
  }

  private static Reference nowhere(Form form, String text) {
    return new Reference(form, Tickets.NONE, text, null, null);
  }

  private static String otherCase(String id) {
    String lower = id.toLowerCase(Locale.ROOT);
    return lower.equals(id) ? id.toUpperCase(Locale.ROOT) : lower;
  }
}
