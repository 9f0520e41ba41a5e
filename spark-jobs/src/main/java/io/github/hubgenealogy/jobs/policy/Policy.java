package io.github.hubgenealogy.jobs.policy;

import static io.github.hubgenealogy.jobs.policy.Relation.MERGE;
import static io.github.hubgenealogy.jobs.policy.Relation.UNSPECIFIED;
import static io.github.hubgenealogy.jobs.policy.Resolution.ABSENT;
import static io.github.hubgenealogy.jobs.policy.Resolution.BY_KEY;
import static io.github.hubgenealogy.jobs.policy.Resolution.EXACT;
import static io.github.hubgenealogy.jobs.policy.Source.CARD;
import static io.github.hubgenealogy.jobs.policy.Source.CONFIG;
import static io.github.hubgenealogy.jobs.policy.Source.HUB;
import static io.github.hubgenealogy.jobs.policy.Source.TAG;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which claims, resolutions, relations and vertices a figure counts. This is the one table of
 * policies: a new one is a row here. An edge counts under a policy where a claim of one of its
 * sources was resolved in one of its ways and the relation is one of its relations.
 */
@SuppressWarnings("ImmutableEnumChecker") // the sets never leave but as copies
public enum Policy {
  UNION(
      EnumSet.of(CARD, HUB, TAG, CONFIG),
      edges(),
      all(),
      Vertices.LISTED_AND_PARENTS,
      RelationOf.PAIR),
  UNION_LISTED(
      EnumSet.of(CARD, HUB, TAG, CONFIG),
      without(edges(), ABSENT),
      all(),
      Vertices.LISTED,
      RelationOf.PAIR),
  UNION_NO_MERGE(
      EnumSet.of(CARD, HUB, TAG, CONFIG),
      edges(),
      without(all(), MERGE),
      Vertices.AS_UNION,
      RelationOf.PAIR),
  CARD_ONLY("card", EnumSet.of(CARD), edges(), all(), Vertices.LISTED_AND_PARENTS, RelationOf.PAIR),
  HUB_ONLY(
      "hub",
      EnumSet.of(HUB),
      EnumSet.of(BY_KEY, EXACT, ABSENT),
      all(),
      Vertices.LISTED_AND_PARENTS,
      RelationOf.HUB),
  TAGS_2025(EnumSet.of(TAG), EnumSet.of(EXACT), all(), Vertices.LISTED, RelationOf.TAG),
  TAGS_2025_PHANTOMS(
      EnumSet.of(TAG),
      EnumSet.of(EXACT, ABSENT),
      without(all(), UNSPECIFIED),
      Vertices.LISTED_AND_PARENTS,
      RelationOf.TAG),
  TAGS_2025_NO_MERGE(
      EnumSet.of(TAG), EnumSet.of(EXACT), without(all(), MERGE), Vertices.LISTED, RelationOf.TAG),
  UNION_TEXT(
      EnumSet.allOf(Source.class), edges(), all(), Vertices.LISTED_AND_PARENTS, RelationOf.PAIR);

  /** Whose relation counts: the pair's, by precedence, or one source's own. */
  public enum RelationOf {
    PAIR,
    HUB,
    TAG
  }

  /**
   * Which models are vertices: the listed ones, with the parents that its own edges lead to, or
   * with all of {@code union}.
   */
  public enum Vertices {
    LISTED,
    LISTED_AND_PARENTS,
    AS_UNION
  }

  private final String word;
  private final Set<Source> sources;
  private final Set<Resolution> resolutions;
  private final Set<Relation> relations;
  private final Vertices vertices;
  private final RelationOf relationOf;

  Policy(
      Set<Source> sources,
      Set<Resolution> resolutions,
      Set<Relation> relations,
      Vertices vertices,
      RelationOf relationOf) {
    this(null, sources, resolutions, relations, vertices, relationOf);
  }

  Policy(
      String word,
      Set<Source> sources,
      Set<Resolution> resolutions,
      Set<Relation> relations,
      Vertices vertices,
      RelationOf relationOf) {
    this.word = word == null ? name().toLowerCase(Locale.ROOT) : word;
    this.sources = sources;
    this.resolutions = resolutions;
    this.relations = relations;
    this.vertices = vertices;
    this.relationOf = relationOf;
  }

  private static EnumSet<Resolution> edges() {
    EnumSet<Resolution> some = EnumSet.noneOf(Resolution.class);
    Arrays.stream(Resolution.values()).filter(Resolution::givesEdge).forEach(some::add);
    return some;
  }

  private static EnumSet<Relation> all() {
    return EnumSet.allOf(Relation.class);
  }

  private static <E extends Enum<E>> EnumSet<E> without(EnumSet<E> set, E one) {
    set.remove(one);
    return set;
  }

  /** The policies whose lineage is kept as a table. */
  public static List<Policy> ofLineage() {
    return List.of(UNION, UNION_NO_MERGE, HUB_ONLY);
  }

  public String word() {
    return word;
  }

  public Set<Source> sources() {
    return EnumSet.copyOf(sources);
  }

  public Set<Resolution> resolutions() {
    return EnumSet.copyOf(resolutions);
  }

  public Set<Relation> relations() {
    return EnumSet.copyOf(relations);
  }

  public Vertices vertices() {
    return vertices;
  }

  public RelationOf relationOf() {
    return relationOf;
  }
}
