package io.github.hubgenealogy.jobs.prose;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before a phrase in its sentence: whether the phrase begins it, of which model it
 * speaks, and whether it sets the model apart from what is named. It looks back {@value #SENTENCE}
 * characters at most.
 */
final class SentenceBefore {
  private static final int SENTENCE = 300;

  /** Words that set the model apart from what is named. */
  private static final Pattern OTHERWISE =
      Pattern.compile(
          "\\b(?:than|unlike|instead of|compared|comparison|outperform\\w{0,4}|similar to|not|try"
              + "|check out|see also|dataset)\\b",
          Pattern.CASE_INSENSITIVE);

  /** A name, told by its hyphens or capitals, of which something is said. */
  private static final Pattern NAMED_SUBJECT =
      Pattern.compile(
          "(?<![\\w-])([A-Za-z][\\w.]{0,60}-[\\w.-]{1,120}|[A-Za-z][a-z]{0,30}[A-Z][\\w.]{1,60})"
              + "\\W{1,4}(?:is|was|are|were)\\b");

  private final String text;
  private final int from;
  private final int at;

  /**
   * The context of a place.
   *
   * @param from where the paragraph begins
   */
  SentenceBefore(String text, int from, int at) {
    this.text = text;
    this.from = from;
    this.at = at;
  }

  /** Whether a sentence, or a line, begins at a place but for marks. */
  boolean isBegun(boolean line) {
    for (int i = at - 1; i >= from; i--) {
      char c = text.charAt(i);
      if (".!?".indexOf(c) >= 0 || (line && c == '\n')) {
        return true;
      }
      if (!Character.isWhitespace(c) && "*_#>-+|".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Where the sentence that holds a place begins. */
  private int beginning() {
    int least = Math.max(from, at - SENTENCE);
    for (int i = at - 1; i > least; i--) {
      if (Character.isWhitespace(text.charAt(i)) && ".!?".indexOf(text.charAt(i - 1)) >= 0) {
        return i;
      }
    }
    return least;
  }

  /** Whether the sentence says that the model is none of what is named. */
  boolean saysOtherwise() {
    return OTHERWISE.matcher(text).region(beginning(), at).find();
  }

  /** The model that is named last before the phrase; null where there is none. */
  String subject() {
    String before = text.substring(beginning(), at);
    String subject = null;
    Matcher named = NAMED_SUBJECT.matcher(before);
    while (named.find()) {
      subject = named.group(1);
    }
    for (int i = 0; i < before.length(); i++) {
      char c = before.charAt(i);
      if (c == '[' || c == '`' || before.regionMatches(true, i, "http", 0, 4)) {
        Mention mention = Mention.at(before, i, before.length());
        if (mention != null && mention.linked()) {
          subject = mention.text();
          i = mention.end() - 1;
        }
      }
    }
    return subject;
  }
}
