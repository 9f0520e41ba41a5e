package io.github.hubgenealogy.jobs.cards;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The keys of a front matter (docs/hub/model-cards.md) and what a misspelt one means: another case,
 * a dash for an underscore, singular for plural, a British or an older spelling, one letter too
 * many, too few or wrong. The first letter has to be right: {@code xdatasets} is a key that its
 * author put out of use.
 */
final class Keys {
  /** Keys that have a column. */
  private static final Set<String> READ =
      Set.of(
          "language",
          "license",
          "license_name",
          "license_link",
          "library_name",
          "pipeline_tag",
          "tags",
          "datasets",
          "metrics",
          "base_model",
          "base_model_relation",
          "new_version",
          "duplicated_from",
          "co2_eq_emissions",
          "model-index");

  private static final List<String> IN_ORDER = READ.stream().sorted().toList();

  /** Keys of the Hub's own that steer its pages and have no column. */
  private static final Set<String> PAGE =
      Set.of(
          "thumbnail",
          "widget",
          "inference",
          "mask_token",
          "instance_prompt",
          "language_bcp47",
          "buckets",
          "extra_gated_prompt",
          "extra_gated_fields",
          "extra_gated_heading",
          "extra_gated_description",
          "extra_gated_button_content",
          "extra_gated_eu_disallowed");

  /** Spellings that no rule reaches; without plural s, in lower case, with underscores. */
  private static final Map<String, String> OTHER =
      Map.of(
          "licence", "license",
          "lang", "language",
          "library", "library_name",
          "pipeline", "pipeline_tag",
          "basemodel", "base_model",
          "finetuned_from", "base_model",
          "model_indexe", "model-index");

  /** Shorter words are one letter from too many others. */
  private static final int SHORTEST_GUESSED = 6;

  private static final int LONGEST_GUESSED = 40;

  private Keys() {}

  static boolean isRead(String key) {
    return READ.contains(key);
  }

  static boolean isOfPages(String key) {
    return PAGE.contains(key);
  }

  /** The key that a misspelt one means; null for one that is a key of its own. */
  static String meant(String key) {
    if (key.length() > LONGEST_GUESSED) {
      return null;
    }
    String plain = plain(key);
    for (String known : IN_ORDER) {
      if (singular(plain(known)).equals(singular(plain))) {
        return known;
      }
    }
    String other = OTHER.get(singular(plain));
    return other != null ? other : nearest(plain);
  }

  private static String plain(String key) {
    return key.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
  }

  private static String singular(String key) {
    return key.endsWith("s") ? key.substring(0, key.length() - 1) : key;
  }

  private static String nearest(String plain) {
    if (plain.length() < SHORTEST_GUESSED || !plain.chars().allMatch(Keys::isKeyLetter)) {
      return null;
    }
    for (String known : IN_ORDER) {
      if (known.charAt(0) == plain.charAt(0) && isOneEditAway(plain, plain(known))) {
        return known;
      }
    }
    return null;
  }

  private static boolean isKeyLetter(int c) {
    return (c >= 'a' && c <= 'z') || c == '_';
  }

  /**
   * Whether one letter added, left out, changed, or two neighbours changed over make them equal.
   */
  static boolean isOneEditAway(String a, String b) {
    int head = 0;
    while (head < a.length() && head < b.length() && a.charAt(head) == b.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < a.length() - head
        && tail < b.length() - head
        && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
      tail++;
    }
    int restA = a.length() - head - tail;
    int restB = b.length() - head - tail;
    return Math.max(restA, restB) == 1
        || (restA == 2
            && restB == 2
            && a.charAt(head) == b.charAt(head + 1)
            && a.charAt(head + 1) == b.charAt(head));
  }
}
