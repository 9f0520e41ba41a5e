package io.github.hubgenealogy.jobs.pipeline;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which engine computes the lineage; AUTO leaves it to the size of the graph. */
public enum EngineChoice {
  AUTO,
  MEMORY,
  SPARK,
  GRAPHFRAMES;

  @JsonCreator
  public static EngineChoice of(String word) {
    for (EngineChoice choice : values()) {
      if (choice.word().equals(word)) {
        return choice;
      }
    }
    throw new IllegalArgumentException(
        "'" + word + "' is no engine; there are auto, memory, spark, graphframes");
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
