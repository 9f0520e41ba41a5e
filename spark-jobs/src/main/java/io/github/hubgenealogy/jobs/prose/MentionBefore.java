package io.github.hubgenealogy.jobs.prose;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parent of a sentence that names it before it says what was done: "This is X, fine-tuned on".
 * Nothing but the name may stand between the sentence's beginning and the words of making, so that
 * the sentence is about the card's own model.
 */
final class MentionBefore {
  private static final int SENTENCE = 300;

  /** How the sentence begins; what it says of itself ("this model is") is group 1. */
  private static final Pattern BEGINNING =
      Pattern.compile(
          "[\\s#*_>]{0,12}(this(?:\\s(?:model|checkpoint|repository|repo))?(?:\\s(?:is|was))?"
              + "(?:\\s(?:simply|just))?\\s{1,4})?"
              + "(?:(?:the|a|an|our|original|pre-?trained|official|base|multilingual)\\s{1,4}){0,4}",
          Pattern.CASE_INSENSITIVE);

  /** What may stand between the name and the words of making. */
  private static final Pattern MIDDLE =
      Pattern.compile(
          "[*_\"'\u201d)]{0,4}(?:\\s{1,4}(?:language|representation|pre-?trained)){0,2}"
              + "(?:\\s{1,4}(?:model|checkpoint|LM|weights))?,?(?:\\s{1,4}(?:that|which))?"
              + "(?:\\s{1,4}(?:is|was|has been))?\\s{1,4}",
          Pattern.CASE_INSENSITIVE);

  /** The ids of the Hub that have no owner, of the models that cards name most. */
  private static final Pattern OWNERLESS =
      Pattern.compile(
          "bert-(?:base|large)-(?:un)?cased|bert-base-(?:chinese|multilingual-(?:un)?cased)"
              + "|distilbert-base-(?:multilingual-cased|(?:un)?cased)|(?:xlm-)?roberta-(?:base|large)"
              + "|distilroberta-base|albert-(?:base|large|xlarge|xxlarge)-v[12]"
              + "|xlnet-(?:base|large)-cased|gpt2-(?:medium|large|xl)|t5-(?:small|base|large)"
              + "|camembert-base");

  private MentionBefore() {}

  /**
   * The model named between the beginning of a sentence and a place; null where there is none. It
   * must be linked or, behind "this model is", stand as code: the bare names of running text are as
   * often those of an architecture. An item of a list, which may tell of many models, has none.
   *
   * @param from where the paragraph begins
   */
  static Mention of(String text, int from, int at) {
    int begin = beginning(text, from, at);
    if (begin < 0) {
      return null;
    }
    Matcher beginning = BEGINNING.matcher(text).region(begin, at);
    if (!beginning.lookingAt()) {
      return null;
    }
    Mention mention = Mention.at(text, beginning.end(), at);
    if (mention == null || !MIDDLE.matcher(text).region(mention.end(), at).matches()) {
      return null;
    }
    boolean itself = beginning.group(1) != null;
    boolean code = text.charAt(mention.end() - 1) == '`';
    boolean exact = (itself && code) || OWNERLESS.matcher(mention.text()).matches();
    return mention.linked() || exact ? mention : null;
  }

  /** Where the sentence that holds a place begins; −1 where that is too far away. */
  private static int beginning(String text, int from, int at) {
    int least = Math.max(from, at - SENTENCE);
    for (int i = at - 1; i > least; i--) {
      if (Character.isWhitespace(text.charAt(i)) && ".!?".indexOf(text.charAt(i - 1)) >= 0) {
        return i;
      }
    }
    return least == from ? from : -1;
  }
}
