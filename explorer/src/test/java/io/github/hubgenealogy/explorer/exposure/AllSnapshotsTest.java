package io.github.hubgenealogy.explorer.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.explorer.genealogy.Carries;
import io.github.hubgenealogy.explorer.genealogy.Relation;
import io.github.hubgenealogy.explorer.made.MadeSnapshot;
import io.github.hubgenealogy.explorer.store.Explorations;
import io.github.hubgenealogy.explorer.store.StoredGenealogy;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Exposure over snapshots that are read one at a time, against the union of all of them walked by
 * plain sets, and against the same snapshots open together.
 */
final class AllSnapshotsTest {
  private static final int SNAPSHOTS = 4;
  private static final int FAMILIES = 4;
  private static final int MEMBERS = 12;
  private static final List<Relation> RELATIONS = List.of(Relation.values());

  private record Arc(String child, String parent, Relation relation) {}

  @TempDir Path lake;

  private final List<Snapshot> published = new ArrayList<>();
  private final List<StoredGenealogy> open = new ArrayList<>();

  /** By names of today, whatever snapshot says so. */
  private final Set<Arc> arcs = new HashSet<>();

  private final Map<String, Set<String>> users = new TreeMap<>();
  private final Map<String, Set<Integer>> listedIn = new TreeMap<>();
  private StoredGenealogy last;
  private int opens;

  @AfterEach
  void close() {
    open.forEach(StoredGenealogy::close);
  }

  /**
   * Each snapshot has some of the models and some of the arcs of all; in all but the newest, one
   * model of each family has an older name.
   */
  private void make(long seed) throws Exception {
    Random random = new Random(seed);
    List<Arc> all = new ArrayList<>();
    for (int family = 0; family < FAMILIES; family++) {
      Set<String> pairs = new TreeSet<>();
      for (int i = 0; i < 2 * MEMBERS; i++) {
        String child = "o" + i % 3 + "/f" + family + "-" + random.nextInt(MEMBERS);
        String parent = "o" + i % 3 + "/f" + family + "-" + random.nextInt(MEMBERS);
        if (!child.equals(parent) && pairs.add(child + parent)) {
          all.add(new Arc(child, parent, RELATIONS.get(random.nextInt(RELATIONS.size()))));
        }
      }
    }
    for (int s = 0; s < SNAPSHOTS; s++) {
      MadeSnapshot made = new MadeSnapshot();
      for (Arc arc : all) {
        if (random.nextInt(2) == 0) {
          add(made, s, arc, random);
        }
      }
      for (int d = 0; d < 2; d++) {
        String user = all.get(random.nextInt(all.size())).child();
        String dataset = "d/data" + d;
        users.computeIfAbsent(dataset, id -> new TreeSet<>()).add(user);
        made.dataset(dataset).trainedOn(name(s, user), dataset);
        listedIn.computeIfAbsent(user, id -> new TreeSet<>()).add(s);
      }
      if (s == SNAPSHOTS - 1) {
        for (int family = 0; family < FAMILIES; family++) {
          String today = "o0/f" + family + "-0";
          made.model(today).alias("old/f" + family, today);
          listedIn.computeIfAbsent(today, id -> new TreeSet<>()).add(s);
        }
      }
      published.add(made.publish(lake, "2026-0" + (s + 1) + "-01"));
    }
  }

  private static String name(int s, String today) {
    return s < SNAPSHOTS - 1 && today.startsWith("o0/") && today.endsWith("-0")
        ? "old/" + today.substring(3, today.length() - 2)
        : today;
  }

  private void add(MadeSnapshot made, int s, Arc arc, Random random) {
    arcs.add(arc);
    String child = name(s, arc.child());
    String parent = name(s, arc.parent());
    made.model(child, "downloads_30d", (long) random.nextInt(50)).model(parent);
    listedIn.computeIfAbsent(arc.child(), id -> new TreeSet<>()).add(s);
    listedIn.computeIfAbsent(arc.parent(), id -> new TreeSet<>()).add(s);
    if (arc.relation() == Relation.DUPLICATED_FROM) {
      made.succession(child, "duplicated_from", parent);
    } else {
      made.edge(child, parent, arc.relation().word());
    }
  }

  /** Opens where none is open: what was opened before refuses questions. */
  private StoredGenealogy opened(int number) throws IOException {
    assertThat(last == null || last.isClosed()).isTrue();
    opens++;
    last = Explorations.open(published.get(number));
    return last;
  }

  private Answer oneByOne(String... texts) {
    return new Exposures(Shelf.of(published.size(), this::opened)).answer(List.of(texts));
  }

  /** Distances by the union, from where they are 0 or 1. */
  private Map<String, Integer> walked(Map<String, Integer> from, boolean up) {
    Map<String, Integer> distances = new HashMap<>(from);
    boolean improved = true;
    while (improved) {
      improved = false;
      for (Arc arc : arcs) {
        Integer at = distances.get(up ? arc.child() : arc.parent());
        String to = up ? arc.parent() : arc.child();
        if (at != null && at + 1 < distances.getOrDefault(to, Integer.MAX_VALUE)) {
          distances.put(to, at + 1);
          improved = true;
        }
      }
    }
    return distances;
  }

  /** Half of them those with most below, the others those with most above. */
  private List<String> some(int many) {
    Set<String> some = new LinkedHashSet<>();
    for (boolean up : new boolean[] {false, true}) {
      listedIn.keySet().stream()
          .sorted(Comparator.comparingInt((String id) -> -walked(Map.of(id, 0), up).size()))
          .filter(id -> !some.contains(id))
          .limit(many / 2 + (up ? many % 2 : 0))
          .toList()
          .forEach(some::add);
    }
    return List.copyOf(some);
  }

  private static Map<String, Integer> distances(List<Relative> relatives) {
    return relatives.stream()
        .collect(Collectors.toMap(each -> each.model().id(), Relative::distance));
  }

  private static Map<String, Integer> without(String id, Map<String, Integer> distances) {
    distances.remove(id);
    return distances;
  }

  @Test
  void what_is_read_one_by_one_is_the_union_walked_by_plain_sets() throws Exception {
    make(7);
    int larger = 0;
    for (String id : some(8)) {
      Answer answer = oneByOne(id);
      Map<String, Integer> below = without(id, walked(Map.of(id, 0), false));
      assertThat(distances(answer.descendants())).as(id).isEqualTo(below);
      assertThat(distances(answer.ancestors()))
          .as("above " + id)
          .isEqualTo(without(id, walked(Map.of(id, 0), true)));
      for (Relative relative : answer.descendants()) {
        Set<Integer> listed = listedIn.get(relative.model().id());
        assertThat(relative.present()).isEqualTo(listed.contains(SNAPSHOTS - 1));
        assertThat(relative.snapshots())
            .isEqualTo(
                new Relative.Seen(
                    published.get(listed.iterator().next()).id(),
                    published.get(new TreeSet<>(listed).last()).id()));
      }
      assertThat(answer.publishers().stream().mapToInt(one -> one.models().size()).sum())
          .isEqualTo(below.size());
      larger += below.size() > 2 ? 1 : 0;
    }
    assertThat(larger).isGreaterThanOrEqualTo(4);
    assertThat(opens).isGreaterThan(8 * SNAPSHOTS);
  }

  @Test
  void a_chain_whose_links_stand_in_different_snapshots_is_followed_to_its_end() throws Exception {
    published.add(
        new MadeSnapshot()
            .edge("o/b", "o/a", "finetune")
            .edge("o/d", "o/c", "merge")
            .publish(lake, "2026-01-01"));
    published.add(new MadeSnapshot().edge("o/e", "o/d", "adapter").publish(lake, "2026-02-01"));
    published.add(new MadeSnapshot().edge("o/c", "o/b", "quantized").publish(lake, "2026-03-01"));
    Answer answer = oneByOne("o/a");
    assertThat(answer.asked().get(0).present()).isFalse();
    assertThat(distances(answer.descendants()))
        .isEqualTo(Map.of("o/b", 1, "o/c", 2, "o/d", 3, "o/e", 4));
    assertThat(answer.descendants().get(3).way())
        .extracting(Step::snapshot)
        .containsExactly("2026-01-01", "2026-03-01", "2026-01-01", "2026-02-01");
  }

  @Test
  void models_trained_on_a_data_set_are_found_in_every_snapshot() throws Exception {
    make(8);
    for (Map.Entry<String, Set<String>> dataset : users.entrySet()) {
      Map<String, Integer> from = new HashMap<>();
      dataset.getValue().forEach(user -> from.put(user, 1));
      Answer answer = oneByOne(dataset.getKey());
      assertThat(distances(answer.descendants())).isEqualTo(walked(from, false));
      assertThat(answer.totals().get(Carries.TRAINED)).isEqualTo(dataset.getValue().size());
    }
    assertThat(users).hasSize(2);
  }

  @Test
  void the_whole_answer_is_that_of_all_snapshots_open_together() throws Exception {
    make(9);
    for (Snapshot snapshot : published) {
      open.add(Explorations.open(snapshot));
    }
    Exposures together = new Exposures(Shelf.of(open));
    for (String id : some(3)) {
      Answer one = oneByOne(id, "d/data0");
      Answer all = together.answer(List.of(id, "d/data0"));
      assertThat(one.snapshots()).isEqualTo(all.snapshots());
      assertThat(one.asked()).isEqualTo(all.asked());
      assertThat(one.descendants()).isEqualTo(all.descendants());
      assertThat(one.totals()).isEqualTo(all.totals());
      assertThat(one.ancestors()).isEqualTo(all.ancestors());
      assertThat(one.datasets()).isEqualTo(all.datasets());
      assertThat(one.publishers()).isEqualTo(all.publishers());
      assertThat(one.toCheck()).isEqualTo(all.toCheck());
      assertThat(one.candidates()).isEqualTo(all.candidates());
      assertThat(one.coverage()).isEqualTo(all.coverage());
    }
  }
}
