package io.github.hubgenealogy.jobs.prose;

import io.github.hubgenealogy.jobs.prose.ProseRule.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the statements of parentage in one card's body. Each place where a word begins is looked at
 * once, and every look is bounded, so that the cost is linear in the text, whatever it is.
 */
final class ProseReader implements Blocks.Visitor {
  /** A card that says more than this lists models rather than parents. */
  private static final int MAX_STATEMENTS = 100;

  /** What a list of merged models follows. */
  private static final Pattern LIST_FOLLOWS =
      Pattern.compile(
          "models were included in the merge|merge of the following models"
              + "|(?:merg|combin)(?:es?|ed|ing) (?:of )?(?:the following|these) (?:\\w{1,12} )?models",
          Pattern.CASE_INSENSITIVE);

  /** What joins two names; "with" joins what is merged only. */
  private static final Pattern JOINT =
      Pattern.compile("[\\s*_)]{0,4}(?:,|&|\\+|,? ?and|(with))[\\s*_]{1,4}");

  private static final Phrases PHRASES = new Phrases();

  private final String text;
  private final List<Statement> statements = new ArrayList<>();
  private boolean inList;

  private ProseReader(String body) {
    this.text = body;
  }

  /** The statements of a body in their order. */
  static List<Statement> read(String body) {
    ProseReader reader = new ProseReader(body);
    Blocks.walk(body, reader);
    return reader.statements;
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
    boolean inWord = false;
    for (int i = from; i < end && isOpen(); i++) {
      char c = text.charAt(i);
      boolean letter = c < 128 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : Character.isLetter(c);
      if (letter && !inWord && i + 1 < end) {
        List<ProseRule> rules = PHRASES.of(c, text.charAt(i + 1));
        if (rules != null) {
          i = Math.max(i, phrase(rules, i, from, end) - 1);
        }
      }
      inWord = letter || (c >= '0' && c <= '9');
    }
  }

  /** Tries the rules where a word begins; returns the place to go on from. */
  private int phrase(List<ProseRule> rules, int at, int from, int end) {
    for (ProseRule rule : rules) {
      if (!begins(rule, at)) {
        continue;
      }
      if (rule == ProseRule.MERGE_LIST) {
        inList |= LIST_FOLLOWS.matcher(text).region(at, end).lookingAt();
        continue;
      }
      SentenceBefore before = new SentenceBefore(text, from, at);
      if (!isInPlace(rule, before)) {
        continue;
      }
      Matcher matcher = rule.phrase().matcher(text).useTransparentBounds(true).region(at, end);
      if (!matcher.lookingAt()) {
        continue;
      }
      boolean named = rule.names() == ProseRule.Names.BEFORE;
      Mention mention =
          named ? MentionBefore.of(text, from, at) : Mention.at(text, matcher.end(), end);
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

  private boolean begins(ProseRule rule, int at) {
    for (String start : rule.starts()) {
      if (text.regionMatches(true, at, start, 0, start.length())) {
        return true;
      }
    }
    return false;
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
    return statements.size() < MAX_STATEMENTS;
  }
}
