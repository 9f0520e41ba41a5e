package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.card.Tool;
import io.github.hubgenealogy.simulator.chance.Chance;
import io.github.hubgenealogy.simulator.chance.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a card's keys and values, which are the README's front matter and the Hub's cardData. */
final class FrontMatter {
  private static final int HUGE_RESULTS = 320;

  private static final List<Object> MANY_RESULTS = results();

  private final Structure structure;
  private final Chance chance;
  private final Names names;

  FrontMatter(Structure structure, Chance chance, Names names) {
    this.structure = structure;
    this.chance = chance;
    this.names = names;
  }

  /**
   * The keys and values of a model's card, in the order in which its tool writes them.
   *
   * @param hostile words to put where people look, or null
   */
  Map<String, Object> of(
      int model,
      Make make,
      Lineage lineage,
      List<DatasetReference> datasets,
      String library,
      String hostile) {
    Map<String, Object> keys = new LinkedHashMap<>();
    Oddity oddity = Oddity.at(chance.unit(model, Question.ODD_KIND));
    if (make.tool() != Tool.HAND && library != null && make.tool() != Tool.UNSLOTH) {
      keys.put("library_name", library);
    }
    language(model, keys);
    String licence = Traits.LICENCES.get(structure.licence[model]);
    if (!licence.isEmpty()) {
      keys.put("license", licence);
    }
    parents(model, lineage, keys);
    List<Object> tags = new ArrayList<>(6);
    if (lineage.authorTag() != null) {
      tags.add(TagList.text(lineage.authorTagRelation(), lineage.authorTag()));
    }
    tags.addAll(List.of(Subjects.toolTags(make.tool())));
    if (hostile != null) {
      tags.add(hostile);
      keys.put("license_name", hostile);
      keys.put("model_name", hostile);
      keys.put("thumbnail", hostile);
    }
    if (!tags.isEmpty()) {
      keys.put("tags", tags);
    }
    if (!datasets.isEmpty()) {
      keys.put("datasets", datasets.stream().map(DatasetReference::text).toList());
    }
    if (make.tool() == Tool.TRAINER || make.tool() == Tool.PEFT_TRAINER) {
      results(model, keys);
    }
    String task = Traits.TASKS.get(structure.task[model]);
    if (!task.isEmpty() && make.tool() != Tool.TRAINER && !make.tool().isPeft()) {
      keys.put("pipeline_tag", task);
    }
    succession(model, keys);
    make(model, oddity, keys);
    return keys;
  }

  private void language(int model, Map<String, Object> keys) {
    List<String> languages = Traits.LANGUAGES.get(structure.language[model]);
    if (languages.size() == 1 && chance.happens(model, Question.LICENCE_SHAPE, 0.4)) {
      keys.put("language", languages.get(0));
    } else if (!languages.isEmpty()) {
      keys.put("language", languages);
    }
  }

  private void parents(int model, Lineage lineage, Map<String, Object> keys) {
    List<Reference> declared = lineage.declared();
    if (lineage.empty()) {
      keys.put("base_model", chance.happens(model, Question.BASE_AS_LIST, 0.7) ? List.of() : null);
    } else if (declared.size() == 1 && !lineage.asList()) {
      keys.put("base_model", declared.get(0).text());
    } else if (!declared.isEmpty()) {
      keys.put("base_model", declared.stream().map(Reference::text).toList());
    }
    if (lineage.explicit() != null) {
      keys.put("base_model_relation", lineage.explicit());
    }
  }

  private void results(int model, Map<String, Object> keys) {
    if (chance.happens(model, Question.METRIC, 0.6)) {
      keys.put("metrics", List.of("accuracy", "f1"));
    }
    keys.put("model-index", List.of(index(model, List.of())));
  }

  private Map<String, Object> index(int model, List<Object> results) {
    Map<String, Object> index = new LinkedHashMap<>();
    index.put("name", names.name(model));
    index.put("results", results);
    return index;
  }

  private void succession(int model, Map<String, Object> keys) {
    int successor = successor(model);
    if (successor >= 0) {
      keys.put("new_version", names.id(successor));
    }
    int original = original(model);
    if (original >= 0) {
      keys.put("duplicated_from", names.id(original));
    }
  }

  /** The model that replaces this one, or −1. */
  int successor(int model) {
    return chance.happens(model, Question.NEW_VERSION, 0.002)
        ? other(model, chance.below(model, Question.NEW_VERSION_WHICH, structure.size))
        : Tickets.NONE;
  }

  /** The model that this one is a copy of, or −1. */
  int original(int model) {
    return chance.happens(model, Question.DUPLICATED_FROM, 0.001)
        ? other(model, chance.below(model, Question.DUPLICATED_WHICH, structure.size))
        : Tickets.NONE;
  }

  private static int other(int model, int target) {
    return target == model ? Tickets.NONE : target;
  }

  private void make(int model, Oddity oddity, Map<String, Object> keys) {
    switch (oddity) {
      case NONE -> {}
      case UNKNOWN_KEY -> keys.put("lisence", "see below");
      case DATASETS_AS_TEXT -> keys.computeIfPresent("datasets", (key, value) -> first(value));
      case TAGS_AS_TEXT -> keys.computeIfPresent("tags", (key, value) -> first(value));
      case HUGE -> keys.put("model-index", List.of(index(model, MANY_RESULTS)));
      case LANGUAGES_IN_ONE_TEXT -> keys.computeIfPresent("language", (key, value) -> "en, fr");
      case LICENCE_AS_LIST -> keys.computeIfPresent("license", (key, value) -> List.of(value));
      case ODD_MODEL_INDEX -> keys.put("model-index", index(model, List.of()));
      case NOTHING_AMONG_DATASETS ->
          keys.compute(
              "datasets", (key, value) -> with(value == null ? List.of() : (List<?>) value, null));
      case TEMPLATE_LEFTOVER -> keys.put("widget", List.of(Map.of("text", "{{question}}")));
      case NUMBER_AMONG_TAGS ->
          keys.computeIfPresent("tags", (key, value) -> with((List<?>) value, 7L));
      case METRICS_WITH_NUMBER -> keys.put("metrics", List.of("accuracy", 1L));
      case TASK_AS_LIST -> keys.computeIfPresent("pipeline_tag", (key, value) -> List.of(value));
      case METRICS_AS_TEXT -> keys.put("metrics", "accuracy");
      case LIBRARY_AS_LIST -> keys.computeIfPresent("library_name", (key, value) -> List.of(value));
    }
  }

  private static Object first(Object value) {
    // A list of several stays one: its text would name but the first.
    return value instanceof List<?> items && items.size() == 1 ? items.get(0) : value;
  }

  private static List<Object> with(List<?> items, Object item) {
    List<Object> more = new ArrayList<>(items);
    more.add(item);
    return more;
  }

  private static List<Object> results() {
    List<Object> results = new ArrayList<>(HUGE_RESULTS);
    for (int i = 0; i < HUGE_RESULTS; i++) {
      Map<String, Object> metric = new LinkedHashMap<>();
      metric.put("type", "accuracy");
      metric.put("value", 0.5 + i / 1000.0);
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("task", Map.of("type", "text-classification"));
      result.put("dataset", Map.of("name", "simulated part " + i));
      result.put("metrics", List.of(metric));
      results.add(result);
    }
    return results;
  }
}
