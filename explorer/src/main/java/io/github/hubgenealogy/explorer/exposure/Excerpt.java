package io.github.hubgenealogy.explorer.exposure;

import io.github.hubgenealogy.explorer.genealogy.Edge;
import io.github.hubgenealogy.explorer.genealogy.Member;
import io.github.hubgenealogy.explorer.genealogy.ModelSheet;
import io.github.hubgenealogy.explorer.genealogy.OwnerSheet;
import io.github.hubgenealogy.explorer.genealogy.Relation;
import io.github.hubgenealogy.explorer.genealogy.SnapshotFacts;
import io.github.hubgenealogy.explorer.graph.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Records of the models of one snapshot that an answer is about, kept when the snapshot is closed.
 * What a newer snapshot says as well is not held twice: of a model, that it is there and listed; an
 * edge not at all.
 */
final class Excerpt implements Part {
  private static final int[] NONE = {};

  private final SnapshotFacts facts;
  private final Map<String, Integer> byName = new HashMap<>();
  private final Map<String, Integer> byId = new HashMap<>();
  private final List<Model> models = new ArrayList<>();
  private final List<Arc> arcs = new ArrayList<>();
  private final Set<Pair> pairs = new HashSet<>();
  private final Map<String, int[]> trained = new HashMap<>();
  private final List<OwnerSheet> owners = new ArrayList<>();
  private final List<ToCheck> newVersions = new ArrayList<>();

  /** A model; the newest that has it holds the rest. */
  private static final class Model {
    private final String id;
    private final boolean listed;
    private Member member;
    private Instant modified;
    private List<ModelSheet.DatasetUse> datasets = List.of();
    private int[] up = NONE;
    private int[] down = NONE;

    Model(String id, boolean listed) {
      this.id = id;
      this.listed = listed;
    }
  }

  private record Arc(int child, int parent, Edge edge) {}

  /** What makes two edges the same, by names of today. */
  private record Pair(String child, String parent, Relation relation) {}

  private Excerpt(SnapshotFacts facts) {
    this.facts = facts;
  }

  /**
   * Takes what matters out of a snapshot.
   *
   * @param reach names of today of all that was reached
   * @param newer excerpts of newer snapshots
   */
  static Excerpt of(Part whole, Reach reach, List<Excerpt> newer) {
    Excerpt excerpt = new Excerpt(whole.snapshot());
    Map<String, Integer> vertices = new HashMap<>();
    for (String name : reach.all()) {
      int vertex = reach.renamings().find(whole, name);
      if (vertex >= 0) {
        vertices.put(name, vertex);
        excerpt.add(name, whole, vertex, reach, newer);
      }
    }
    Map<Integer, Integer> taken = new HashMap<>();
    excerpt.byName.forEach(
        (name, number) -> {
          Model model = excerpt.models.get(number);
          int vertex = vertices.get(name);
          if (reach.isBelow(name)) {
            model.down = excerpt.arcs(whole, name, vertex, Direction.DOWN, reach, newer, taken);
          }
          if (reach.isAbove(name)) {
            model.up = excerpt.arcs(whole, name, vertex, Direction.UP, reach, newer, taken);
          }
        });
    for (String dataset : reach.datasets()) {
      List<Integer> users = new ArrayList<>();
      for (int vertex : whole.trainedOn(dataset)) {
        users.add(excerpt.byName.get(reach.renamings().today(whole.id(vertex))));
      }
      excerpt.trained.put(dataset, users.stream().mapToInt(Integer::intValue).toArray());
    }
    whole.owners(
        owner -> {
          if (reach.owns(owner.owner())) {
            excerpt.owners.add(owner);
          }
        });
    whole.newVersions(
        version -> {
          if (reach.isBelow(reach.renamings().today(version.newVersionOf()))) {
            excerpt.newVersions.add(version);
          }
        });
    return excerpt;
  }

  private void add(String name, Part whole, int vertex, Reach reach, List<Excerpt> newer) {
    String id = whole.id(vertex);
    Model model = new Model(id.equals(name) ? name : id, whole.isListed(vertex));
    if (newer.stream().noneMatch(one -> one.byName.containsKey(name))) {
      model.member = whole.member(vertex);
      model.modified = whole.modified(vertex);
      if (reach.isAbove(name)) {
        model.datasets = whole.datasetsOf(vertex);
      }
    }
    byName.put(name, models.size());
    byId.put(model.id, models.size());
    models.add(model);
  }

  private int[] arcs(
      Part whole,
      String name,
      int vertex,
      Direction direction,
      Reach reach,
      List<Excerpt> newer,
      Map<Integer, Integer> taken) {
    List<Integer> kept = new ArrayList<>();
    for (int arc : whole.arcs(vertex, direction)) {
      String end = reach.renamings().today(whole.id(whole.end(arc, direction)));
      boolean down = direction == Direction.DOWN;
      Pair pair = new Pair(down ? end : name, down ? name : end, whole.relation(arc));
      if (newer.stream().anyMatch(one -> one.pairs.contains(pair))) {
        continue;
      }
      pairs.add(pair);
      Integer number = taken.get(arc);
      if (number == null) {
        number = arcs.size();
        arcs.add(new Arc(byName.get(pair.child()), byName.get(pair.parent()), whole.edge(arc)));
        taken.put(arc, number);
      }
      kept.add(number);
    }
    return kept.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public SnapshotFacts snapshot() {
    return facts;
  }

  @Override
  public int find(String id) {
    return byId.getOrDefault(id, -1);
  }

  @Override
  public String id(int vertex) {
    return models.get(vertex).id;
  }

  @Override
  public boolean isListed(int vertex) {
    return models.get(vertex).listed;
  }

  @Override
  public long downloads(int vertex) {
    Long downloads = member(vertex).downloads();
    return downloads == null ? 0 : downloads;
  }

  @Override
  public String owner(int vertex) {
    return member(vertex).owner();
  }

  @Override
  public Member member(int vertex) {
    return models.get(vertex).member;
  }

  @Override
  public Instant modified(int vertex) {
    return models.get(vertex).modified;
  }

  @Override
  public int[] arcs(int vertex, Direction direction) {
    return direction == Direction.DOWN ? models.get(vertex).down : models.get(vertex).up;
  }

  @Override
  public int end(int arc, Direction direction) {
    return direction == Direction.DOWN ? arcs.get(arc).child() : arcs.get(arc).parent();
  }

  @Override
  public Relation relation(int arc) {
    return arcs.get(arc).edge().relation();
  }

  @Override
  public Edge edge(int arc) {
    return arcs.get(arc).edge();
  }

  @Override
  public int[] trainedOn(String dataset) {
    return trained.getOrDefault(dataset, NONE);
  }

  @Override
  public List<ModelSheet.DatasetUse> datasetsOf(int vertex) {
    return models.get(vertex).datasets;
  }

  @Override
  public void owners(Consumer<OwnerSheet> taker) {
    owners.forEach(taker);
  }

  @Override
  public void newVersions(Consumer<ToCheck> taker) {
    newVersions.forEach(taker);
  }
}
