package io.github.hubgenealogy.explorer.store;

import io.github.hubgenealogy.explorer.genealogy.Claim;
import io.github.hubgenealogy.explorer.genealogy.CommonAncestor;
import io.github.hubgenealogy.explorer.genealogy.DatasetSheet;
import io.github.hubgenealogy.explorer.genealogy.Edge;
import io.github.hubgenealogy.explorer.genealogy.Family;
import io.github.hubgenealogy.explorer.genealogy.Filter;
import io.github.hubgenealogy.explorer.genealogy.Genealogy;
import io.github.hubgenealogy.explorer.genealogy.Hit;
import io.github.hubgenealogy.explorer.genealogy.Kin;
import io.github.hubgenealogy.explorer.genealogy.Member;
import io.github.hubgenealogy.explorer.genealogy.ModelSheet;
import io.github.hubgenealogy.explorer.genealogy.OwnerSheet;
import io.github.hubgenealogy.explorer.genealogy.Page;
import io.github.hubgenealogy.explorer.genealogy.Relation;
import io.github.hubgenealogy.explorer.genealogy.Resolved;
import io.github.hubgenealogy.explorer.genealogy.SnapshotFacts;
import io.github.hubgenealogy.explorer.graph.Direction;
import io.github.hubgenealogy.explorer.graph.Graph;
import io.github.hubgenealogy.explorer.graph.IntMap;
import io.github.hubgenealogy.explorer.graph.Paths;
import io.github.hubgenealogy.explorer.graph.Sieve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** The view over an index: the graph in memory, sheets by query. */
public final class StoredGenealogy implements Genealogy {
  private static final int MOST_HITS = 100;

  private final SnapshotFacts facts;
  private final IndexDatabase index;
  private final Graph graph;
  private final Portraits portraits;
  private final Families families;
  private final Names names;
  private final Sheets sheets;

  /** Builds the names beside other work; null where nobody asked for that. */
  private Beside warming;

  StoredGenealogy(SnapshotFacts facts, IndexDatabase index, GraphReader.Sizes sizes) {
    this.facts = facts;
    this.index = index;
    GraphReader reader = new GraphReader(index);
    this.graph = reader.read(sizes);
    this.portraits = new Portraits(graph, WordLists.read(index));
    this.families = new Families(graph, portraits);
    this.names = new Names(graph, reader, index, sizes);
    this.sheets = new Sheets(index);
  }

  /** Builds what the first search would wait for. */
  public StoredGenealogy warm() {
    names.warm();
    return this;
  }

  /**
   * The same while a server answers already: a search that comes before waits for what it lacks of
   * it.
   */
  public StoredGenealogy warmBeside() {
    warming = new Beside("names of snapshot " + facts.id(), names::warm);
    return this;
  }

  /** The graph itself, for walks over all of it. */
  public Graph graph() {
    return graph;
  }

  public Portraits portraits() {
    return portraits;
  }

  public Names names() {
    return names;
  }

  public IndexDatabase index() {
    return index;
  }

  /** The number of a model that must be there. */
  public int number(String id) {
    int number = graph.vertices().ids().find(id);
    if (number < 0) {
      throw new IllegalArgumentException("no model '" + id + "' in snapshot " + facts.id());
    }
    return number;
  }

  @Override
  public SnapshotFacts snapshot() {
    return facts;
  }

  @Override
  public Resolved resolve(String asked) {
    return names.resolve(asked);
  }

  @Override
  public Resolved resolveDataset(String asked) {
    return names.resolveDataset(asked);
  }

  @Override
  public List<Hit> search(String text, int limit) {
    return names.search(text, Math.max(1, Math.min(limit, MOST_HITS)));
  }

  @Override
  public Member member(String id) {
    return portraits.member(number(id));
  }

  @Override
  public ModelSheet sheet(String id) {
    int v = number(id);
    Map<Relation, Integer> relations = new EnumMap<>(Relation.class);
    for (int i = 0; i < graph.arcs().count(v, Direction.DOWN); i++) {
      int arc = graph.arcs().arc(v, Direction.DOWN, i);
      if (!graph.arcs().textAlone(arc)) {
        relations.merge(portraits.relation(arc), 1, Integer::sum);
      }
    }
    return sheets.model(v, portraits.member(v), portraits.modified(v), relations);
  }

  @Override
  public DatasetSheet dataset(String id) {
    DatasetSheet sheet = sheets.dataset(id);
    if (sheet == null) {
      throw new IllegalArgumentException("no data set '" + id + "' in snapshot " + facts.id());
    }
    return sheet;
  }

  @Override
  public Optional<OwnerSheet> owner(String name) {
    int owner = graph.owners().find(name);
    if (owner < 0) {
      return Optional.empty();
    }
    OwnerSheet none =
        new OwnerSheet(
            name, null, null, null, null, graph.countOf(owner), names.downloadsOf(owner));
    return index
        .rows(
            "owner",
            row ->
                new OwnerSheet(
                    name,
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    none.models(),
                    none.downloads()),
            name)
        .stream()
        .findFirst()
        .or(() -> Optional.of(none));
  }

  @Override
  public Page<Member> modelsOf(String owner, int offset, int limit) {
    int number = graph.owners().find(owner);
    int first = number < 0 ? 0 : graph.firstOf()[number];
    int count = number < 0 ? 0 : graph.countOf(number);
    return members(IntStream.range(first, first + count).toArray(), offset, limit);
  }

  @Override
  public Page<Member> modelsTrainedOn(String dataset, int offset, int limit) {
    return members(trainedOn(dataset), offset, limit);
  }

  /** The numbers of the models that say they were trained on a data set. */
  public int[] trainedOn(String dataset) {
    return index.rows("models-of-dataset", row -> row.getInt(1), dataset).stream()
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The data sets that a model names. */
  public List<ModelSheet.DatasetUse> datasetsOf(String id) {
    return sheets.datasets(number(id));
  }

  private Page<Member> members(int[] vertices, int offset, int limit) {
    int[] page = families.byDescendants(vertices, offset, limit);
    return new Page<>(
        Arrays.stream(page).mapToObj(portraits::member).toList(), vertices.length, offset);
  }

  @Override
  public Page<Kin> parents(String id, Filter filter, int offset, int limit) {
    return families.neighbours(number(id), filter, Direction.UP, offset, limit);
  }

  @Override
  public Page<Kin> children(String id, Filter filter, int offset, int limit) {
    return families.neighbours(number(id), filter, Direction.DOWN, offset, limit);
  }

  @Override
  public Family family(String id, Filter filter, int up, int down, int perGeneration) {
    int v = number(id);
    return new Family(
        portraits.member(v),
        families.generations(v, filter, Direction.UP, up, perGeneration),
        families.generations(v, filter, Direction.DOWN, down, perGeneration));
  }

  @Override
  public List<Edge> edgesAmong(List<String> ids, Filter filter) {
    Sieve sieve = portraits.sieve(filter);
    IntMap some = new IntMap();
    ids.forEach(id -> some.add(number(id), 0));
    List<Edge> edges = new ArrayList<>();
    for (int place = 0; place < some.size(); place++) {
      int v = some.key(place);
      for (int i = 0; i < graph.arcs().count(v, Direction.UP); i++) {
        int arc = graph.arcs().arc(v, Direction.UP, i);
        if (sieve.follows(graph.arcs(), arc) && some.contains(graph.arcs().parent(arc))) {
          edges.add(portraits.edge(arc));
        }
      }
    }
    return edges;
  }

  @Override
  public List<Edge> edges(String child, String parent) {
    int from = number(child);
    int to = number(parent);
    return IntStream.range(0, graph.arcs().count(from, Direction.UP))
        .map(i -> graph.arcs().arc(from, Direction.UP, i))
        .filter(arc -> graph.arcs().parent(arc) == to)
        .mapToObj(portraits::edge)
        .toList();
  }

  @Override
  public List<Claim> claims(String child, String parent) {
    return sheets.claims(number(child), number(parent), parent);
  }

  @Override
  public List<CommonAncestor> commonAncestors(
      String first, String second, Filter filter, int limit) {
    Paths paths = new Paths(graph, portraits.sieve(filter));
    IntMap aboveFirst = paths.above(number(first));
    IntMap aboveSecond = paths.above(number(second));
    return Arrays.stream(paths.nearestCommon(aboveFirst, aboveSecond))
        .limit(limit)
        .mapToObj(
            v ->
                new CommonAncestor(
                    portraits.member(v), aboveFirst.valueOr(v, 0), aboveSecond.valueOr(v, 0)))
        .toList();
  }

  @Override
  public List<Edge> path(String from, String to, Filter filter) {
    return new Paths(graph, portraits.sieve(filter))
        .between(number(from), number(to)).stream().map(portraits::edge).toList();
  }

  /** Whether it was closed, so that nothing more is to be asked. */
  public boolean isClosed() {
    return index.isClosed();
  }

  /** Waits for what still reads the index, and closes it. */
  @Override
  public void close() {
    if (warming != null) {
      warming.await();
    }
    Objects.requireNonNull(index).close();
  }
}
