package io.github.hubgenealogy.jobs.edges;

import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.policy.Relation;
import io.github.hubgenealogy.jobs.policy.Resolution;
import io.github.hubgenealogy.jobs.policy.Source;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.unsafe.types.UTF8String;

/** What is said of one pair: which sources, in which ways, with which relation. */
@SuppressWarnings("EnumOrdinal") // as bits, which do not outlive the process
final class PairClaims {
  private static final Source[] SOURCES = Source.values();
  private static final Map<UTF8String, Source> SOURCE_OF = byWord(SOURCES, Source::word);
  private static final Map<UTF8String, Resolution> RESOLUTION_OF =
      byWord(Resolution.values(), Resolution::word);
  private static final Map<UTF8String, Relation> RELATION_OF =
      byWord(Relation.values(), Relation::word);

  /** For each source the ways in which it was resolved, as bits. */
  private final int[] ways = new int[SOURCES.length];

  /** For each source the last of its relations in their order. */
  private final Relation[] relations = new Relation[SOURCES.length];

  private boolean typedTag;
  private boolean bareTag;

  private static <E> Map<UTF8String, E> byWord(E[] values, Function<E, String> word) {
    Map<UTF8String, E> known = new HashMap<>();
    for (E value : values) {
      known.put(UTF8String.fromString(word.apply(value)), value);
    }
    return known;
  }

  void clear() {
    Arrays.fill(ways, 0);
    Arrays.fill(relations, null);
    typedTag = false;
    bareTag = false;
  }

  /** Adds a claim by the words of the table. */
  void add(UTF8String sourceWord, UTF8String resolutionWord, UTF8String relationWord) {
    Source source = SOURCE_OF.get(sourceWord);
    int place = source.ordinal();
    ways[place] |= 1 << RESOLUTION_OF.get(resolutionWord).ordinal();
    Relation relation = relationWord == null ? null : RELATION_OF.get(relationWord);
    if (relation != null
        && (relations[place] == null || relation.compareTo(relations[place]) > 0)) {
      relations[place] = relation;
    }
    typedTag |= source == Source.TAG && relation != null;
    bareTag |= source == Source.TAG && relation == null;
  }

  /** The source's relation, or null. */
  Relation relation(Source source) {
    return relations[source.ordinal()];
  }

  /**
   * Whether the pair has typed tags and no bare one; the Hub derives the two together, so that a
   * typed tag alone was typed by somebody.
   */
  boolean isTypedTagAlone() {
    return typedTag && !bareTag;
  }

  boolean isOnly(Source only) {
    for (Source source : SOURCES) {
      if ((ways[source.ordinal()] != 0) != (source == only)) {
        return false;
      }
    }
    return true;
  }

  /** The words of the sources, ascending. */
  List<String> sources() {
    return Arrays.stream(SOURCES)
        .filter(source -> ways[source.ordinal()] != 0)
        .map(Source::word)
        .sorted()
        .toList();
  }

  /**
   * Whether the pair counts under a policy, by the rows of the policies' table alone.
   *
   * @param relation the pair's
   */
  boolean counts(Policy policy, Relation relation, boolean parentIsListed) {
    Relation own =
        switch (policy.relationOf()) {
          case PAIR -> relation;
          case HUB -> relation(Source.HUB);
          case TAG -> relation(Source.TAG);
        };
    return isClaimed(policy)
        && policy.relations().contains(own == null ? Relation.UNSPECIFIED : own)
        && (policy.vertices() != Policy.Vertices.LISTED || parentIsListed);
  }

  private boolean isClaimed(Policy policy) {
    for (Source source : policy.sources()) {
      for (Resolution resolution : policy.resolutions()) {
        if ((ways[source.ordinal()] & 1 << resolution.ordinal()) != 0) {
          return true;
        }
      }
    }
    return false;
  }
}
