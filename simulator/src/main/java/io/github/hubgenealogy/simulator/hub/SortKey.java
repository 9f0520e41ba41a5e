package io.github.hubgenealogy.simulator.hub;

import java.util.Arrays;
import java.util.Optional;

/** What a list can be sorted by. */
public enum SortKey {
  CREATED_AT("createdAt", true),
  DOWNLOADS("downloads", false),
  LAST_MODIFIED("lastModified", true),
  LIKES("likes", false),
  TRENDING_SCORE("trendingScore", false),
  // Seen in clients, documented nowhere.
  LIKES_30D("likes30d", false),
  LIKES_7D("likes7d", false),
  NUM_PARAMETERS("num_parameters", false),
  MAIN_SIZE("mainSize", false);

  private final String word;
  private final boolean instant;

  SortKey(String word, boolean instant) {
    this.word = word;
    this.instant = instant;
  }

  public String word() {
    return word;
  }

  /** Whether its values are instants, in milliseconds since 1970. */
  public boolean instant() {
    return instant;
  }

  public static Optional<SortKey> of(String word) {
    return Arrays.stream(values()).filter(key -> key.word.equals(word)).findFirst();
  }
}
