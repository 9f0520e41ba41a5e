package io.github.hubgenealogy.explorer.web;

import io.github.hubgenealogy.explorer.genealogy.Claim;
import io.github.hubgenealogy.explorer.genealogy.CommonAncestor;
import io.github.hubgenealogy.explorer.genealogy.DatasetSheet;
import io.github.hubgenealogy.explorer.genealogy.Edge;
import io.github.hubgenealogy.explorer.genealogy.Family;
import io.github.hubgenealogy.explorer.genealogy.Filter;
import io.github.hubgenealogy.explorer.genealogy.Genealogy;
import io.github.hubgenealogy.explorer.genealogy.Generation;
import io.github.hubgenealogy.explorer.genealogy.Hit;
import io.github.hubgenealogy.explorer.genealogy.Kin;
import io.github.hubgenealogy.explorer.genealogy.Member;
import io.github.hubgenealogy.explorer.genealogy.ModelSheet;
import io.github.hubgenealogy.explorer.genealogy.OwnerSheet;
import io.github.hubgenealogy.explorer.genealogy.Page;
import io.github.hubgenealogy.explorer.genealogy.Presence;
import io.github.hubgenealogy.explorer.genealogy.Relation;
import io.github.hubgenealogy.explorer.genealogy.Resolved;
import io.github.hubgenealogy.explorer.genealogy.SnapshotFacts;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A genealogy of a handful of models in lists, walked in the plainest way: what the web layer is
 * tested with where storage does not matter.
 */
final class ToyGenealogy implements Genealogy {
  private static final Comparator<Member> ORDER =
      Comparator.comparingInt((Member each) -> -each.descendants()).thenComparing(Member::id);

  private final SnapshotFacts facts;
  private final Map<String, ToyModel> models = new TreeMap<>();
  private final List<Edge> edges = new ArrayList<>();
  private final Map<String, Member> members = new HashMap<>();
  private boolean closed;

  ToyGenealogy(String snapshot, String origin) {
    facts =
        new SnapshotFacts(
            snapshot,
            origin,
            "0f".repeat(32),
            "1",
            "unknown",
            Instant.parse("2026-11-20T08:00:00Z"),
            Instant.parse("2026-11-20T09:30:00Z"),
            0,
            0,
            Map.of("malformed", 3L),
            null);
  }

  /** A model of the toy. */
  record ToyModel(
      String id,
      Presence presence,
      Long downloads,
      String task,
      List<String> licences,
      String data) {}

  ToyGenealogy model(String id) {
    return model(
        new ToyModel(
            id, Presence.LISTED, 100L + id.length(), "text-generation", List.of("mit"), null));
  }

  ToyGenealogy model(ToyModel model) {
    models.put(model.id(), model);
    return this;
  }

  ToyGenealogy edge(String child, String parent, Relation relation) {
    return edge(
        new Edge(
            child,
            parent,
            relation,
            "card",
            null,
            List.of("card", "tag"),
            List.of("union"),
            Set.of()));
  }

  ToyGenealogy edge(Edge edge) {
    for (String end : List.of(edge.child(), edge.parent())) {
      if (!models.containsKey(end)) {
        model(end);
      }
    }
    edges.add(edge);
    members.clear();
    return this;
  }

  @Override
  public SnapshotFacts snapshot() {
    return new SnapshotFacts(
        facts.id(),
        facts.origin(),
        facts.manifestSha256(),
        facts.definitions(),
        facts.commit(),
        facts.crawlStart(),
        facts.crawlEnd(),
        models.size(),
        edges.size(),
        facts.rejects(),
        facts.predecessor());
  }

  @Override
  public Resolved resolve(String asked) {
    if (models.containsKey(asked)) {
      return new Resolved(asked, Resolved.How.EXACT, Hit.Kind.MODEL, asked, List.of());
    }
    return new Resolved(
        asked, Resolved.How.UNKNOWN, null, null, models.keySet().stream().limit(5).toList());
  }

  @Override
  public Resolved resolveDataset(String asked) {
    return datasets().contains(asked)
        ? new Resolved(asked, Resolved.How.EXACT, Hit.Kind.DATASET, asked, List.of())
        : new Resolved(asked, Resolved.How.UNKNOWN, null, null, List.copyOf(datasets()));
  }

  private Set<String> datasets() {
    Set<String> all = new TreeSet<>();
    models.values().stream().map(ToyModel::data).filter(Objects::nonNull).forEach(all::add);
    return all;
  }

  @Override
  public List<Hit> search(String text, int limit) {
    String wanted = text.toLowerCase(Locale.ROOT);
    List<Hit> hits = new ArrayList<>();
    for (String id : models.keySet()) {
      if (id.toLowerCase(Locale.ROOT).contains(wanted)) {
        Member member = member(id);
        hits.add(new Hit(Hit.Kind.MODEL, id, orZero(member.downloads()), member.descendants()));
      }
    }
    for (String id : datasets()) {
      if (id.toLowerCase(Locale.ROOT).contains(wanted)) {
        hits.add(new Hit(Hit.Kind.DATASET, id, 0, 0));
      }
    }
    Set<String> owners = new TreeSet<>();
    models.keySet().forEach(id -> owners.add(ownerOf(id)));
    owners.stream()
        .filter(each -> each != null && each.toLowerCase(Locale.ROOT).contains(wanted))
        .forEach(each -> hits.add(new Hit(Hit.Kind.OWNER, each, 0, 0)));
    return hits.subList(0, Math.min(limit, hits.size()));
  }

  private static long orZero(Long number) {
    return number == null ? 0 : number;
  }

  private static String ownerOf(String id) {
    int slash = id.indexOf('/');
    return slash < 0 ? "" : id.substring(0, slash);
  }

  @Override
  public synchronized Member member(String id) {
    require(id);
    return members.computeIfAbsent(id, this::made);
  }

  private Member made(String id) {
    ToyModel toy = models.get(id);
    int descendants = walk(id, Filter.declared(), false).size() - 1;
    boolean cycle = walkFrom(id, Filter.declared()).contains(id);
    return new Member(
        id,
        ownerOf(id).isEmpty() ? null : ownerOf(id),
        toy.presence(),
        toy.presence() == Presence.LISTED ? Instant.parse("2025-05-01T10:00:00Z") : null,
        toy.downloads(),
        toy.downloads() == null ? null : toy.downloads() / 10,
        toy.task(),
        "transformers",
        "llama",
        7_000_000_000L,
        toy.licences(),
        "false",
        (int) edges.stream().filter(edge -> edge.child().equals(id)).count(),
        (int) edges.stream().filter(edge -> edge.parent().equals(id)).count(),
        descendants,
        cycle);
  }

  private Set<String> walkFrom(String id, Filter filter) {
    Set<String> all = new HashSet<>();
    edges.stream()
        .filter(edge -> edge.parent().equals(id) && follows(edge, filter))
        .forEach(edge -> all.addAll(walk(edge.child(), filter, false).keySet()));
    return all;
  }

  @Override
  public ModelSheet sheet(String id) {
    Member member = member(id);
    Map<Relation, Integer> relations = new TreeMap<>();
    edges.stream()
        .filter(edge -> edge.parent().equals(id))
        .forEach(edge -> relations.merge(edge.relation(), 1, Integer::sum));
    String data = models.get(id).data();
    return new ModelSheet(
        member,
        "0123456789abcdef01234567",
        Instant.parse("2025-06-01T10:00:00Z"),
        null,
        "f".repeat(40),
        false,
        member.downloads() == null ? null : member.downloads() * 20,
        List.of("transformers", "base_model:" + id),
        List.of("en", "fr"),
        List.of("LlamaForCausalLM"),
        List.of("2401.00001"),
        true,
        null,
        "2026-11-20",
        "2026-11-20",
        new ModelSheet.Card("readme", "ok", null, List.of(id), null, null, null, null, null, null),
        new ModelSheet.Place(
            id, models.size(), id, member.inCycle(), 1, 1, null, 1, 2, member.descendants(), false),
        relations,
        data == null
            ? List.of()
            : List.of(
                new ModelSheet.DatasetUse(data, Presence.LISTED, List.of("card"), data, "exact")),
        List.of(),
        List.of(),
        List.of());
  }

  private void require(String id) {
    if (!models.containsKey(id)) {
      throw new IllegalArgumentException("no model " + id);
    }
  }

  @Override
  public DatasetSheet dataset(String id) {
    return new DatasetSheet(
        id,
        ownerOf(id),
        Presence.LISTED,
        null,
        null,
        5L,
        1L,
        "false",
        modelsTrainedOn(id, 0, 1).total());
  }

  @Override
  public Optional<OwnerSheet> owner(String name) {
    Page<Member> all = modelsOf(name, 0, 1_000_000);
    return all.total() == 0
        ? Optional.empty()
        : Optional.of(
            new OwnerSheet(
                name,
                null,
                null,
                null,
                null,
                all.total(),
                all.items().stream().mapToLong(each -> orZero(each.downloads())).sum()));
  }

  @Override
  public Page<Member> modelsOf(String owner, int offset, int limit) {
    return page(
        models.keySet().stream()
            .filter(id -> ownerOf(id).equals(owner))
            .map(this::member)
            .sorted(ORDER)
            .toList(),
        offset,
        limit);
  }

  @Override
  public Page<Member> modelsTrainedOn(String dataset, int offset, int limit) {
    return page(
        models.values().stream()
            .filter(each -> dataset.equals(each.data()))
            .map(each -> member(each.id()))
            .sorted(ORDER)
            .toList(),
        offset,
        limit);
  }

  @Override
  public Page<Kin> parents(String id, Filter filter, int offset, int limit) {
    require(id);
    return page(kin(List.of(id), filter, true, Set.of()), offset, limit);
  }

  @Override
  public Page<Kin> children(String id, Filter filter, int offset, int limit) {
    require(id);
    return page(kin(List.of(id), filter, false, Set.of()), offset, limit);
  }

  private static <T> Page<T> page(List<T> all, int offset, int limit) {
    int from = Math.min(offset, all.size());
    return new Page<>(all.subList(from, Math.min(all.size(), from + limit)), all.size(), offset);
  }

  /** The next generation: neighbours of some models that are not among those known already. */
  private List<Kin> kin(Collection<String> of, Filter filter, boolean up, Set<String> known) {
    Map<String, List<Edge>> found = new LinkedHashMap<>();
    for (Edge edge : edges) {
      String here = up ? edge.child() : edge.parent();
      String there = up ? edge.parent() : edge.child();
      if (of.contains(here)
          && !known.contains(there)
          && follows(edge, filter)
          && shows(there, filter)) {
        found.computeIfAbsent(there, none -> new ArrayList<>()).add(edge);
      }
    }
    return found.entrySet().stream()
        .map(each -> new Kin(member(each.getKey()), each.getValue()))
        .sorted(Comparator.comparing(Kin::model, ORDER))
        .toList();
  }

  private static boolean follows(Edge edge, Filter filter) {
    return filter.relations().contains(edge.relation())
        && (filter.textAlone() || !edge.textAlone());
  }

  private boolean shows(String id, Filter filter) {
    ToyModel toy = models.get(id);
    return (filter.tasks().isEmpty() || filter.tasks().contains(toy.task()))
        && (filter.minDownloads() == null || orZero(toy.downloads()) >= filter.minDownloads());
  }

  @Override
  public Family family(String id, Filter filter, int up, int down, int perGeneration) {
    return new Family(
        member(id),
        generations(id, filter, true, up, perGeneration),
        generations(id, filter, false, down, perGeneration));
  }

  private List<Generation> generations(String id, Filter filter, boolean up, int most, int shown) {
    List<Generation> all = new ArrayList<>();
    Set<String> known = new HashSet<>(Set.of(id));
    List<String> visible = List.of(id);
    Set<String> whole = Set.of(id);
    for (int distance = 1; distance <= most; distance++) {
      List<Kin> next = kin(whole, filter, up, known);
      if (next.isEmpty()) {
        break;
      }
      whole = new LinkedHashSet<>(next.stream().map(kin -> kin.model().id()).toList());
      known.addAll(whole);
      List<Kin> first = next.subList(0, Math.min(shown, next.size()));
      all.add(generation(distance, next, first, visible, up));
      visible = first.stream().map(kin -> kin.model().id()).toList();
    }
    return all;
  }

  private static Generation generation(
      int distance, List<Kin> all, List<Kin> shown, List<String> visible, boolean up) {
    Map<Relation, Integer> relations = new TreeMap<>();
    Set<String> owners = new HashSet<>();
    Map<String, List<Kin>> rests = new LinkedHashMap<>();
    for (Kin kin : all) {
      Edge edge = kin.edges().get(0);
      relations.merge(edge.relation(), 1, Integer::sum);
      owners.add(kin.model().owner());
      if (!shown.contains(kin)) {
        String near = up ? edge.child() : edge.parent();
        String key = (visible.contains(near) ? near : "") + "\n" + edge.relation();
        rests.computeIfAbsent(key, none -> new ArrayList<>()).add(kin);
      }
    }
    List<Generation.Rest> counted = new ArrayList<>();
    rests.forEach(
        (key, kin) -> {
          String near = key.substring(0, key.indexOf('\n'));
          counted.add(
              new Generation.Rest(
                  near.isEmpty() ? null : near,
                  kin.get(0).edges().get(0).relation(),
                  kin.size(),
                  (int) kin.stream().map(each -> each.model().owner()).distinct().count()));
        });
    List<Kin> drawn =
        shown.stream()
            .map(
                kin ->
                    new Kin(
                        kin.model(),
                        kin.edges().stream()
                            .filter(edge -> visible.contains(up ? edge.child() : edge.parent()))
                            .toList()))
            .toList();
    return new Generation(distance, drawn, all.size(), relations, owners.size(), counted);
  }

  /** Everything reached, with its distance; itself at 0. */
  private Map<String, Integer> walk(String id, Filter filter, boolean up) {
    Map<String, Integer> distances = new LinkedHashMap<>(Map.of(id, 0));
    Deque<String> queue = new ArrayDeque<>(List.of(id));
    while (!queue.isEmpty()) {
      String at = queue.remove();
      for (Edge edge : edges) {
        String here = up ? edge.child() : edge.parent();
        String there = up ? edge.parent() : edge.child();
        if (here.equals(at) && follows(edge, filter) && !distances.containsKey(there)) {
          distances.put(there, distances.get(at) + 1);
          queue.add(there);
        }
      }
    }
    return distances;
  }

  @Override
  public List<Edge> edgesAmong(List<String> ids, Filter filter) {
    Set<String> among = new HashSet<>(ids);
    return edges.stream()
        .filter(edge -> among.contains(edge.child()) && among.contains(edge.parent()))
        .filter(edge -> follows(edge, filter))
        .toList();
  }

  @Override
  public List<Edge> edges(String child, String parent) {
    return edges.stream()
        .filter(edge -> edge.child().equals(child) && edge.parent().equals(parent))
        .toList();
  }

  @Override
  public List<Claim> claims(String child, String parent) {
    return edges(child, parent).stream()
        .map(edge -> new Claim("card", 0, edge.parent(), null, "exact", null))
        .toList();
  }

  @Override
  public List<CommonAncestor> commonAncestors(
      String first, String second, Filter filter, int limit) {
    Map<String, Integer> one = walk(first, filter, true);
    Map<String, Integer> two = walk(second, filter, true);
    Set<String> common = new TreeSet<>(one.keySet());
    common.retainAll(two.keySet());
    return common.stream()
        .filter(
            id -> walk(id, filter, false).keySet().stream().filter(common::contains).count() == 1)
        .map(id -> new CommonAncestor(member(id), one.get(id), two.get(id)))
        .sorted(Comparator.comparingInt(each -> each.fromFirst() + each.fromSecond()))
        .limit(limit)
        .toList();
  }

  @Override
  public List<Edge> path(String from, String to, Filter filter) {
    Map<String, Edge> reachedBy = new HashMap<>();
    Deque<String> queue = new ArrayDeque<>(List.of(from));
    Set<String> known = new HashSet<>(Set.of(from));
    while (!queue.isEmpty() && !known.contains(to)) {
      String at = queue.remove();
      for (Edge edge : edges) {
        String there = otherEnd(at).apply(edge);
        if (there != null && follows(edge, filter) && known.add(there)) {
          reachedBy.put(there, edge);
          queue.add(there);
        }
      }
    }
    List<Edge> path = new ArrayList<>();
    for (String at = to; reachedBy.containsKey(at) && !at.equals(from); ) {
      Edge edge = reachedBy.get(at);
      path.add(0, edge);
      at = otherEnd(at).apply(edge);
    }
    return path;
  }

  private static Function<Edge, String> otherEnd(String at) {
    return edge ->
        edge.child().equals(at) ? edge.parent() : edge.parent().equals(at) ? edge.child() : null;
  }

  @Override
  public void close() {
    closed = true;
  }

  boolean isClosed() {
    return closed;
  }
}
