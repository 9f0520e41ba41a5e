package io.github.hubgenealogy.jobs.prose;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words that may stand between a phrase and the name of the parent: "of the original Meta X".
 * Four at most, each after one to four blanks and before a blank or a mark that opens a name.
 */
final class Fillers {
  private static final int MOST = 4;
  private static final int BLANKS = 4;
  private static final int LONGEST = 12;

  private static final Set<String> WORDS =
      Set.of(
          "the",
          "a",
          "an",
          "our",
          "original",
          "pretrained",
          "pre-trained",
          "official",
          "base",
          "model",
          "model:",
          "checkpoint",
          "multilingual",
          "large",
          "small",
          "huggingface");

  /** Also with an apostrophe, an s or both. */
  private static final Set<String> MAKERS =
      Set.of("google", "meta", "openai", "facebook", "microsoft", "mistral");

  /** What is no word by its letters. */
  private static final List<String> OTHERS = List.of("hugging face", "🤗");

  private Fillers() {}

  /**
   * Where a name may begin.
   *
   * @param from right behind the phrase
   * @param end nothing from there on is skipped
   */
  static int skip(String text, int from, int end) {
    int at = from;
    for (int n = 0; n < MOST; n++) {
      int word = blanks(text, at, end);
      int behind = word == at ? -1 : word(text, word, end);
      if (behind < 0) {
        break;
      }
      at = behind;
    }
    return blanks(text, at, end);
  }

  private static int blanks(String text, int from, int end) {
    int at = from;
    while (at < end && at - from < BLANKS && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  /** The place behind the filler that begins at a place; −1 where none does. */
  private static int word(String text, int from, int end) {
    int at = from;
    while (at < end && at - from < LONGEST && isOfWord(text.charAt(at))) {
      at++;
    }
    if (at > from && isBefore(text, at) && isFiller(text.substring(from, at))) {
      return at;
    }
    for (String other : OTHERS) {
      int behind = from + other.length();
      if (behind <= end
          && isBefore(text, behind)
          && other.equals(text.substring(from, behind).toLowerCase(Locale.ROOT))) {
        return behind;
      }
    }
    return -1;
  }

  private static boolean isOfWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '\'' || c == ':';
  }

  private static boolean isFiller(String written) {
    String word = written.toLowerCase(Locale.ROOT);
    return WORDS.contains(word) || MAKERS.contains(maker(word));
  }

  /** A word without what makes it a genitive. */
  private static String maker(String word) {
    String stem = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    return stem.endsWith("'") ? stem.substring(0, stem.length() - 1) : stem;
  }

  /** Whether a word may end before a place. */
  private static boolean isBefore(String text, int at) {
    if (at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    return isBlank(c) || c == '*' || c == '_' || c == '`' || c == '[';
  }
}
