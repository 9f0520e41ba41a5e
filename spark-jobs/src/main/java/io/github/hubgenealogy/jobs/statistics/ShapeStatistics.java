package io.github.hubgenealogy.jobs.statistics;

import io.github.hubgenealogy.jobs.statistics.graph.HubGraph;
import io.github.hubgenealogy.jobs.statistics.graph.PolicyGraph;
import io.github.hubgenealogy.lake.contract.TableContracts;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * The shape under one policy: who stands where, components, depths, cycles, and what lies below
 * parents that are not listed.
 */
final class ShapeStatistics {
  private static final String MODELS = "models";
  private static final String SHAPE = "shape";

  /** A model's place, by its depth and its children; a root may be a cycle. */
  enum Shape {
    ISOLATED,
    ROOT_WITH_CHILDREN,
    INNER,
    LEAF;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Shape of(PolicyGraph view, int model) {
      boolean children = view.graph().childCount(model) > 0;
      if (view.isRoot(model)) {
        return children ? ROOT_WITH_CHILDREN : ISOLATED;
      }
      return children ? INNER : LEAF;
    }
  }

  private final PolicyGraph view;
  private final int[] models;
  private final StatisticsRows rows;
  private final Figures.Of figures;

  private ShapeStatistics(PolicyGraph view, StatisticsRows rows) {
    this.view = view;
    this.models = view.vertices();
    this.rows = rows;
    this.figures = rows.figures().of(view.policy().word());
  }

  static void add(PolicyGraph view, StatisticsRows rows) {
    ShapeStatistics statistics = new ShapeStatistics(view, rows);
    statistics.places();
    statistics.components();
    statistics.depths();
    statistics.cycles();
    statistics.unlisted();
  }

  private void places() {
    figures.count(MODELS, "vertices", "", models.length, MODELS);
    long severalRoots = 0;
    long capped = 0;
    Map<Shape, Long> counts = new TreeMap<>();
    Map<Shape, Long> downloads = new TreeMap<>();
    long allDownloads = 0;
    for (int model : models) {
      Shape shape = Shape.of(view, model);
      counts.merge(shape, 1L, Long::sum);
      severalRoots += view.depths().rootCount(model) > 1 ? 1 : 0;
      capped += view.closure().capped(model) ? 1 : 0;
      long own = Math.max(0, view.all().downloads(model));
      downloads.merge(shape, own, Long::sum);
      allDownloads += own;
    }
    for (Shape shape : Shape.values()) {
      figures.share(MODELS, SHAPE, shape.word(), counts.getOrDefault(shape, 0L), models.length);
      figures.share(
          "downloads_30d",
          "held_by_shape",
          shape.word(),
          downloads.getOrDefault(shape, 0L),
          allDownloads);
    }
    figures.share(MODELS, "several_roots", "", severalRoots, models.length);
    figures.share(MODELS, "closure_capped", "", capped, models.length);
  }

  private void components() {
    Tally sizes =
        Tally.of(
            models,
            view.all().models(),
            model -> view.components().of(model) == model ? view.components().sizeOf(model) : -1);
    long components = sizes.total();
    long single = sizes.counts().getOrDefault(1L, 0L);
    figures.count("components", "components", "", components, "components");
    figures.count("components", "components_of_several", "", components - single, "components");
    figures.share(MODELS, "largest_component", "", sizes.maximum(), models.length);
    sizes
        .counts()
        .forEach(
            (size, count) ->
                rows.add(TableContracts.COMPONENT_SIZES, figures.policy(), size, count));
    Tails.add(figures.policy(), "component_size", sizes.from(2), rows);
  }

  private void depths() {
    Tally longest =
        Tally.of(
            models,
            view.all().models(),
            model -> view.isRoot(model) ? -1 : view.depths().longest(model));
    Tally fewest =
        Tally.of(
            models,
            view.all().models(),
            model -> view.isRoot(model) ? -1 : view.depths().fewest(model));
    depths("depth_max", longest);
    depths("depth_min", fewest);
  }

  private void depths(String measure, Tally depths) {
    figures.count("derived_models", measure + "_maximum", "", depths.maximum(), "edges");
    figures.mean("derived_models", measure + "_mean", "", depths.sum(), depths.total(), "edges");
    figures.count("derived_models", measure + "_median", "", depths.median(), "edges");
    depths
        .counts()
        .forEach(
            (depth, count) ->
                rows.add(
                    TableContracts.DEPTHS,
                    figures.policy(),
                    measure,
                    Math.toIntExact(depth),
                    count));
  }

  private void cycles() {
    Map<Integer, Integer> members = new TreeMap<>();
    for (int model : models) {
      if (view.condensation().inCycle(model)) {
        members.merge(view.condensation().of(model), 1, Integer::sum);
      }
    }
    Tally sizes = Tally.ofEach(members.values(), Integer::intValue);
    figures.share(MODELS, "in_cycle", "", sizes.sum(), models.length);
    figures.count("cycles", "cycles", "", sizes.total(), "cycles");
    figures.count("cycles", "largest", "", sizes.maximum(), MODELS);
  }

  /** Parents that the list lacks, by why, and how many models descend from such a one. */
  private void unlisted() {
    Map<String, Long> parents = new TreeMap<>();
    BitSet below = new BitSet(view.all().models());
    int[] queue = new int[models.length];
    int tail = 0;
    for (int model : models) {
      if (view.graph().childCount(model) > 0 && !view.all().isListed(model)) {
        parents.merge(
            view.all().words(HubGraph.PRESENCE).word(view.all().number(HubGraph.PRESENCE, model)),
            1L,
            Long::sum);
        tail = below(model, below, queue, tail);
      }
    }
    for (int head = 0; head < tail; head++) {
      tail = below(queue[head], below, queue, tail);
    }
    long having = 0;
    for (int model : models) {
      having += view.graph().childCount(model) > 0 ? 1 : 0;
    }
    long all = parents.values().stream().mapToLong(Long::longValue).sum();
    figures.share("parents", "absent_parents", "", all, having);
    for (Map.Entry<String, Long> entry : parents.entrySet()) {
      figures.share("parents", "absent_parents", entry.getKey(), entry.getValue(), having);
    }
    figures.share(MODELS, "descendants_of_absent_parents", "", tail, models.length);
  }

  private int below(int model, BitSet seen, int[] queue, int tail) {
    int end = tail;
    for (int e = view.graph().childrenFrom(model); e < view.graph().childrenFrom(model + 1); e++) {
      int child = view.graph().child(e);
      if (!seen.get(child)) {
        seen.set(child);
        queue[end++] = child;
      }
    }
    return end;
  }
}
