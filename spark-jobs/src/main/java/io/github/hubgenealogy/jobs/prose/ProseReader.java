package io.github.hubgenealogy.jobs.prose;

import io.github.hubgenealogy.jobs.prose.ProseRule.Family;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the statements of parentage in one card's body. Each place where a phrase may begin is
 * looked at once, and every look is bounded, so that the cost is linear in the text, whatever it
 * is.
 */
final class ProseReader implements Blocks.Visitor {
  /** A card that says more than this lists models rather than parents. */
  private static final int MAX_STATEMENTS = 100;

  /** Phrases after which a name is looked for; a card with more of them is no prose. */
  private static final int MAX_MENTIONS = 2_000;

  /** What a list of merged models follows. */
  private static final Pattern LIST_FOLLOWS =
      Pattern.compile(
          "models were included in the merge|merge of the following models"
              + "|(?:merg|combin)(?:es?|ed|ing) (?:of )?(?:the following|these) (?:\\w{1,12} )?models",
          Pattern.CASE_INSENSITIVE);

  /** What joins two names; "with" joins what is merged only. */
  private static final Pattern JOINT =
      Pattern.compile("[\\s*_)]{0,4}(?:,|&|\\+|,? ?and|(with))[\\s*_]{1,4}");

  private static final List<ProseRule> RULES = List.of(ProseRule.values());
  private static final Starts STARTS = new Starts(RULES.stream().map(ProseRule::starts).toList());

  private final String text;

  /**
   * The same as {@link Starts} takes it: looked at once per character, which costs a string more.
   */
  private final char[] characters;

  /** For each rule the matcher of its phrase, once it was tried. */
  private final Map<ProseRule, Matcher> matchers = new EnumMap<>(ProseRule.class);

  private final List<Statement> statements = new ArrayList<>();
  private boolean inList;
  private int mentions;

  private ProseReader(String body) {
    this.text = body;
    this.characters = body.toCharArray();
  }

  /** The statements of a body in their order, lines beyond a length left out. */
  static ProseReading read(String body, int longestLine) {
    ProseReader reader = new ProseReader(body);
    int passedOver = Blocks.walk(body, longestLine, reader);
    return new ProseReading(reader.statements, passedOver);
  }

  @Override
  public boolean paragraph(int from, int end) {
    if (text.charAt(from) == '#') {
      inList = false;
    }
    if (inList && Blocks.begins(text, from, end)) {
      item(from, end);
    } else {
      phrases(from, end);
    }
    return isOpen();
  }

  @Override
  public boolean code(int from, int end) {
    String block = text.substring(from, end);
    if (block.contains("merge_method:")) {
      MergeConfiguration.models(block)
          .forEach(model -> add(ProseRule.MERGE_CONFIGURATION, model, null, from));
    }
    return isOpen();
  }

  /** An item of a list of merged models: the model stands first in it, or in its row. */
  private void item(int from, int end) {
    int at = from;
    while (at < end && (isMark(text.charAt(at)) || Character.isDigit(text.charAt(at)))) {
      at++;
    }
    Mention mention = Mention.at(text, at, end);
    if (mention != null) {
      add(ProseRule.MERGE_LIST, mention.text(), null, from);
    }
  }

  /** What stands before an item's words. */
  private static boolean isMark(char c) {
    return Character.isWhitespace(c) || "*-+|,.#>".indexOf(c) >= 0;
  }

  private void phrases(int from, int end) {
    int at = STARTS.next(characters, from, from, end);
    while (at < end && isOpen()) {
      // Right behind a name no word begins.
      int further = Math.max(at, phrase(STARTS.at(characters, at, end), at, from, end)) + 1;
      at = STARTS.next(characters, from, further, end);
    }
  }

  /** Tries the rules where a word begins; returns the place to go on from. */
  private int phrase(long rules, int at, int from, int end) {
    SentenceBefore before = new SentenceBefore(text, from, at);
    for (long left = rules; left != 0; left &= left - 1) {
      ProseRule rule = RULES.get(Long.numberOfTrailingZeros(left));
      if (rule == ProseRule.MERGE_LIST) {
        inList |= LIST_FOLLOWS.matcher(text).region(at, end).lookingAt();
        continue;
      }
      if (!isInPlace(rule, before)) {
        continue;
      }
      Matcher matcher = matcher(rule).region(at, end);
      if (!matcher.lookingAt()) {
        continue;
      }
      mentions++;
      boolean named = rule.names() == ProseRule.Names.BEFORE;
      Mention mention =
          named
              ? MentionBefore.of(text, from, at)
              : Mention.at(text, Fillers.skip(text, matcher.end(), end), end);
      if (mention == null || !isNamed(rule, mention)) {
        continue;
      }
      if (named) {
        if (!before.saysOtherwise()) {
          add(rule, mention.text(), null, at);
        }
        return matcher.end();
      }
      if (before.saysOtherwise()) {
        return mention.end();
      }
      Statement said = new Statement(rule, mention.text(), before.subject(), at);
      statements.add(said);
      return further(said, mention, end);
    }
    return at;
  }

  private Matcher matcher(ProseRule rule) {
    return matchers.computeIfAbsent(
        rule, each -> each.phrase().matcher(text).useTransparentBounds(true));
  }

  private static boolean isNamed(ProseRule rule, Mention mention) {
    return switch (rule.names()) {
      case LINKED, LINKED_FIRST -> mention.linked();
      case FIELD, ANY, BEFORE -> true;
    };
  }

  /** "X and Y", "X, Y": what is linked right after belongs to the same sentence. */
  private int further(Statement said, Mention first, int end) {
    int last = first.end();
    while (isOpen()) {
      Matcher joint = JOINT.matcher(text).region(last, end);
      boolean joined =
          joint.lookingAt() && (joint.group(1) == null || said.rule().family() == Family.MERGED);
      Mention next = joined ? Mention.at(text, joint.end(), end) : null;
      if (next == null || !next.linked()) {
        return last;
      }
      add(said.rule(), next.text(), said.subject(), said.place());
      last = next.end();
    }
    return last;
  }

  private static boolean isInPlace(ProseRule rule, SentenceBefore before) {
    return switch (rule.names()) {
      case LINKED, ANY, BEFORE -> true;
      case LINKED_FIRST -> before.isBegun(false);
      case FIELD -> before.isBegun(true);
    };
  }

  private void add(ProseRule rule, String claimed, String subject, int place) {
    if (isOpen()) {
      statements.add(new Statement(rule, claimed, subject, place));
    }
  }

  private boolean isOpen() {
    return statements.size() < MAX_STATEMENTS && mentions < MAX_MENTIONS;
  }
}
