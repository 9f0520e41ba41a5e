package io.github.hubgenealogy.explorer.store;

import io.github.hubgenealogy.explorer.genealogy.Edge;
import io.github.hubgenealogy.explorer.genealogy.Filter;
import io.github.hubgenealogy.explorer.genealogy.Member;
import io.github.hubgenealogy.explorer.genealogy.Presence;
import io.github.hubgenealogy.explorer.genealogy.Relation;
import io.github.hubgenealogy.explorer.genealogy.WarningSign;
import io.github.hubgenealogy.explorer.graph.Arcs;
import io.github.hubgenealogy.explorer.graph.Direction;
import io.github.hubgenealogy.explorer.graph.Graph;
import io.github.hubgenealogy.explorer.graph.Sieve;
import io.github.hubgenealogy.explorer.graph.Vertices;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Numbers of the graph turned into records, and a filter's words into numbers. */
public final class Portraits {
  private static final List<Relation> RELATIONS = List.of(Relation.values());
  private static final Presence[] PRESENCES = Presence.values();
  private static final List<String> BASES = List.of("card", "hub", "tag", "inferred", "none");
  private static final List<String> GATED = List.of("false", "auto", "manual");
  private static final List<Set<WarningSign>> WARNINGS = warnings();

  private final Graph graph;
  private final WordLists words;
  private final Sieve declared;

  Portraits(Graph graph, WordLists words) {
    this.graph = graph;
    this.words = words;
    this.declared = sieve(Filter.declared());
  }

  private static List<Set<WarningSign>> warnings() {
    WarningSign[] signs = WarningSign.values();
    Object[] sets = new Object[1 << signs.length];
    for (int bits = 0; bits < sets.length; bits++) {
      EnumSet<WarningSign> some = EnumSet.noneOf(WarningSign.class);
      for (int i = 0; i < signs.length; i++) {
        if ((bits >> i & 1) != 0) {
          some.add(signs[i]);
        }
      }
      sets[bits] = some;
    }
    return Arrays.stream(sets).map(some -> Set.copyOf(cast(some))).toList();
  }

  @SuppressWarnings("unchecked") // made just above
  private static Set<WarningSign> cast(Object set) {
    return (Set<WarningSign>) set;
  }

  /** A vertex as lists show it. */
  public Member member(int v) {
    Vertices all = graph.vertices();
    int owner = graph.owner()[v];
    return new Member(
        all.ids().text(v),
        owner < 0 ? null : graph.owners().text(owner),
        PRESENCES[all.presence()[v] - 1],
        instant(all.created()[v]),
        known(all.downloads()[v]),
        known(all.likes()[v]),
        words.tasks().get(all.task()[v]),
        words.libraries().get(all.library()[v]),
        words.modelTypes().get(all.modelType()[v]),
        known(all.parameters()[v]),
        words.licences().get(all.licences()[v]),
        gated(v),
        count(v, Direction.UP),
        count(v, Direction.DOWN),
        all.descendants()[v],
        all.inCycle()[v]);
  }

  /** false, auto or manual, or null. */
  public String gated(int v) {
    int gated = graph.vertices().gated()[v];
    return gated == 0 ? null : GATED.get(gated - 1);
  }

  /** The last commit, or null. */
  public Instant modified(int v) {
    return instant(graph.vertices().modified()[v]);
  }

  private int count(int v, Direction direction) {
    int count = 0;
    for (int i = 0; i < graph.arcs().count(v, direction); i++) {
      if (declared.follows(graph.arcs(), graph.arcs().arc(v, direction, i))) {
        count++;
      }
    }
    return count;
  }

  static Instant instant(long micros) {
    return micros == Vertices.NO_DATE ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private static Long known(long count) {
    return count < 0 ? null : (Long) count;
  }

  /** An arc with its evidence. */
  public Edge edge(int arc) {
    Arcs arcs = graph.arcs();
    return new Edge(
        graph.vertices().ids().text(arcs.child(arc)),
        graph.vertices().ids().text(arcs.parent(arc)),
        relation(arc),
        BASES.get(arcs.basis(arc)),
        words.rules().get(arcs.rule(arc)),
        words.sources().get(arcs.sources(arc)),
        words.policies().get(arcs.policies(arc)),
        WARNINGS.get(arcs.warnings(arc)));
  }

  /** The relation of an arc. */
  public Relation relation(int arc) {
    return RELATIONS.get(graph.arcs().relation(arc));
  }

  /** The same filter by number; a task that the snapshot lacks lets nothing through. */
  public Sieve sieve(Filter filter) {
    int relations = 0;
    for (Relation relation : filter.relations()) {
      relations |= 1 << RELATIONS.indexOf(relation);
    }
    BitSet tasks = filter.tasks().isEmpty() ? null : new BitSet();
    for (String task : filter.tasks()) {
      int number = words.tasks().indexOf(task);
      if (number > 0) {
        tasks.set(number);
      }
    }
    return new Sieve(
        relations,
        filter.textAlone(),
        tasks,
        micros(filter.createdFrom()),
        micros(filter.createdTo()),
        filter.minDownloads() == null ? -1 : filter.minDownloads());
  }

  private static long micros(Instant time) {
    return time == null ? Vertices.NO_DATE : ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }
}
