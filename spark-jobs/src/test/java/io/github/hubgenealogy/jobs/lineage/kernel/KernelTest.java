package io.github.hubgenealogy.jobs.lineage.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.jobs.truth.BruteForce;
import io.github.hubgenealogy.jobs.truth.TrueGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class KernelTest {
  private static final int NO_CAP = 1 << 20;

  /** A graph with its edges as pairs of child and parent. */
  private record Case(int vertices, List<int[]> edges) {
    Graph graph() {
      int[] children = edges.stream().mapToInt(edge -> edge[0]).toArray();
      int[] parents = edges.stream().mapToInt(edge -> edge[1]).toArray();
      return Graph.of(vertices, children, parents, edges.size());
    }

    BruteForce bruteForce() {
      List<String> names = new ArrayList<>();
      for (int v = 0; v < vertices; v++) {
        names.add(name(v));
      }
      Set<List<Integer>> once = new HashSet<>();
      List<TrueGraph.Edge> pairs = new ArrayList<>();
      for (int[] edge : edges) {
        if (edge[0] != edge[1] && once.add(List.of(edge[0], edge[1]))) {
          pairs.add(new TrueGraph.Edge(name(edge[0]), name(edge[1]), "finetune"));
        }
      }
      return new BruteForce(names, pairs);
    }
  }

  private static String name(int vertex) {
    return String.format(Locale.ROOT, "v%06d", vertex);
  }

  private static Case random(long seed, int vertices, int edges) {
    Random random = new Random(seed);
    List<int[]> pairs = new ArrayList<>();
    for (int e = 0; e < edges; e++) {
      pairs.add(new int[] {random.nextInt(vertices), random.nextInt(vertices)});
    }
    return new Case(vertices, pairs);
  }

  private interface Pairs {
    void accept(int descendant, int ancestor, int distance, int nextHop);
  }

  /** All pairs of the closure; each ancestor's descendants ascend. */
  private static void pairs(Graph graph, Closure closure, Pairs pairs) {
    Descendants descendants = new Descendants(graph, closure);
    for (int ancestor = 0; ancestor < graph.vertices(); ancestor++) {
      descendants.of(ancestor);
      for (int i = 0; i < descendants.size(); i++) {
        int descendant = descendants.descendant(i);
        assertThat(i == 0 || descendants.descendant(i - 1) < descendant).isTrue();
        pairs.accept(descendant, ancestor, descendants.distance(i), descendants.nextHop(i));
      }
    }
  }

  private static void equalsBruteForce(Case given) {
    Graph graph = given.graph();
    Components components = Components.of(graph);
    Condensation condensation = Condensation.of(graph);
    Depths depths = Depths.of(graph, condensation);
    Closure closure = Closure.of(graph, condensation, NO_CAP);
    Map<String, BruteForce.Place> expected = given.bruteForce().places();
    for (int v = 0; v < given.vertices(); v++) {
      BruteForce.Place place = expected.get(name(v));
      assertThat(name(components.of(v))).isEqualTo(place.component());
      assertThat((long) components.sizeOf(v)).isEqualTo(place.componentSize());
      assertThat(condensation.inCycle(v)).isEqualTo(place.inCycle());
      assertThat(depths.longest(v)).as("longest %d", v).isEqualTo(place.depthMax());
      assertThat(depths.fewest(v)).as("fewest %d", v).isEqualTo(place.depthMin());
      assertThat(depths.rootCount(v)).isEqualTo(place.roots());
      assertThat(depths.root(v) < 0 ? null : name(depths.root(v))).isEqualTo(place.root());
      assertThat(graph.parentCount(v)).isEqualTo(place.parents());
      assertThat(graph.childCount(v)).isEqualTo(place.children());
      assertThat(closure.ancestorCount(v)).isEqualTo(place.ancestors());
      assertThat(closure.descendantCount(v)).isEqualTo(place.descendants());
      assertThat(closure.capped(v)).isFalse();
    }
  }

  @Property(tries = 1500)
  void random_graphs_with_cycles_equal_brute_force(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 14) int vertices,
      @ForAll @IntRange(max = 30) int edges) {
    equalsBruteForce(random(seed, vertices, edges));
  }

  @Property(tries = 60)
  void larger_sparse_graphs_equal_brute_force(@ForAll long seed) {
    equalsBruteForce(random(seed, 90, 80));
  }

  @Test
  void nothing_one_and_isolated_vertices_are_graphs() {
    equalsBruteForce(new Case(0, List.of()));
    equalsBruteForce(new Case(1, List.of()));
    equalsBruteForce(new Case(1, List.of(new int[] {0, 0})));
    equalsBruteForce(new Case(5, List.of()));
  }

  /** The cap's definition, by sorting all true ancestors. */
  @Property(tries = 1500)
  void the_cap_keeps_the_nearest_and_marks_both_ends(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int vertices,
      @ForAll @IntRange(max = 30) int edges,
      @ForAll @IntRange(min = 1, max = 4) int cap) {
    Case given = random(seed, vertices, edges);
    Map<String, Map<String, Integer>> ancestors = new java.util.HashMap<>();
    BruteForce bruteForce = given.bruteForce();
    bruteForce.places();
    ancestors.putAll(bruteForce.ancestors());
    Set<List<Object>> kept = new HashSet<>();
    Set<String> capped = new HashSet<>();
    for (int v = 0; v < vertices; v++) {
      String id = name(v);
      List<Map.Entry<String, Integer>> order = new ArrayList<>(ancestors.get(id).entrySet());
      order.sort(
          Map.Entry.<String, Integer>comparingByValue()
              .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())));
      for (int i = 0; i < order.size(); i++) {
        if (i < cap) {
          kept.add(List.of(id, order.get(i).getKey(), order.get(i).getValue()));
        } else {
          capped.add(id);
          capped.add(order.get(i).getKey());
        }
      }
    }
    Set<List<Object>> found = new HashSet<>();
    Graph graph = given.graph();
    Closure closure = Closure.of(graph, Condensation.of(graph), cap);
    pairs(graph, closure, (d, a, distance, hop) -> found.add(List.of(name(d), name(a), distance)));

    assertThat(found).isEqualTo(kept);
    for (int v = 0; v < vertices; v++) {
      String id = name(v);
      assertThat((long) closure.ancestorCount(v))
          .isEqualTo(kept.stream().filter(pair -> pair.get(0).equals(id)).count());
      assertThat((long) closure.descendantCount(v))
          .isEqualTo(kept.stream().filter(pair -> pair.get(1).equals(id)).count());
      assertThat(closure.capped(v)).as("capped %d", v).isEqualTo(capped.contains(name(v)));
    }
  }

  @Property(tries = 800)
  void the_next_hop_is_the_smallest_parent_on_a_shortest_path(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int vertices,
      @ForAll @IntRange(max = 30) int edges) {
    Case given = random(seed, vertices, edges);
    BruteForce bruteForce = given.bruteForce();
    bruteForce.places();
    Map<String, Map<String, Integer>> above = bruteForce.ancestors();
    Graph graph = given.graph();
    pairs(
        graph,
        Closure.of(graph, Condensation.of(graph), NO_CAP),
        (descendant, ancestor, distance, hop) -> {
          int expected = -1;
          for (int e = graph.parentsFrom(descendant); e < graph.parentsFrom(descendant + 1); e++) {
            int parent = graph.parent(e);
            int rest =
                parent == ancestor
                    ? 0
                    : above.get(name(parent)).getOrDefault(name(ancestor), NO_CAP);
            if (rest == distance - 1 && (expected < 0 || parent < expected)) {
              expected = parent;
            }
          }
          assertThat(hop).isEqualTo(expected);
        });
  }

  @Test
  void a_chain_of_100_000_under_a_cap_takes_no_square() {
    int n = 100_000;
    List<int[]> edges = new ArrayList<>();
    for (int v = 1; v < n; v++) {
      edges.add(new int[] {v, v - 1});
    }
    Graph graph = new Case(n, edges).graph();
    Condensation condensation = Condensation.of(graph);
    Closure closure = Closure.of(graph, condensation, 100);

    assertThat(Depths.of(graph, condensation).longest(n - 1)).isEqualTo(n - 1);
    assertThat(closure.ancestorCount(n - 1)).isEqualTo(100);
    assertThat(closure.capped(0)).isTrue();
    assertThat(closure.capped(n - 102)).isTrue();
    // The last 100 lose nothing to anyone below them but have lost ancestors themselves.
    assertThat(closure.capped(n - 1)).isTrue();
  }

  @Test
  void a_lattice_of_merges_has_many_paths_and_few_pairs() {
    int rows = 40;
    int width = 10;
    List<int[]> edges = new ArrayList<>();
    for (int row = 1; row < rows; row++) {
      for (int a = 0; a < width; a++) {
        for (int b = 0; b < width; b++) {
          edges.add(new int[] {row * width + a, (row - 1) * width + b});
        }
      }
    }
    equalsBruteForce(new Case(rows * width, edges));
  }

  @Test
  void a_star_of_a_million_is_one_component() {
    int n = 1_000_000;
    int[] children = new int[n - 1];
    int[] parents = new int[n - 1];
    for (int v = 1; v < n; v++) {
      children[v - 1] = v;
    }
    Graph graph = Graph.of(n, children, parents, n - 1);

    assertThat(Components.of(graph).sizeOf(n - 1)).isEqualTo(n);
    Closure closure = Closure.of(graph, Condensation.of(graph), 10_000);
    assertThat(closure.descendantCount(0)).isEqualTo(n - 1);
    Descendants all = new Descendants(graph, closure).of(0);
    assertThat(all.size()).isEqualTo(n - 1);
    assertThat(all.descendant(n - 2)).isEqualTo(n - 1);
  }
}
