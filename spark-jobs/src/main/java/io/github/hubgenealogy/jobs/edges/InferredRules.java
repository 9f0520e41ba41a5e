package io.github.hubgenealogy.jobs.edges;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The same rules as the columns of {@link Inference} on Spark's own memory of a row: each tag is
 * looked up once, whatever the number of rules.
 */
@SuppressWarnings("EnumOrdinal") // as bits, which do not outlive the process
final class InferredRules {
  /** What is longer in bytes is no mark, even where a letter takes three of them. */
  private static final int MAX_BYTES = 64;

  private static final Inference[] RULES = Inference.values();
  private final Map<UTF8String, Integer> libraries = new HashMap<>();
  private final Map<UTF8String, Integer> tags = new HashMap<>();
  private final UTF8String[] configurations = new UTF8String[RULES.length];

  InferredRules() {
    for (Inference rule : RULES) {
      rule.libraries().forEach(word -> mark(libraries, word, rule));
      rule.tags().forEach(word -> mark(tags, word, rule));
      if (rule.configuration() != null) {
        configurations[rule.ordinal()] = UTF8String.fromString(rule.configuration());
      }
    }
  }

  private static void mark(Map<UTF8String, Integer> marks, String word, Inference rule) {
    marks.merge(UTF8String.fromString(word), 1 << rule.ordinal(), (a, b) -> a | b);
  }

  /** The first rule that holds, or null where the list says nothing of the model. */
  Inference of(UTF8String library, ArrayData tagged, UTF8String configuration) {
    int marks = tagged == null ? 0 : 1 << Inference.NO_MARK.ordinal();
    marks |= marks(libraries, library);
    for (int i = 0; tagged != null && i < tagged.numElements(); i++) {
      marks |= tagged.isNullAt(i) ? 0 : marks(tags, tagged.getUTF8String(i));
    }
    for (int i = 0; configuration != null && i < RULES.length; i++) {
      if (configurations[i] != null && configuration.contains(configurations[i])) {
        marks |= 1 << i;
      }
    }
    return marks == 0 ? null : RULES[Integer.numberOfTrailingZeros(marks)];
  }

  private static int marks(Map<UTF8String, Integer> marks, UTF8String text) {
    return text == null || text.numBytes() > MAX_BYTES
        ? 0
        : marks.getOrDefault(text.toLowerCase(), 0);
  }
}
