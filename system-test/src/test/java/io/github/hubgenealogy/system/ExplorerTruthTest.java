package io.github.hubgenealogy.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.explorer.exposure.Answer;
import io.github.hubgenealogy.explorer.exposure.Exposures;
import io.github.hubgenealogy.explorer.exposure.Relative;
import io.github.hubgenealogy.explorer.exposure.Shelf;
import io.github.hubgenealogy.explorer.genealogy.CommonAncestor;
import io.github.hubgenealogy.explorer.genealogy.Edge;
import io.github.hubgenealogy.explorer.genealogy.Filter;
import io.github.hubgenealogy.explorer.genealogy.Generation;
import io.github.hubgenealogy.explorer.genealogy.Hit;
import io.github.hubgenealogy.explorer.genealogy.Kin;
import io.github.hubgenealogy.explorer.genealogy.Member;
import io.github.hubgenealogy.explorer.genealogy.ModelSheet;
import io.github.hubgenealogy.explorer.genealogy.Relation;
import io.github.hubgenealogy.explorer.store.Explorations;
import io.github.hubgenealogy.explorer.store.StoredGenealogy;
import io.github.hubgenealogy.jobs.Build;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Sessions;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import io.github.hubgenealogy.system.TrueWalk.Arc;
import io.github.hubgenealogy.system.TrueWalk.Reached;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every answer of the explorer about a simulated Hub against what that Hub knows to be true. */
final class ExplorerTruthTest {
  private static final int DRAWN = 200;
  private static final int LARGEST = 10;
  private static final int ALL = 1_000_000;
  private static final int FAR = 1_000;
  private static final int MOST_HITS = 100;

  @TempDir Path folder;

  private TrueWalk truth;
  private StoredGenealogy explored;

  @Test
  void every_answer_about_three_thousand_models_is_the_truth() throws Exception {
    compare(3_000, 11);
  }

  @Test
  @Tag("slow")
  void every_answer_about_twenty_thousand_models_is_the_truth() throws Exception {
    compare(20_000, 12);
  }

  private void compare(int models, long seed) throws Exception {
    Snapshot snapshot = built(models, seed);
    truth = new TrueWalk(folder.resolve("truth"));
    List<String> some = drawn(seed);
    try (StoredGenealogy opened = Explorations.open(snapshot)) {
      explored = opened;
      for (String id : some) {
        theSheet(id);
        theNeighbours(id);
        theGenerations(id);
        theExposure(id);
        theSearch(id);
        theDatasets(id);
      }
      for (int i = 1; i < some.size(); i++) {
        theComparison(some.get(i - 1), some.get(i));
        // Two that have an ancestor in common more often than two drawn at random.
        String root = some.get(i % LARGEST);
        theComparison(some.get(i), root);
      }
      theUsersOfDatasets(seed);
    }
  }

  private Snapshot built(int models, long seed) throws Exception {
    Path lake = folder.resolve("lake");
    Snapshot snapshot = SimulatedRaw.write(lake, "s", models, seed, folder.resolve("truth"));
    try (SparkSession spark = Sessions.open(new JobsSettings.Spark("local[2]", 4, false), null)) {
      Build.pipeline().run(spark, snapshot, null, JobsSettings.defaults(), null, null, false);
    }
    return Lake.at(lake.toString()).forReading("s");
  }

  /** Those with most children first, then some of those that have any relative, drawn. */
  private List<String> drawn(long seed) {
    List<String> all = new ArrayList<>(truth.models());
    all.sort(Comparator.comparingInt((String id) -> -truth.below(id).size()));
    List<String> some = new ArrayList<>(all.subList(0, LARGEST));
    List<String> others = new ArrayList<>(all.subList(LARGEST, all.size()));
    Collections.shuffle(others, new Random(seed));
    others.stream()
        .filter(id -> !truth.above(id).isEmpty() || !truth.below(id).isEmpty())
        .limit(DRAWN - 20)
        .forEach(some::add);
    others.stream()
        .filter(id -> truth.above(id).isEmpty() && truth.below(id).isEmpty())
        .limit(20)
        .forEach(some::add);
    assertThat(some).doesNotHaveDuplicates().hasSizeGreaterThan(DRAWN);
    return some;
  }

  private void theSheet(String id) {
    ModelSheet sheet = explored.sheet(id);
    Member member = sheet.model();
    assertThat(member.parents()).as("parents of %s", id).isEqualTo(truth.above(id).size());
    assertThat(member.children()).as("children of %s", id).isEqualTo(truth.below(id).size());
    Map<String, Long> byRelation =
        truth.below(id).stream()
            .collect(Collectors.groupingBy(Arc::relation, TreeMap::new, Collectors.counting()));
    Map<String, Long> found = new TreeMap<>();
    sheet.relations().forEach((relation, count) -> found.put(relation.word(), (long) count));
    assertThat(found).as("children of %s by relation", id).isEqualTo(byRelation);
    // Table lineage counts edges, and no copies.
    Predicate<Arc> edges = arc -> !arc.isCopy();
    assertThat(sheet.lineage().capped()).isFalse();
    assertThat(member.descendants())
        .as("descendants of %s", id)
        .isEqualTo(truth.distances(List.of(id), false, edges).size() - 1);
    assertThat(sheet.lineage().ancestors())
        .as("ancestors of %s", id)
        .isEqualTo(truth.distances(List.of(id), true, edges).size() - 1);
    boolean cycle =
        truth.below(id).stream()
            .filter(edges)
            .anyMatch(arc -> truth.distances(List.of(id), true, edges).containsKey(arc.child()));
    assertThat(member.inCycle()).as("cycle of %s", id).isEqualTo(cycle);
  }

  private static Set<Arc> arcs(Collection<Kin> kin) {
    return kin.stream()
        .flatMap(each -> each.edges().stream())
        .map(ExplorerTruthTest::arc)
        .collect(Collectors.toSet());
  }

  private static Arc arc(Edge edge) {
    return new Arc(edge.child(), edge.parent(), edge.relation().word());
  }

  private void theNeighbours(String id) {
    Filter all = Filter.declared();
    assertThat(arcs(explored.children(id, all, 0, ALL).items()))
        .as("children of %s", id)
        .containsExactlyInAnyOrderElementsOf(truth.below(id));
    assertThat(arcs(explored.parents(id, all, 0, ALL).items()))
        .as("parents of %s", id)
        .containsExactlyInAnyOrderElementsOf(truth.above(id));
    for (Relation relation : Relation.values()) {
      Filter only = all.only(EnumSet.of(relation));
      assertThat(arcs(explored.children(id, only, 0, ALL).items()))
          .as("children of %s, %s alone", id, relation)
          .containsExactlyInAnyOrderElementsOf(
              truth.below(id).stream()
                  .filter(arc -> arc.relation().equals(relation.word()))
                  .toList());
    }
  }

  private void theGenerations(String id) {
    generations(id, Filter.declared(), arc -> true, FAR);
    generations(id, Filter.declared(), arc -> true, 2);
    generations(
        id,
        Filter.declared().only(EnumSet.of(Relation.FINETUNE, Relation.MERGE)),
        arc -> arc.relation().equals("finetune") || arc.relation().equals("merge"),
        FAR);
  }

  private void generations(String id, Filter filter, Predicate<Arc> follows, int depth) {
    var family = explored.family(id, filter, depth, depth, ALL);
    assertThat(byDistance(family.up()))
        .as("above %s", id)
        .isEqualTo(byDistance(truth.distances(List.of(id), true, follows), depth));
    assertThat(byDistance(family.down()))
        .as("below %s", id)
        .isEqualTo(byDistance(truth.distances(List.of(id), false, follows), depth));
    for (Generation few : explored.family(id, filter, 0, depth, 3).down()) {
      int rests = few.rests().stream().mapToInt(Generation.Rest::models).sum();
      assertThat(few.shown().size() + rests).isEqualTo(few.total());
      assertThat(few.total()).isEqualTo(family.down().get(few.distance() - 1).shown().size());
    }
  }

  private static Map<Integer, Set<String>> byDistance(List<Generation> generations) {
    Map<Integer, Set<String>> ids = new TreeMap<>();
    for (Generation generation : generations) {
      Set<String> shown = new TreeSet<>();
      generation.shown().forEach(kin -> shown.add(kin.model().id()));
      assertThat(shown).hasSize(generation.total());
      ids.put(generation.distance(), shown);
    }
    return ids;
  }

  private static Map<Integer, Set<String>> byDistance(Map<String, Integer> distances, int depth) {
    Map<Integer, Set<String>> ids = new TreeMap<>();
    distances.forEach(
        (id, distance) -> {
          if (distance > 0 && distance <= depth) {
            ids.computeIfAbsent(distance, d -> new TreeSet<>()).add(id);
          }
        });
    return ids;
  }

  private static Map<String, Reached> reached(List<Relative> relatives) {
    Map<String, Reached> reached = new TreeMap<>();
    for (Relative relative : relatives) {
      reached.put(
          relative.model().id(), new Reached(relative.carries().word(), relative.distance()));
    }
    return reached;
  }

  private void theExposure(String id) {
    Answer answer = new Exposures(Shelf.of(List.of(explored))).answer(List.of(id));
    Map<String, Reached> below = truth.exposed(id);
    assertThat(reached(answer.descendants())).as("what descends from %s", id).isEqualTo(below);
    Map<String, Integer> above = truth.distances(List.of(id), true, arc -> true);
    above.remove(id);
    assertThat(
            answer.ancestors().stream()
                .collect(Collectors.toMap(each -> each.model().id(), Relative::distance)))
        .as("where %s comes from", id)
        .isEqualTo(above);
    Set<String> candidates =
        answer.candidates().stream().map(each -> each.model().id()).collect(Collectors.toSet());
    candidates.retainAll(below.keySet());
    assertThat(candidates).as("candidates that descend from %s anyway", id).isEmpty();
    Set<String> datasets = new TreeSet<>(truth.datasetsOf(id));
    above.keySet().forEach(each -> datasets.addAll(truth.datasetsOf(each)));
    assertThat(answer.datasets().stream().map(used -> used.dataset()).collect(Collectors.toSet()))
        .as("data sets above %s", id)
        .isEqualTo(datasets);
  }

  /** By the beginning of an id, the beginning of a name, and a part from within it. */
  private void theSearch(String id) {
    String name = id.substring(id.indexOf('/') + 1);
    search(id.substring(0, Math.min(id.length(), id.indexOf('/') + 5)));
    search(name.toUpperCase(Locale.ROOT));
    search(name.substring(name.length() / 3));
  }

  private void search(String text) {
    String folded = text.toLowerCase(Locale.ROOT);
    List<String> found =
        explored.search(text, MOST_HITS).stream()
            .filter(hit -> hit.kind() == Hit.Kind.MODEL)
            .map(Hit::id)
            .toList();
    Set<String> holding =
        truth.models().stream()
            .filter(id -> id.toLowerCase(Locale.ROOT).contains(folded))
            .collect(Collectors.toSet());
    Set<String> unknown = new TreeSet<>(found);
    unknown.removeAll(truth.models());
    assertThat(truth.claimed()).containsAll(unknown);
    assertThat(found).allMatch(id -> id.toLowerCase(Locale.ROOT).contains(folded));
    if (found.size() < MOST_HITS - 6) {
      assertThat(found).as("search for '%s'", text).containsAll(holding);
    }
    List<Boolean> begins = found.stream().map(id -> begins(id, folded)).toList();
    assertThat(begins).as("order for '%s'", text).isSortedAccordingTo(Comparator.reverseOrder());
  }

  private static boolean begins(String id, String folded) {
    String lower = id.toLowerCase(Locale.ROOT);
    return lower.startsWith(folded) || lower.substring(lower.indexOf('/') + 1).startsWith(folded);
  }

  private void theDatasets(String id) {
    assertThat(
            explored.sheet(id).datasets().stream()
                .map(ModelSheet.DatasetUse::dataset)
                .collect(Collectors.toSet()))
        .as("data sets of %s", id)
        .isEqualTo(truth.datasetsOf(id));
  }

  private void theUsersOfDatasets(long seed) {
    List<String> all = new ArrayList<>(truth.users().keySet());
    all.sort(Comparator.comparingInt((String id) -> -truth.users().get(id).size()));
    Set<String> some = new LinkedHashSet<>(all.subList(0, 3));
    Collections.shuffle(all, new Random(seed));
    some.addAll(all.subList(0, 20));
    for (String dataset : some) {
      assertThat(
              explored.modelsTrainedOn(dataset, 0, ALL).items().stream()
                  .map(Member::id)
                  .collect(Collectors.toSet()))
          .as("models of %s", dataset)
          .isEqualTo(truth.users().get(dataset));
      if (explored.resolveDataset(dataset).found()) {
        Answer answer =
            new Exposures(Shelf.of(List.of(explored))).answer(List.of("datasets/" + dataset));
        assertThat(reached(answer.descendants()))
            .as("what descends from %s", dataset)
            .isEqualTo(truth.exposedToDataset(dataset));
      }
    }
  }

  private void theComparison(String first, String second) {
    if (first.equals(second)) {
      return;
    }
    List<CommonAncestor> common = explored.commonAncestors(first, second, Filter.declared(), ALL);
    assertThat(common.stream().map(each -> each.model().id()).collect(Collectors.toSet()))
        .as("common to %s and %s", first, second)
        .isEqualTo(truth.nearestCommon(first, second));
    for (CommonAncestor each : common) {
      assertThat(truth.distances(List.of(first), true, arc -> true))
          .containsEntry(each.model().id(), each.fromFirst());
      assertThat(truth.distances(List.of(second), true, arc -> true))
          .containsEntry(each.model().id(), each.fromSecond());
    }
    List<Edge> path = explored.path(first, second, Filter.declared());
    assertThat(path)
        .as("path from %s to %s", first, second)
        .hasSize(Math.max(0, truth.apart(first, second)));
    String at = first;
    for (Edge edge : path) {
      assertThat(truth.above(edge.child())).contains(arc(edge));
      assertThat(at).isIn(edge.child(), edge.parent());
      at = edge.child().equals(at) ? edge.parent() : edge.child();
    }
    assertThat(path.isEmpty() || at.equals(second)).isTrue();
  }
}
