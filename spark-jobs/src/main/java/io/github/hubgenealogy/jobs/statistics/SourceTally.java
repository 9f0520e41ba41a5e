package io.github.hubgenealogy.jobs.statistics;

import io.github.hubgenealogy.lake.id.ModelId;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Counts by name, each with its first examples in the order of ids: what a task has seen, which is
 * small whatever it has seen.
 */
final class SourceTally implements Serializable {
  private static final long serialVersionUID = 1L;

  /** As many examples as a report shows. */
  static final int EXAMPLES = 20;

  private final Map<String, Count> counts = new TreeMap<>();

  /** One name's. */
  private static final class Count implements Serializable {
    private static final long serialVersionUID = 1L;
    private long n;
    private final TreeSet<String> examples = new TreeSet<>(new ByBytes());

    /** Whether a text could be an example, or one that begins with it. */
    boolean wants(String text) {
      return examples.size() < EXAMPLES || ModelId.UTF8_ORDER.compare(text, examples.last()) < 0;
    }

    void example(String example) {
      if (wants(example)) {
        examples.add(example);
        if (examples.size() > EXAMPLES) {
          examples.pollLast();
        }
      }
    }
  }

  /** The order of ids, which travels. */
  private static final class ByBytes implements Comparator<String>, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public int compare(String a, String b) {
      return ModelId.UTF8_ORDER.compare(a, b);
    }
  }

  void add(String name, String example) {
    Count count = counts.computeIfAbsent(name, each -> new Count());
    count.n++;
    count.example(example);
  }

  /**
   * The same for very many, whose examples are made only where they may stay.
   *
   * @param beginning what the example begins with
   */
  void add(String name, String beginning, Supplier<String> example) {
    Count count = counts.computeIfAbsent(name, each -> new Count());
    count.n++;
    if (count.wants(beginning)) {
      count.example(example.get());
    }
  }

  /** This and the other together. */
  SourceTally plus(SourceTally other) {
    other.counts.forEach(
        (name, theirs) -> {
          Count count = counts.computeIfAbsent(name, each -> new Count());
          count.n += theirs.n;
          theirs.examples.forEach(count::example);
        });
    return this;
  }

  long count(String name) {
    return counts.containsKey(name) ? counts.get(name).n : 0;
  }

  List<String> examples(String name) {
    return counts.containsKey(name) ? new ArrayList<>(counts.get(name).examples) : List.of();
  }
}
