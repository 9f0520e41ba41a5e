package io.github.hubgenealogy.explorer.made;

import io.github.hubgenealogy.explorer.genealogy.Relation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Many small families in one snapshot, with cycles, several parents, copies beside edges and claims
 * of prose, small enough that every way can be written down.
 */
public final class RandomFamilies {
  private static final int FAMILIES = 60;
  private static final int LARGEST = 7;
  private static final List<Relation> RELATIONS = List.of(Relation.values());

  /** One arc as the test knows it. */
  public record Arc(String child, String parent, Relation relation, boolean textAlone) {}

  private final List<Arc> arcs = new ArrayList<>();
  private final List<String> models = new ArrayList<>();
  private final MadeSnapshot snapshot = new MadeSnapshot();

  public RandomFamilies(long seed) {
    Random random = new Random(seed);
    for (int family = 0; family < FAMILIES; family++) {
      int size = 2 + random.nextInt(LARGEST - 1);
      List<String> members = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        String id = (random.nextInt(3) == 0 ? "A" : "b") + i % 3 + "/f" + family + "-" + i;
        members.add(id);
        snapshot.model(id, "downloads_30d", (long) random.nextInt(5));
      }
      models.addAll(members);
      connect(random, members);
    }
  }

  private void connect(Random random, List<String> members) {
    Set<String> pairs = new HashSet<>();
    int wanted = random.nextInt(2 * members.size());
    for (int i = 0; i < wanted; i++) {
      String child = members.get(random.nextInt(members.size()));
      String parent = members.get(random.nextInt(members.size()));
      Relation relation = RELATIONS.get(random.nextInt(RELATIONS.size()));
      boolean copy = relation == Relation.DUPLICATED_FROM;
      if (child.equals(parent) || !pairs.add(copy + child + parent)) {
        continue;
      }
      boolean text = !copy && random.nextInt(8) == 0;
      arcs.add(new Arc(child, parent, text ? Relation.FINETUNE : relation, text));
      if (copy) {
        snapshot.succession(child, "duplicated_from", parent);
      } else if (text) {
        snapshot.textEdge(child, parent);
      } else {
        snapshot.edge(child, parent, relation.word());
      }
    }
  }

  public MadeSnapshot snapshot() {
    return snapshot;
  }

  public List<String> models() {
    return models;
  }

  /** Declared arcs. */
  public List<Arc> declared() {
    return arcs.stream().filter(arc -> !arc.textAlone()).toList();
  }
}
