package io.github.hubgenealogy.explorer.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.explorer.genealogy.Carries;
import io.github.hubgenealogy.explorer.genealogy.CommonAncestor;
import io.github.hubgenealogy.explorer.genealogy.Filter;
import io.github.hubgenealogy.explorer.genealogy.Generation;
import io.github.hubgenealogy.explorer.genealogy.Kin;
import io.github.hubgenealogy.explorer.genealogy.Page;
import io.github.hubgenealogy.explorer.genealogy.Relation;
import io.github.hubgenealogy.explorer.made.RandomFamilies;
import io.github.hubgenealogy.explorer.made.RandomFamilies.Arc;
import io.github.hubgenealogy.explorer.store.Explorations;
import io.github.hubgenealogy.explorer.store.StoredGenealogy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every answer about every model of many small families, against all their ways written down. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BruteForceTest {
  private static final int FAR = 20;

  private RandomFamilies families;
  private StoredGenealogy genealogy;

  @BeforeAll
  void open(@TempDir Path lake) throws Exception {
    families = new RandomFamilies(20_261_124);
    genealogy = Explorations.open(families.snapshot().publish(lake, "2026-11-01"));
    assertThat(families.declared()).hasSizeGreaterThan(150);
  }

  @AfterAll
  void close() {
    genealogy.close();
  }

  /** What the ways to one model come to. */
  private record Reached(Carries most, int stepsOfMost, int distance) {}

  /** Every way without a repetition, walked out one by one. */
  private Map<String, Reached> below(String start, boolean up) {
    Map<String, Reached> reached = new TreeMap<>();
    walk(start, up, new ArrayList<>(List.of(start)), null, reached);
    return reached;
  }

  private void walk(
      String at, boolean up, List<String> way, Carries soFar, Map<String, Reached> reached) {
    for (Arc arc : families.declared()) {
      String from = up ? arc.child() : arc.parent();
      String to = up ? arc.parent() : arc.child();
      if (!from.equals(at) || way.contains(to)) {
        continue;
      }
      Carries step = carries(arc.relation());
      Carries now = soFar == null || step.compareTo(soFar) > 0 ? step : soFar;
      int length = way.size();
      reached.merge(
          to,
          new Reached(now, length, length),
          (a, b) ->
              new Reached(
                  a.most().compareTo(b.most()) <= 0 ? a.most() : b.most(),
                  a.most() == b.most()
                      ? Math.min(a.stepsOfMost(), b.stepsOfMost())
                      : a.most().compareTo(b.most()) < 0 ? a.stepsOfMost() : b.stepsOfMost(),
                  Math.min(a.distance(), b.distance())));
      way.add(to);
      walk(to, up, way, now, reached);
      way.remove(way.size() - 1);
    }
  }

  /** The definitions' own table, written again. */
  private static Carries carries(Relation relation) {
    return switch (relation) {
      case QUANTIZED, DUPLICATED_FROM -> Carries.COPY;
      case FINETUNE -> Carries.ALTERED;
      case MERGE -> Carries.MIXED;
      case ADAPTER -> Carries.DELTA_ONLY;
      case UNSPECIFIED -> Carries.UNKNOWN;
    };
  }

  @Test
  void exposure_is_what_all_ways_come_to() {
    Exposures exposures = new Exposures(Shelf.of(List.of(genealogy)));
    for (String id : families.models()) {
      Answer answer = exposures.answer(List.of(id));
      Map<String, Reached> found = new TreeMap<>();
      for (Relative relative : answer.descendants()) {
        found.put(
            relative.model().id(),
            new Reached(relative.carries(), relative.way().size(), relative.distance()));
        assertThat(isWay(relative, id)).as(relative.toString()).isTrue();
      }
      assertThat(found).as(id).isEqualTo(below(id, false));
      assertThat(
              answer.ancestors().stream()
                  .collect(Collectors.toMap(each -> each.model().id(), Relative::distance)))
          .as("above " + id)
          .isEqualTo(distances(below(id, true)));
    }
  }

  private static Map<String, Integer> distances(Map<String, Reached> reached) {
    Map<String, Integer> distances = new HashMap<>();
    reached.forEach((id, each) -> distances.put(id, each.distance()));
    return distances;
  }

  /** Whether a way is made of arcs that are there, end to end, and carries what it says. */
  private boolean isWay(Relative relative, String start) {
    String at = start;
    Carries weakest = Carries.TRAINED;
    for (Step step : relative.way()) {
      Relation relation = Relation.of(step.relation());
      boolean there =
          families.declared().stream()
              .anyMatch(
                  arc ->
                      arc.parent().equals(step.from())
                          && arc.child().equals(step.to())
                          && arc.relation() == relation);
      if (!there || !step.from().equals(at)) {
        return false;
      }
      weakest = weakest.then(carries(relation));
      at = step.to();
    }
    return at.equals(relative.model().id()) && weakest == relative.carries();
  }

  @Test
  void generations_hold_every_model_at_its_distance_shown_or_counted() {
    for (String id : families.models()) {
      for (int shown : new int[] {1, FAR}) {
        var family = genealogy.family(id, Filter.declared(), FAR, FAR, shown);
        check(family.down(), distances(below(id, false)), shown);
        check(family.up(), distances(below(id, true)), shown);
      }
    }
  }

  private static void check(
      List<Generation> generations, Map<String, Integer> distances, int shown) {
    Map<Integer, Long> sizes =
        distances.values().stream()
            .collect(Collectors.groupingBy(distance -> distance, Collectors.counting()));
    assertThat(generations).hasSize(sizes.size());
    for (Generation generation : generations) {
      assertThat((long) generation.total()).isEqualTo(sizes.get(generation.distance()));
      assertThat(generation.shown().size()).isLessThanOrEqualTo(shown);
      for (Kin kin : generation.shown()) {
        assertThat(distances).containsEntry(kin.model().id(), generation.distance());
        assertThat(kin.edges()).isNotEmpty();
      }
      int rests = generation.rests().stream().mapToInt(Generation.Rest::models).sum();
      assertThat(generation.shown().size() + rests).isEqualTo(generation.total());
      assertThat(generation.relations().values().stream().mapToInt(Integer::intValue).sum())
          .isEqualTo(generation.total());
      if (shown == FAR) {
        assertThat(rests).isZero();
      }
    }
  }

  @Test
  void neighbours_are_those_of_the_arcs_with_all_their_edges() {
    for (String id : families.models()) {
      Page<Kin> children = genealogy.children(id, Filter.declared(), 0, FAR);
      Set<String> expected =
          families.declared().stream()
              .filter(arc -> arc.parent().equals(id))
              .map(arc -> arc.child() + " " + arc.relation())
              .collect(Collectors.toSet());
      Set<String> found = new HashSet<>();
      children
          .items()
          .forEach(
              kin -> kin.edges().forEach(edge -> found.add(edge.child() + " " + edge.relation())));
      assertThat(found).isEqualTo(expected);
      assertThat(genealogy.member(id).children()).isEqualTo(expected.size());
    }
  }

  @Test
  void nearest_common_ancestors_are_those_with_no_other_below() {
    List<String> models = families.models();
    for (int i = 1; i < models.size(); i++) {
      String first = models.get(i - 1);
      String second = models.get(i);
      Set<String> common = above(first);
      common.retainAll(above(second));
      Set<String> nearest = new HashSet<>(common);
      for (String each : common) {
        Set<String> strictlyAbove = above(each);
        strictlyAbove.removeIf(other -> above(other).contains(each));
        nearest.removeAll(strictlyAbove);
      }
      assertThat(genealogy.commonAncestors(first, second, Filter.declared(), FAR))
          .extracting(CommonAncestor::model)
          .extracting(model -> model.id())
          .as(first + " and " + second)
          .containsExactlyInAnyOrderElementsOf(nearest);
    }
  }

  /** A model and all above it. */
  private Set<String> above(String id) {
    Set<String> above = new HashSet<>(below(id, true).keySet());
    above.add(id);
    return above;
  }
}
