package io.github.hubgenealogy.explorer.exposure;

import io.github.hubgenealogy.explorer.genealogy.Carries;
import io.github.hubgenealogy.explorer.genealogy.Hit;
import io.github.hubgenealogy.explorer.graph.Direction;
import io.github.hubgenealogy.explorer.store.StoredGenealogy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Answers the question of exposure. All of it but owners, new versions and data sets is read from
 * memory: the walk goes over edges and declared copies, never over the capped closure.
 */
public final class Exposures {
  private final Archive archive;

  /** Over one snapshot, or over several as one. */
  public Exposures(Archive archive) {
    this.archive = archive;
  }

  /**
   * The whole answer.
   *
   * @param texts ids, old names or bare names of models, or data sets
   * @throws io.github.hubgenealogy.lake.command.Fault where a name leads nowhere or to several
   */
  public Answer answer(List<String> texts) {
    Question question = Question.of(archive, texts);
    List<String> datasets = question.ids(Hit.Kind.DATASET);
    int[] models =
        question.ids(Hit.Kind.MODEL).stream().mapToInt(archive::node).distinct().toArray();
    int[][] trained = datasets.stream().map(this::trainedOn).toArray(int[][]::new);
    Walk down = new Walk(archive, Direction.DOWN, models, trained);
    Relatives descendants = Relatives.descendants(archive, down, datasets);
    Relatives ancestors =
        Relatives.ancestors(archive, new Walk(archive, Direction.UP, models, new int[0][]));
    StoredGenealogy newest = archive.newest();
    return new Answer(
        archive.snapshots().stream().map(StoredGenealogy::snapshot).toList(),
        question.asked(),
        descendants,
        totals(down),
        ancestors,
        datasetsUsed(question.ids(Hit.Kind.MODEL), ancestors),
        new Publishers(archive, descendants).all(),
        toCheck(down),
        new Candidates(archive, down).of(models),
        Coverages.of(newest));
  }

  /** Nodes of the models that any snapshot says were trained on a data set. */
  private int[] trainedOn(String dataset) {
    return IntStream.range(0, archive.snapshots().size())
        .boxed()
        .flatMapToInt(
            s ->
                Arrays.stream(archive.snapshots().get(s).trainedOn(dataset))
                    .map(vertex -> archive.nodeOf(s, vertex)))
        .distinct()
        .toArray();
  }

  private static Map<Carries, Integer> totals(Walk walk) {
    Map<Carries, Integer> totals = new EnumMap<>(Carries.class);
    for (int i = 0; i < walk.size(); i++) {
      totals.merge(walk.carries(i), 1, Integer::sum);
    }
    return totals;
  }

  private List<DatasetUsed> datasetsUsed(List<String> models, Relatives ancestors) {
    List<String> ids = new ArrayList<>(models);
    for (int i = 0; i < ancestors.size(); i++) {
      ids.add(archive.name(ancestors.node(i)));
    }
    List<DatasetUsed> used = new ArrayList<>();
    for (String id : ids) {
      int node = archive.node(id);
      StoredGenealogy snapshot = archive.snapshots().get(archive.latest(node));
      snapshot
          .datasetsOf(archive.name(node))
          .forEach(
              use ->
                  used.add(
                      new DatasetUsed(use.dataset(), use.presence().word(), id, use.resolution())));
    }
    return used;
  }

  /** Targets of new_version that are not among the answers already. */
  private List<ToCheck> toCheck(Walk walk) {
    List<ToCheck> targets = new ArrayList<>();
    for (int s = archive.snapshots().size() - 1; s >= 0; s--) {
      StoredGenealogy snapshot = archive.snapshots().get(s);
      int number = s;
      snapshot
          .index()
          .each(
              "new-versions",
              row -> {
                String model = row.getString(1);
                String target = row.getString(2);
                int vertex = snapshot.graph().vertices().ids().find(model);
                int targetVertex = snapshot.graph().vertices().ids().find(target);
                if (vertex >= 0
                    && walk.holds(archive.nodeOf(number, vertex))
                    && (targetVertex < 0 || !walk.holds(archive.nodeOf(number, targetVertex)))) {
                  targets.add(new ToCheck(target, model, row.getString(3)));
                }
              });
    }
    return targets.stream().distinct().toList();
  }
}
