package io.github.hubgenealogy.jobs.prose;

import java.util.ArrayList;
import java.util.List;

/**
 * The models of a mergekit configuration that a card quotes: the values of {@code model} and {@code
 * base_model}, line by line, since what is quoted need not be whole YAML. A model that a LoRA was
 * laid upon ({@code a+b}) is both.
 */
final class MergeConfiguration {
  private static final int MAX_MODELS = 100;
  private static final List<String> KEYS = List.of("model:", "base_model:");

  private MergeConfiguration() {}

  static List<String> models(String block) {
    List<String> models = new ArrayList<>();
    for (String line : block.split("\n", -1)) {
      String entry = line.strip();
      while (entry.startsWith("- ")) {
        entry = entry.substring(2).strip();
      }
      for (String key : KEYS) {
        if (entry.startsWith(key)) {
          add(entry.substring(key.length()), models);
        }
      }
    }
    return models;
  }

  private static void add(String value, List<String> models) {
    int comment = value.indexOf(" #");
    String plain = comment < 0 ? value : value.substring(0, comment);
    for (String model : plain.replace("\"", "").replace("'", "").split("\\+", -1)) {
      String name = model.strip();
      if (name.indexOf('/') > 0 && models.size() < MAX_MODELS && !models.contains(name)) {
        models.add(name);
      }
    }
  }
}
