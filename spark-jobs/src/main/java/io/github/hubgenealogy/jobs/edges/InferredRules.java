package io.github.hubgenealogy.jobs.edges;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The same rules as the columns of {@link Inference} on Spark's own memory of a row: each tag is
 * looked up once, whatever the number of rules, and most are not, since no mark begins like them.
 */
@SuppressWarnings("EnumOrdinal") // as bits, which do not outlive the process
final class InferredRules {
  /** What is longer in bytes is no mark, even where a letter takes three of them. */
  private static final int MAX_BYTES = 64;

  private static final Inference[] RULES = Inference.values();
  private final Marks libraries = new Marks();
  private final Marks tags = new Marks();
  private final UTF8String[] configurations = new UTF8String[RULES.length];

  InferredRules() {
    for (Inference rule : RULES) {
      rule.libraries().forEach(word -> libraries.add(word, rule));
      rule.tags().forEach(word -> tags.add(word, rule));
      if (rule.configuration() != null) {
        configurations[rule.ordinal()] = UTF8String.fromString(rule.configuration());
      }
    }
  }

  /** The first rule that holds, or null where the list says nothing of the model. */
  Inference of(UTF8String library, ArrayData tagged, UTF8String configuration) {
    int marks = tagged == null ? 0 : 1 << Inference.NO_MARK.ordinal();
    marks |= library == null ? 0 : libraries.of(library);
    for (int i = 0; tagged != null && i < tagged.numElements(); i++) {
      marks |= tagged.isNullAt(i) ? 0 : tags.of(tagged.getUTF8String(i));
    }
    for (int i = 0; configuration != null && i < RULES.length; i++) {
      if (configurations[i] != null && configuration.contains(configurations[i])) {
        marks |= 1 << i;
      }
    }
    return marks == 0 ? null : RULES[Integer.numberOfTrailingZeros(marks)];
  }

  /** Words in lower case, each with the rules that it is a mark of as bits. */
  private static final class Marks {
    private static final int ASCII = 128;

    private final Map<UTF8String, Integer> rules = new HashMap<>();

    /** The first two letters of the words, in either case. */
    private final BitSet beginnings = new BitSet(ASCII * ASCII);

    void add(String word, Inference rule) {
      rules.merge(UTF8String.fromString(word), 1 << rule.ordinal(), (a, b) -> a | b);
      String upper = word.toUpperCase(Locale.ROOT);
      for (char first : new char[] {word.charAt(0), upper.charAt(0)}) {
        for (char second : new char[] {word.charAt(1), upper.charAt(1)}) {
          beginnings.set(first * ASCII + second);
        }
      }
    }

    int of(UTF8String text) {
      int length = text.numBytes();
      return length < 2 || length > MAX_BYTES || !mayBegin(text.getByte(0), text.getByte(1))
          ? 0
          : rules.getOrDefault(text.toLowerCase(), 0);
    }

    /** Letters beyond ASCII, which are negative, may have a lower case within it. */
    private boolean mayBegin(byte first, byte second) {
      return first < 0 || second < 0 || beginnings.get(first * ASCII + second);
    }
  }
}
