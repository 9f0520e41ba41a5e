package io.github.hubgenealogy.explorer.exposure;

import io.github.hubgenealogy.explorer.genealogy.Carries;
import io.github.hubgenealogy.explorer.genealogy.Hit;
import io.github.hubgenealogy.explorer.graph.Direction;
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
  private final Shelf shelf;

  /** Over one snapshot, or over several as one. */
  public Exposures(Shelf shelf) {
    this.shelf = shelf;
  }

  /**
   * The whole answer.
   *
   * @param texts ids, old names or bare names of models, or data sets
   * @throws io.github.hubgenealogy.lake.command.Fault where a name leads nowhere or to several
   */
  public Answer answer(List<String> texts) {
    Question question = Question.of(shelf, texts);
    List<String> named = question.ids(Hit.Kind.MODEL);
    List<String> datasets = question.ids(Hit.Kind.DATASET);
    Archive archive =
        shelf.opened() == null ? Reach.archive(shelf, named, datasets) : Archive.of(shelf.opened());
    int[] models = named.stream().mapToInt(archive::node).distinct().toArray();
    int[][] trained =
        datasets.stream().map(dataset -> trainedOn(archive, dataset)).toArray(int[][]::new);
    Walk down = new Walk(archive, Direction.DOWN, models, trained);
    Relatives descendants = Relatives.descendants(archive, down, datasets);
    Relatives ancestors =
        Relatives.ancestors(archive, new Walk(archive, Direction.UP, models, new int[0][]));
    return shelf.readNewest(
        newest ->
            new Answer(
                archive.parts().stream().map(Part::snapshot).toList(),
                question.asked(),
                descendants,
                totals(down),
                ancestors,
                datasetsUsed(archive, named, ancestors),
                new Publishers(archive, descendants).all(),
                toCheck(archive, down),
                new Candidates(newest, archive, down).of(models),
                Coverages.of(newest)));
  }

  /** Nodes of the models that any snapshot says were trained on a data set. */
  private static int[] trainedOn(Archive archive, String dataset) {
    return IntStream.range(0, archive.parts().size())
        .boxed()
        .flatMapToInt(
            s ->
                Arrays.stream(archive.parts().get(s).trainedOn(dataset))
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

  private static List<DatasetUsed> datasetsUsed(
      Archive archive, List<String> models, Relatives ancestors) {
    List<String> ids = new ArrayList<>(models);
    for (int i = 0; i < ancestors.size(); i++) {
      ids.add(archive.name(ancestors.node(i)));
    }
    List<DatasetUsed> used = new ArrayList<>();
    for (String id : ids) {
      int node = archive.node(id);
      int s = archive.latest(node);
      archive
          .parts()
          .get(s)
          .datasetsOf(archive.vertex(node, s))
          .forEach(
              use ->
                  used.add(
                      new DatasetUsed(use.dataset(), use.presence().word(), id, use.resolution())));
    }
    return used;
  }

  /** Targets of new_version that are not among the answers already. */
  private static List<ToCheck> toCheck(Archive archive, Walk walk) {
    List<ToCheck> targets = new ArrayList<>();
    for (int s = archive.parts().size() - 1; s >= 0; s--) {
      archive
          .parts()
          .get(s)
          .newVersions(
              version -> {
                if (walk.holds(archive.nodeOf(version.newVersionOf()))
                    && !walk.holds(archive.nodeOf(version.id()))) {
                  targets.add(version);
                }
              });
    }
    return targets.stream().distinct().toList();
  }
}
