package io.github.hubgenealogy.jobs.statistics;

import java.util.Locale;
import java.util.NavigableMap;

/**
 * The shape of the genealogy under one policy: components, depths, fan-out. Derived models are
 * those below a root; roots with and without children are counted apart.
 */
final class ShapeFigures {
  private ShapeFigures() {}

  static void add(String policy, Distributions all, Figures figures) {
    long models = 0;
    for (Distributions.Shape shape : Distributions.Shape.values()) {
      models += all.shape(policy, shape);
    }
    figures.count(policy, "models", "vertices", "", models, "models");
    for (Distributions.Shape shape : Distributions.Shape.values()) {
      figures.share(
          policy,
          "models",
          "shape",
          shape.name().toLowerCase(Locale.ROOT),
          all.shape(policy, shape),
          models);
    }
    for (String flag :
        new String[] {
          Distributions.IN_A_CYCLE, Distributions.SEVERAL_ROOTS, Distributions.CAPPED
        }) {
      figures.share(policy, "models", flag, "", Distributions.total(all.of(policy, flag)), models);
    }
    components(policy, all, models, figures);
    depths(policy, all, figures);
    for (String measure : Distributions.fanOuts()) {
      fanOut(policy, measure, all.of(policy, measure), models, figures);
    }
  }

  private static void components(String policy, Distributions all, long models, Figures figures) {
    NavigableMap<Long, Long> sizes = all.of(policy, Distributions.COMPONENT_SIZE_MEASURE);
    long components = Distributions.total(sizes);
    figures.count(policy, "components", "components", "", components, "components");
    figures.count(
        policy,
        "components",
        "components_of_several",
        "",
        components - sizes.getOrDefault(1L, 0L),
        "components");
    figures.share(
        policy, "models", "largest_component", "", sizes.isEmpty() ? 0 : sizes.lastKey(), models);
  }

  private static void depths(String policy, Distributions all, Figures figures) {
    for (String measure : new String[] {"depth_max", "depth_min"}) {
      NavigableMap<Long, Long> depths = all.of(policy, measure);
      figures.count(
          policy,
          "derived_models",
          measure + "_maximum",
          "",
          depths.isEmpty() ? 0 : depths.lastKey(),
          "edges");
      figures.mean(
          policy,
          "derived_models",
          measure + "_mean",
          "",
          Distributions.sum(depths),
          Distributions.total(depths),
          "edges");
    }
  }

  private static void fanOut(
      String policy,
      String measure,
      NavigableMap<Long, Long> counts,
      long models,
      Figures figures) {
    long sum = Distributions.sum(counts);
    NavigableMap<Long, Long> parents = counts.tailMap(1L, true);
    long having = Distributions.total(parents);
    figures.count(
        policy, "models", "maximum", measure, counts.isEmpty() ? 0 : counts.lastKey(), "models");
    figures.mean(policy, "models", "mean", measure, sum, models, "models");
    figures.mean(policy, "models_having_any", "mean", measure, sum, having, "models");
    figures.count(
        policy, "models_having_any", "median", measure, Distributions.median(parents), "models");
    figures.share(policy, "models", "having_any", measure, having, models);
    figures.share(
        policy, "models", "held_by_top_10", measure, Distributions.sumOfTop(counts, 10), sum);
    figures.share(
        policy, "models", "held_by_top_100", measure, Distributions.sumOfTop(counts, 100), sum);
    figures.share(
        policy,
        "models",
        "held_by_top_percent",
        measure,
        Distributions.sumOfTop(counts, (models + 99) / 100),
        sum);
  }
}
